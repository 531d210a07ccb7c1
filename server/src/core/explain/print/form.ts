import type { PageLink } from "../explanation.ts"
import type { Say } from "../say.ts"

/** How one kind of output writes the parts of a document: Markdown, a terminal, HTML. A text comes with its marks. */
export interface Form {
  /** The language of the words around what the catalogue says. */
  readonly say: Say
  text(text: string): string
  strong(text: string): string
  /** A word aside: a note, the mark of a step. */
  aside(text: string): string
  /** A page with words around its title. */
  link(page: PageLink, words: { readonly before: string; readonly behind: string }): string
  numbered(items: readonly string[]): string
  bulleted(items: readonly string[]): string
  /** Lines that stand close together. */
  lines(lines: readonly string[]): string
  paragraphs(parts: readonly string[]): string
}

/** The title of a page, with the heading on it. */
export function pageTitle({ title, heading }: PageLink): string {
  return heading ? `${title} › ${heading}` : title
}
