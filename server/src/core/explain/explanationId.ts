import type { Phase, Place } from "../knowledge/code.ts"
import type { SectionId } from "../knowledge/sectionId.ts"
import { inAddress } from "./print/inAddress.ts"

/** What the ids of each kind name behind its word. A new kind has a line here. */
interface Names {
  readonly code: string
  readonly event: number
  readonly field: string
  readonly message: string
  readonly phase: Phase
  readonly rule: string
  readonly section: SectionId
  readonly topic: string
}

/** The first word of an id, which says what kind of thing it names. */
export type KindWord = keyof Names

/** The page that lists everything of a kind: `index/codes`. */
export type ContentsId = `index/${KindWord}s`

/**
 * Names a page about something that the catalogue can explain: `code/0x80072ee2/discover`, `field/AzureAdPrt`, `index`.
 * One that comes from outside is a string until `explanationId` knows it.
 */
export type ExplanationId = "index" | ContentsId | { [Word in KindWord]: `${Word}/${Names[Word]}` }[KindWord]

/** The scheme of the addresses that the pages have: `dsreg-explain:/code/discover/0x80072ee2.md`. */
export const EXPLANATION_SCHEME = "dsreg-explain"

/** The id of a code at a place; without a place, of all its meanings. */
export function codeId(code: string, place?: Place): ExplanationId {
  return place ? `code/${code}/${place}` : `code/${code}`
}

/** The path of a page, which ends in its name, for that is what an editor's tab shows: `/code/discover/0x80072ee2.md`. */
export function pathOf(id: string): string {
  return `/${turned(id)}.md`
}

/** What an address of a page names; whether there is such a page, `explanationId` says. */
export function nameAt(address: string): string {
  const path = address
    .replace(/^[\w-]+:\/*/, "")
    .split(/[?#]/, 1)
    .join()
  return turned(decodeURIComponent(path).replace(/\.md$/, ""))
}

/** A link to a page from another, or from where another would stand; relative, as a Markdown preview follows it: `../../phase/discover.md`. */
export function linkTo(id: ExplanationId, from: string): string {
  const up = "../".repeat(from.split("/").length - 1)
  return up + pathOf(id).slice(1).split("/").map(inAddress).join("/")
}

/** `code/0x80072ee2/discover` as `code/discover/0x80072ee2`, and back. */
function turned(id: string): string {
  const [kind, ...names] = id.split("/")
  return [kind, ...names.toReversed()].join("/")
}
