import type { Place } from "../knowledge/code.ts"
import { inAddress } from "./markdown.ts"

/** Names a page about something that the catalogue can explain: `code/0x80072ee2/discover`, `field/AzureAdPrt`, `index`. */
export type ExplanationId = string

/** The scheme of the addresses that the pages have: `dsreg-explain:/code/discover/0x80072ee2.md`. */
export const EXPLANATION_SCHEME = "dsreg-explain"

/** The id of a code at a place; without a place, of all its meanings. */
export function codeId(code: string, place?: Place): ExplanationId {
  return place ? `code/${code}/${place}` : `code/${code}`
}

/** The path of a page, which ends in its name, for that is what an editor's tab shows: `/code/discover/0x80072ee2.md`. */
export function pathOf(id: ExplanationId): string {
  return `/${turned(id)}.md`
}

/** The id of the page at an address. */
export function idAt(address: string): ExplanationId {
  const path = address.replace(/^[\w-]+:\/*/, "").replace(/[?#].*$/, "")
  return turned(decodeURIComponent(path).replace(/\.md$/, ""))
}

/** A link from one page to another, relative, as a Markdown preview follows it: `../../phase/discover.md`. */
export function linkTo(id: ExplanationId, from: ExplanationId): string {
  const up = "../".repeat(from.split("/").length - 1)
  return up + pathOf(id).slice(1).split("/").map(inAddress).join("/")
}

/** `code/0x80072ee2/discover` as `code/discover/0x80072ee2`, and back. */
function turned(id: string): string {
  const [kind, ...names] = id.split("/")
  return [kind, ...names.toReversed()].join("/")
}
