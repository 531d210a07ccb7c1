import type { Explanation, Related } from "./explanation.ts"
import type { ExplanationId } from "./explanationId.ts"
import { kinds } from "./kinds/catalogue.ts"
import type { Kind } from "./kinds/kind.ts"

/** All meanings of what an id names; none for a list, and for an id that names nothing. */
export function explain(id: ExplanationId): readonly Explanation[] {
  const { kind, name, place } = parts(id)
  return kind?.explain(name, place) ?? []
}

/** What belongs to what an id names, in groups of which none is empty. */
export function related(id: ExplanationId): readonly Related[] {
  const { kind, name, place } = parts(id)
  return (kind?.beside(name, place) ?? []).filter(({ ids }) => ids.length > 0)
}

/** The id that a text from outside is, of an address or a client; undefined where it names nothing that has a page. */
export function explanationId(text: string): ExplanationId | undefined {
  const isList = text === "index" || kinds.some(({ word }) => text === `index/${word}s`)
  const { kind, name, place } = parts(text)
  return isList || (kind && kind.explain(name, place).length > 0) ? (text as ExplanationId) : undefined
}

/**
 * What the words of a person name: a code in any spelling, a field, a section, and so on; with the word of the kind
 * before it if need be: `event 1104`. Undefined where they name nothing.
 */
export function found(words: string): ExplanationId | undefined {
  const asked = words.trim()
  for (const kind of kinds) {
    const id = kind.find(asked) ?? kind.find(withoutWord(asked, kind))
    if (id) return id
  }
  return undefined
}

function withoutWord(words: string, { word }: Kind): string {
  return words.toLowerCase().startsWith(`${word} `) ? words.slice(word.length + 1).trim() : ""
}

function parts(id: string): { readonly kind?: Kind; readonly name: string; readonly place?: string } {
  const [word, name = "", place] = id.split("/")
  const kind = kinds.find((known) => known.word === word)
  return { name, ...(kind && { kind }), ...(place && { place }) }
}
