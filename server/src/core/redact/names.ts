import { type Identifier, type IdentifierKind, inSmallLetters } from "./identifier.ts"
import { isTelling, isTellingInside } from "./vocabulary.ts"

/** The kinds that are names: words that can stand anywhere in a sentence. */
const NAMES: ReadonlySet<IdentifierKind> = new Set<IdentifierKind>(["host", "domain", "user", "tenant"])

/** So many characters of a name tell where it may begin inside a word. */
const HEAD = 6

/** As much of a word tells it from others here: the engine's stack ends with a word of some millions of letters. */
const WORD_HEAD = /^[\p{L}\p{N}_]{1,99}/u
const WORD_HEADS = /(?:(?<=%[\da-f]{2})|(?<![\p{L}\p{N}_]))[\p{L}\p{N}_]{1,99}/gu

/**
 * The names of a log: each is one thing, whatever places it was found in, so that what was equal stays equal. The first
 * place decides what it is.
 */
export class Names {
  readonly #kinds = new Map<string, IdentifierKind>()
  /** Other spellings of names. */
  readonly #spellings = new Map<string, string>()
  /** Those that may be replaced wherever they stand. */
  readonly #telling = new Set<string>()
  /**
   * How long the names are that begin with a word, and those inside of words that begin with some letters, the longest
   * first: computers of one company begin alike, so there are few lengths and many names.
   */
  readonly #words: Lengths = new Map()
  readonly #insides: Lengths = new Map()

  /** Takes note of a name; what is no name is left alone. */
  add({ kind, key }: Pick<Identifier, "kind" | "key">): void {
    if (!NAMES.has(kind) || this.#kinds.has(key)) return
    this.#kinds.set(key, kind)
    if (!isTelling(key)) return
    this.#telling.add(key)
    insert(this.#words, WORD_HEAD.exec(key)?.[0] ?? "", key.length)
    if (isTellingInside(key)) insert(this.#insides, key.slice(0, HEAD), key.length)
  }

  /** Takes note that a name is also spelled so: `contosohealth` for `contoso health`. */
  spell(spelling: string, key: string): void {
    const kind = this.#kinds.get(key)
    if (!kind || this.#kinds.has(spelling) || !isTellingInside(spelling)) return
    this.add({ kind, key: spelling })
    this.#spellings.set(spelling, key)
  }

  /** What an identifier is, and of what it is a spelling. */
  resolved({ kind, key }: Identifier): Pick<Identifier, "kind" | "key"> {
    return { kind: this.#kinds.get(key) ?? kind, key: this.#spellings.get(key) ?? key }
  }

  /** Wherever a name stands as a word, and inside words where nobody could take it for another. */
  *standingIn(text: string): Iterable<Identifier> {
    const plain = inSmallLetters(text)
    for (const { 0: word, index } of plain.matchAll(WORD_HEADS)) {
      const isWhole = (end: number) => !/[\p{L}\p{N}_]/u.test(plain.charAt(end))
      const name = this.#longest(this.#words.get(word), plain, index, isWhole)
      if (name) yield this.#at(name, index)
    }
    if (this.#insides.size === 0) return
    for (let at = 0; at <= plain.length - HEAD; at++) {
      const name = this.#longest(this.#insides.get(plain.slice(at, at + HEAD)), plain, at, () => true)
      if (!name) continue
      yield this.#at(name, at)
      at += name.length - 1
    }
  }

  /** The longest name that stands at an offset and ends where it may. */
  #longest(
    lengths: readonly number[] | undefined,
    text: string,
    at: number,
    mayEnd: (end: number) => boolean,
  ): string | undefined {
    for (const length of lengths ?? []) {
      const name = text.slice(at, at + length)
      if (this.#telling.has(name) && mayEnd(at + length)) return name
    }
    return undefined
  }

  #at(key: string, start: number): Identifier {
    return { kind: this.#kinds.get(key) ?? "user", key, start, end: start + key.length }
  }
}

type Lengths = Map<string, readonly number[]>

function insert(lengths: Lengths, head: string, length: number): void {
  const known = lengths.get(head) ?? []
  if (!known.includes(length))
    lengths.set(
      head,
      [...known, length].sort((a, b) => b - a),
    )
}
