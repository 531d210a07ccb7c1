import type { Explanation, Related } from "../explanation.ts"
import type { ExplanationId, KindWord } from "../explanationId.ts"

/** One thing of a kind, for a list to choose from. */
export interface Item {
  readonly id: ExplanationId
  readonly label: string
  /** What it means in a few words; where it is absent, a list says what kind of thing it is. */
  readonly description?: string
  readonly detail: string
  /** Everything that names exactly this, in lower case. */
  readonly keys: readonly string[]
}

/** One kind of knowledge: everything that the rest of the house asks of codes, fields, rules and so on alike. */
export interface Kind {
  /** The first word of its ids. */
  readonly word: KindWord
  /** The heading of the list of all. */
  readonly title: string
  /** The pages of everything there is, in the order of a list. */
  ids(): readonly ExplanationId[]
  /** Every meaning of everything there is, in the order of a book. */
  all(): readonly Explanation[]
  /** What the words of a person name, in any spelling; undefined where they name nothing of this kind. */
  find(words: string): ExplanationId | undefined
  /** All meanings of a name as ids have it, at a place where the id names one; none where it names nothing. */
  explain(name: string, place?: string): readonly Explanation[]
  /** What belongs to it. A group can be empty. */
  beside(name: string, place?: string): readonly Related[]
  /** Every name by which our own texts can mention something of this kind, with its page. */
  spellings(): Iterable<readonly [name: string, id: ExplanationId]>
  /** What a list of everything offers to choose from. */
  items(): readonly Item[]
}

/** The entry of an id; undefined for an id that names none. */
export function named<Entry extends { readonly id: string | number }>(
  entries: readonly Entry[],
  name: string,
): Entry | undefined {
  return entries.find(({ id }) => String(id) === name)
}

/** The first sentence of a text. */
export function firstSentence(text: string): string {
  return /^.*?[.!?](?=\s|$)/.exec(text)?.[0] ?? text
}
