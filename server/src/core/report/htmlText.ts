import type { PageLink } from "../explain/explanation.ts"
import { pageTitle } from "../explain/print/form.ts"
import type { Say } from "../explain/say.ts"
import { runsOf } from "../explain/text.ts"
import { printable } from "../text/printable.ts"

/** A page of the catalogue; no other address ever becomes a link. */
export function pageLink(page: PageLink): string {
  const title = escaped(pageTitle(page))
  return page.url ? `<a href="${escaped(page.url)}" rel="noreferrer noopener">${title}</a>` : title
}

/** A sentence of ours with its marks. */
export function marked(text: string): string {
  return runsOf(text)
    .map(({ kind, text }) => {
      const plain = escaped(text)
      return kind === "code" ? `<code>${plain}</code>` : kind === "name" ? `<em>${plain}</em>` : plain
    })
    .join("")
}

/** A piece of the log: text, as it is, isolated from the direction of what stands around it. */
export function foreign(text: string, say: Say): string {
  return text === ""
    ? `<span class="muted">${escaped(say("(empty)"))}</span>`
    : `<code dir="auto" translate="no">${escaped(text)}</code>`
}

/** A text in which HTML finds no markup, and no character that hides or turns others. */
export function escaped(text: string): string {
  return printable(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
