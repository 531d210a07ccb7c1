import { type AST, RegExpParser, visitRegExpAST } from "@eslint-community/regexpp"
import { Alphabet } from "./alphabet.ts"
import type { Expression } from "./sources.ts"

/** Every way that an expression can take through a text: a state a place in it, with the letters that lead there. */
export interface Automaton {
  /** The letters that lead into each state. */
  readonly takes: readonly ReadonlySet<string>[]
  /** Where it goes from each state; twice where two ways lead there. */
  readonly follows: readonly (readonly number[])[]
  readonly letters: readonly string[]
}

/** A part of an expression: whether it may be empty, where it begins and where it ends. */
interface Part {
  readonly empty: boolean
  readonly first: readonly number[]
  readonly last: readonly number[]
}

const EMPTY: Part = { empty: true, first: [], last: [] }

/** More places than that are no matter of a test. */
const LARGEST = 6_000

/**
 * The automaton of an expression, with at least as many ways as it has: what is only asserted takes nothing, or is a
 * way that ends nowhere; a backreference takes what its group takes. While no way has begun it is in a state for the
 * last letter, so that what an expression asks of the letter before it is kept.
 */
export function automatonOf({ source, flags }: Expression): Automaton {
  const pattern = new RegExpParser().parsePattern(source, undefined, undefined, { unicode: /[uv]/.test(flags) })
  const builder = new Builder(new Alphabet(source, flags, piecesOf(pattern)))
  for (const alternative of pattern.alternatives) {
    const { first } = builder.alternative(alternative)
    const before = flags.includes("y") ? [] : builder.lettersBefore(alternative.elements, flags, first)
    for (const letter of before) builder.follows[builder.letters.indexOf(letter)]?.push(...first)
  }
  return builder
}

/** The parts that take one character. */
function piecesOf(pattern: AST.Pattern): readonly string[] {
  const pieces: string[] = []
  const take = ({ raw }: AST.Node) => void pieces.push(raw)
  const takeFree = (node: AST.Character | AST.CharacterSet) => {
    if (node.parent.type !== "CharacterClass" && node.parent.type !== "CharacterClassRange") take(node)
  }
  visitRegExpAST(pattern, { onCharacterEnter: takeFree, onCharacterSetEnter: takeFree, onCharacterClassEnter: take })
  return pieces
}

class Builder implements Automaton {
  readonly takes: ReadonlySet<string>[]
  readonly follows: number[][]
  readonly letters: readonly string[]
  readonly #alphabet: Alphabet

  constructor(alphabet: Alphabet) {
    this.#alphabet = alphabet
    this.letters = alphabet.letters
    this.takes = this.letters.map((letter) => new Set([letter]))
    this.follows = this.letters.map(() => this.letters.map((_, index) => index))
  }

  /** The letters behind which an expression may begin. */
  lettersBefore(elements: readonly AST.Element[], flags: string, first: readonly number[]): readonly string[] {
    const [start] = elements
    if (start?.type !== "Assertion") return this.letters
    if (start.kind === "start")
      return flags.includes("m") ? this.letters.filter((letter) => /[\n\r\u2028\u2029]/.test(letter)) : []
    if (start.kind === "word" && !start.negate) {
      const isWord = (letter: string) => /\w/.test(letter)
      const inside = first.every((state) => Array.from(this.takes[state] ?? []).every(isWord))
      return inside ? this.letters.filter((letter) => !isWord(letter)) : this.letters
    }
    const [only, ...others] = start.kind === "lookbehind" ? start.alternatives : []
    const [one, ...more] = only?.elements ?? []
    if (start.kind !== "lookbehind" || !one || more.length + others.length > 0 || !takesOne(one)) return this.letters
    const taken = start.negate ? this.#alphabet.whollyTakenBy(one.raw) : this.#alphabet.takenBy(one.raw)
    return this.letters.filter((letter) => taken.has(letter) !== start.negate)
  }

  alternative({ elements }: AST.Alternative): Part {
    return elements.reduce((part, element) => this.#joined(part, this.#element(element)), EMPTY)
  }

  #element(node: AST.Element): Part {
    switch (node.type) {
      case "Group":
      case "CapturingGroup":
        return this.#either(node.alternatives)
      case "Quantifier":
        return this.#repeated(node)
      case "Backreference":
        return [node.resolved]
          .flat()
          .map((group) => this.#element(group))
          .reduce(either, { ...EMPTY, empty: false })
      case "Assertion":
        if (node.kind !== "lookahead") return EMPTY
        // Its ways are taken and end nowhere; the others go on as if it were not there.
        return { empty: true, first: this.#either(node.alternatives).first, last: [] }
      default:
        return this.#place(this.#alphabet.takenBy(node.raw))
    }
  }

  #place(letters: ReadonlySet<string>): Part {
    const state = this.takes.push(letters) - 1
    if (state > LARGEST) throw new Error("an expression with too many places")
    this.follows.push([])
    return { empty: false, first: [state], last: [state] }
  }

  #either(alternatives: readonly AST.Alternative[]): Part {
    return alternatives.map((one) => this.alternative(one)).reduce(either)
  }

  #joined(one: Part, other: Part): Part {
    for (const state of one.last) this.follows[state]?.push(...other.first)
    return {
      empty: one.empty && other.empty,
      first: one.empty ? [...one.first, ...other.first] : one.first,
      last: other.empty ? [...one.last, ...other.last] : other.last,
    }
  }

  #repeated({ element, min, max }: AST.Quantifier): Part {
    let rest = EMPTY
    if (Number.isFinite(max)) {
      for (let left = max - min; left > 0; left--) rest = { ...this.#joined(this.#element(element), rest), empty: true }
    } else {
      const one = this.#element(element)
      for (const state of one.last) this.follows[state]?.push(...one.first)
      rest = { ...one, empty: min === 0 || one.empty }
    }
    const times = Number.isFinite(max) ? min : min - 1
    for (let left = times; left > 0; left--) rest = this.#joined(this.#element(element), rest)
    return rest
  }
}

function either(one: Part, other: Part): Part {
  return {
    empty: one.empty || other.empty,
    first: [...one.first, ...other.first],
    last: [...one.last, ...other.last],
  }
}

function takesOne({ type }: AST.Element): boolean {
  return type === "Character" || type === "CharacterClass" || type === "CharacterSet"
}
