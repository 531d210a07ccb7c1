import { type AST, RegExpParser, visitRegExpAST } from "@eslint-community/regexpp"
import { Alphabet } from "./alphabet.ts"

/** A letter that no text has: what needs it at its end fails on every way, so that the checker has to count all ways. */
const NEVER = "\\u2603"

/** The source and the flags of an expression. */
export interface Expression {
  readonly source: string
  readonly flags: string
}

/**
 * An expression in a form that the checker knows and is quick with, which takes at least as many steps: a few letters for
 * all, assertions as ways that end nowhere, a backreference as whatever its group takes.
 */
export function provable({ source, flags }: Expression): Expression {
  const pattern = new RegExpParser().parsePattern(source, undefined, undefined, { unicode: /[uv]/.test(flags) })
  const form = new Form(new Alphabet(source, flags), isPlain(pattern))
  const body = form.alternatives(pattern.alternatives)
  const begun = flags.includes("y") ? `^(?:${body})` : body
  return { source: form.isExact ? begun : `(?:${begun})${NEVER}`, flags: flags.replace(/[^m]/g, "") }
}

/**
 * Whether all its ways can be written as they are. A look back at the start of it counts as nothing: where it says no,
 * no way begins.
 */
function isPlain(pattern: AST.Pattern): boolean {
  let plain = true
  const first = pattern.alternatives.map(({ elements }) => elements[0])
  visitRegExpAST(pattern, {
    onAssertionEnter: (node) => {
      if (node.kind === "lookahead" || (node.kind === "lookbehind" && !isFirst(node, first))) plain = false
    },
    onBackreferenceEnter: () => {
      plain = false
    },
  })
  return plain
}

/** Whether a part is one of those, or begins a group that is one. */
function isFirst(node: AST.Node, first: readonly (AST.Node | undefined)[]): boolean {
  if (first.includes(node)) return true
  const { parent } = node
  if (parent?.type !== "Alternative" || parent.elements[0] !== node) return false
  return parent.parent.type === "Group" && isFirst(parent.parent, first)
}

/** Writes the parts of an expression anew. */
class Form {
  readonly #alphabet: Alphabet

  constructor(
    alphabet: Alphabet,
    readonly isExact: boolean,
  ) {
    this.#alphabet = alphabet
  }

  alternatives(all: readonly AST.Alternative[]): string {
    return all.map(({ elements }) => elements.map((element) => this.#element(element)).join("")).join("|")
  }

  #element(node: AST.Element): string {
    switch (node.type) {
      case "Group":
      case "CapturingGroup":
        return `(?:${this.alternatives(node.alternatives)})`
      case "Quantifier":
        return this.#quantifier(node)
      case "Backreference":
        return [node.resolved]
          .flat()
          .map((group) => this.#element(group))
          .join("|")
      case "Assertion":
        return this.#assertion(node)
      default:
        return this.#alphabet.classOf(node.raw)
    }
  }

  #quantifier({ element, min, max, greedy }: AST.Quantifier): string {
    const times = `{${min},${Number.isFinite(max) ? max : ""}}`
    return `(?:${this.#element(element)})${times}${greedy ? "" : "?"}`
  }

  #assertion(node: AST.Assertion): string {
    if (node.kind === "lookahead") return `(?:(?:${this.alternatives(node.alternatives)})${NEVER}|)`
    if (node.kind === "lookbehind") {
      if (/[*+]|,\}/.test(node.raw.replace(/\[[^\]]*\]/g, "")))
        throw new Error(`it looks back without an end: ${node.raw}`)
      return ""
    }
    // Where the end has to be, all ways have failed already.
    return node.kind === "end" && !this.isExact ? "" : node.raw
  }
}
