/**
 * A few letters that stand for all: every letter of a group takes the same ways through an expression if its own is
 * taken by all that take any of the group, so none of the ways is lost. Few letters make a proof a matter of
 * milliseconds.
 */
export class Alphabet {
  readonly #groups: ReadonlyMap<string, readonly string[]>
  readonly #flags: string

  /** `pieces` are the parts of the expression that take one character: what none of them tells apart is one letter. */
  constructor(source: string, flags: string, pieces: readonly string[]) {
    this.#flags = flags.replace(/[^ius]/g, "")
    const groups = new Map<string, string[]>()
    const folds = flags.includes("i")
    // What is in no word and stands in the expression itself may be told apart by it.
    for (const letter of new Set([...SINGLE, ...source.replace(/[^\u0080-\uffff]/g, "")])) groups.set(letter, [letter])
    for (const letter of WORD) {
      const key = keyOf(folds ? letter.toLowerCase() : letter)
      groups.set(key, [...(groups.get(key) ?? []), letter])
    }
    const told = [...new Set([...pieces, "\\w", "[\\n\\r\\u2028\\u2029]"])].map(
      (raw) => new RegExp(`^(?:${raw})$`, this.#flags),
    )
    const merged = new Map<string, [string, string[]]>()
    for (const [key, letters] of groups) {
      const kind = told.map((piece) => `${letters.some((one) => piece.test(one))}`).join()
      const known = merged.get(kind)
      if (known) known[1].push(...letters)
      else merged.set(kind, [key, [...letters]])
    }
    this.#groups = new Map(merged.values())
  }

  get letters(): readonly string[] {
    return [...this.#groups.keys()]
  }

  /** The letters that stand for what a piece of an expression takes, which takes one character. */
  takenBy(raw: string): ReadonlySet<string> {
    return this.#those((letters, takes) => letters.some((letter) => takes.test(letter)), raw)
  }

  /** Those of which it takes every letter that they stand for. */
  whollyTakenBy(raw: string): ReadonlySet<string> {
    return this.#those((letters, takes) => letters.every((letter) => takes.test(letter)), raw)
  }

  #those(are: (letters: readonly string[], takes: RegExp) => boolean, raw: string): ReadonlySet<string> {
    const takes = new RegExp(`^(?:${raw})$`, this.#flags)
    return new Set(Array.from(this.#groups).flatMap(([key, letters]) => (are(letters, takes) ? [key] : [])))
  }
}

const CODES = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code))
const WORD = CODES.filter((letter) => /[a-z0-9]/i.test(letter))

/** Whatever else is in ASCII, and of the rest a letter, blanks, a dash, an invisible one, half of a pair. */
const SINGLE = [
  ...CODES.filter((letter) => !WORD.includes(letter)),
  ..."é\u00a0\u2028\u2029\u2014\u200b\u0085日",
  "\ud83d",
]

function keyOf(letter: string): string {
  if (/\d/.test(letter)) return "0"
  if (/[a-f]/.test(letter)) return "a"
  if (/[A-F]/.test(letter)) return "A"
  return letter === letter.toLowerCase() ? "x" : "X"
}
