import type { Identifier, IdentifierKind } from "./identifiers.ts"
import { isTelling, isTellingInside } from "./vocabulary.ts"

/** The kinds that are names: words that can stand anywhere in a sentence. */
const NAMES: ReadonlySet<IdentifierKind> = new Set<IdentifierKind>(["host", "domain", "user", "tenant"])

/** So many characters of a name tell where it may begin inside a word. */
const HEAD = 6

/**
 * The names of a log: each is one thing, whatever places it was found in, so that what was equal stays equal. The first
 * place decides what it is.
 */
export class Names {
  readonly #kinds = new Map<string, IdentifierKind>()
  /** Names by their first word, the longest first, and those that are looked for inside words by their first letters. */
  readonly #words = new Map<string, string[]>()
  readonly #insides = new Map<string, string[]>()

  /** Takes note of a name; what is no name is left alone. */
  add({ kind, key }: Pick<Identifier, "kind" | "key">): void {
    if (!NAMES.has(kind) || this.#kinds.has(key)) return
    this.#kinds.set(key, kind)
    if (isTelling(key)) insert(this.#words, /^[\p{L}\p{N}_]+/u.exec(key)?.[0] ?? "", key)
    if (isTellingInside(key)) insert(this.#insides, key.slice(0, HEAD), key)
  }

  /** What an identifier is, and of what it is a spelling. */
  resolved({ kind, key }: Identifier): Pick<Identifier, "kind" | "key"> {
    return { kind: this.#kinds.get(key) ?? kind, key }
  }

  /** Wherever a name stands as a word, and inside words where nobody could take it for another. */
  *standingIn(text: string): Iterable<Identifier> {
    const plain = text.toLowerCase()
    // A letter whose small form is two letters would move everything behind it.
    if (plain.length !== text.length) return
    for (const { 0: word, index } of plain.matchAll(/(?:(?<=%[\da-f]{2})|(?<![\p{L}\p{N}_]))[\p{L}\p{N}_]+/gu)) {
      const name = this.#words.get(word)?.find((one) => stands(plain, one, index))
      if (name) yield this.#at(name, index)
    }
    if (this.#insides.size === 0) return
    for (let at = 0; at <= plain.length - HEAD; at++) {
      const name = this.#insides.get(plain.slice(at, at + HEAD))?.find((one) => plain.startsWith(one, at))
      if (!name) continue
      yield this.#at(name, at)
      at += name.length - 1
    }
  }

  #at(key: string, start: number): Identifier {
    return { kind: this.#kinds.get(key) ?? "user", key, start, end: start + key.length }
  }
}

function insert(index: Map<string, string[]>, head: string, name: string): void {
  const same = [...(index.get(head) ?? []), name]
  index.set(
    head,
    same.sort((a, b) => b.length - a.length),
  )
}

function stands(text: string, name: string, at: number): boolean {
  return text.startsWith(name, at) && !/[\p{L}\p{N}_]/u.test(text.charAt(at + name.length))
}
