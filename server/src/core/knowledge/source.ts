import type { PageId } from "./pages.ts"

/**
 * Where a fact stands in public.
 *
 * `anchor` is given only where the heading was seen on the page; without it a link opens the page's top.
 */
export interface Source {
  readonly page: PageId
  /** The heading under which the fact stands, as the page prints it. */
  readonly heading?: string
  /** The heading's fragment without `#`. */
  readonly anchor?: string
}
