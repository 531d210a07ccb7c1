/**
 * A few letters that stand for all: every letter of a group takes the same ways through an expression if its own is
 * taken by all that take any of the group, so none of the ways is lost. Few letters make the proof a matter of
 * milliseconds.
 */
export class Alphabet {
  /** Letters by the one that stands for them. */
  readonly #groups: ReadonlyMap<string, readonly string[]>
  readonly #flags: string

  constructor(source: string, flags: string) {
    this.#flags = flags.replace(/[^ius]/g, "")
    const groups = new Map<string, string[]>()
    const folds = flags.includes("i")
    // What is in no word and stands in the expression itself may be told apart by it.
    for (const letter of new Set([...SINGLE, ...source.replace(/[^\u0080-\uffff]/g, "")])) groups.set(letter, [letter])
    for (const letter of WORD) {
      const key = keyOf(folds ? letter.toLowerCase() : letter)
      groups.set(key, [...(groups.get(key) ?? []), letter])
    }
    this.#groups = groups
  }

  /** A piece of an expression that takes one character, as a class of the letters that stand for what it takes. */
  classOf(raw: string): string {
    const takes = new RegExp(`^(?:${raw})$`, this.#flags)
    const taken = Array.from(this.#groups).filter(([, letters]) => letters.some((letter) => takes.test(letter)))
    return `[${taken.map(([key]) => escaped(key)).join("")}]`
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

function escaped(letter: string): string {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`
}
