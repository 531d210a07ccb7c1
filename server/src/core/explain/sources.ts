import { type Page, pages } from "../knowledge/pages.ts"
import type { Source } from "../knowledge/source.ts"
import type { PageLink } from "./explanation.ts"

/** A source as a page to open. */
export function sourceLink(source: Source): PageLink {
  const page: Page = pages[source.page]
  const url = address(source)
  return {
    title: page.title,
    ...(source.heading && { heading: source.heading }),
    ...(url && { url }),
    ...(page.date && { date: page.date }),
  }
}

/** The first source that can be opened, which a diagnostic links to; with the title of the whole page. */
export function documentation(sources: readonly Source[]): { url: string; title: string } | undefined {
  for (const source of sources) {
    const url = address(source)
    if (url) return { url, title: pages[source.page].title }
  }
  return undefined
}

/** Where Microsoft explains one AADSTS number; nothing but its digits goes into the address. Undefined for any other code. */
export function lookupLink(code: string): PageLink | undefined {
  const digits = /^AADSTS(\d{3,8})$/.exec(code)?.[1]
  return digits === undefined
    ? undefined
    : { title: pages.aadstsLookup.title, url: `${pages.aadstsLookup.url}?code=${digits}` }
}

/** Whether an address is one of this project's own sources, so that nothing else is ever opened. */
export function isPublicPage(url: string): boolean {
  const [bare] = url.split("#")
  return Object.values(pages).some((page: Page) => page.url === bare) || LOOKUP.test(url)
}

/** What `lookupLink` makes, and nothing else. */
const LOOKUP = /^https:\/\/login\.microsoftonline\.com\/error\?code=\d{3,8}$/

/** Where the public page of a source can be opened; undefined for a page that is gone. */
function address(source: Source): string | undefined {
  const page: Page = pages[source.page]
  return page.url && (source.anchor ? `${page.url}#${source.anchor}` : page.url)
}
