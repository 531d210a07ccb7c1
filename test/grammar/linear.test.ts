import assert from "node:assert/strict"
import { before, describe, it } from "node:test"
import { fileURLToPath } from "node:url"
import { createRegistry } from "vscode-tmgrammar-test/dist/common/index.js"
import { growsLikeItsText } from "../support/growth.ts"

const SCOPE = "source.dsreg"
const PATH = fileURLToPath(new URL("../../syntaxes/dsreg.tmLanguage.json", import.meta.url))

/** The length of each line below, in characters: half of what an editor still colors. */
const LENGTH = 10_000

/** When the tokenizer gives up a line, in milliseconds: one that backtracks without end takes minutes. */
const LIMIT = 10_000

/** What a line repeats nearly to its end, each after every one of the heads. */
const REPEATED = [
  " ",
  "\t",
  "\u00a0",
  ">",
  "> ",
  "*",
  "* ",
  "a",
  "a ",
  "a  ",
  "a-",
  "a.",
  "a:",
  "a : ",
  "a@",
  "a\\",
  "a/",
  "é",
  "7",
  "1. ",
  "-1",
  "- ",
  "-",
  "=",
  "+",
  "|",
  "| ",
  "a | ",
  "[",
  "[ ",
  "(",
  "{",
  "{ ",
  "x-",
  "f",
  "F0",
  "0x",
  "0x0 ",
  "0xf/",
  "[0x1/0x2]",
  "xxxx-",
  "xxxxxxxx-xxxx-",
  "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx ",
  "ffff*",
  "AADSTS",
  "https://",
  "urn:",
  "www.",
  "2025-03-09 ",
  "2025-03-09 11:00:27.000 UTC -- ",
  "YES",
  "YES ",
  "dsregcmd ",
  "dsregcmd\\",
  "> dsregcmd /status ",
  "&gt;",
  "#",
  "`",
  "For more information, ",
]

/** What stands before it: nothing, the start of a value, what may follow a word, a text with a code. */
const HEADS = ["", "Name : ", "Name : FAIL ", "see 0x1 "]

/** What ends the line: a character that fits nowhere, so that a rule which ran to the end has to go back. */
const TAIL = "\u0001"

type Grammar = NonNullable<Awaited<ReturnType<ReturnType<typeof createRegistry>["loadGrammar"]>>>

describe("the grammar on a very long line", () => {
  let grammar: Grammar

  before(async () => {
    const loaded = await createRegistry([
      { path: PATH, scopeName: SCOPE, language: "dsreg", injectTo: [] },
    ]).loadGrammar(SCOPE)
    assert.ok(loaded, "the grammar loads")
    grammar = loaded
  })

  for (const head of HEADS) {
    it(`reads to the end whatever follows ${JSON.stringify(head)}`, () => {
      for (const repeated of REPEATED) {
        growsLikeItsText(
          JSON.stringify(head + repeated),
          LENGTH,
          (length) => longLine(head, repeated, length),
          (line) => assertRead(grammar, line),
        )
      }
    })
  }

  it("still names the field and the code at its end", () => {
    const line = `  Server Message : ${"a-".repeat(LENGTH / 2)} 0x801c03f2`
    const { tokens } = grammar.tokenizeLine(line, null, LIMIT)
    assert.ok(tokens[1]?.scopes.includes("variable.other.field.dsreg"))
    assert.ok(tokens.at(-1)?.scopes.includes("constant.numeric.code.dsreg"))
  })
})

function longLine(head: string, repeated: string, length: number): string {
  return head + repeated.repeat(Math.ceil(length / repeated.length)) + TAIL
}

/** The tokens of the line follow each other without a gap and reach its end, and none leaves a rule open. */
function assertRead(grammar: Grammar, line: string): void {
  const shown = JSON.stringify(line.slice(0, 60))
  const { tokens, stoppedEarly, ruleStack } = grammar.tokenizeLine(line, null, LIMIT)
  assert.equal(stoppedEarly, false, `gives up on ${shown}`)
  assert.equal(ruleStack.depth, 1, `leaves a rule open after ${shown}`)
  let end = 0
  for (const token of tokens) {
    assert.equal(token.startIndex, end, `leaves a gap in ${shown}`)
    end = token.endIndex
  }
  assert.ok(end >= line.length, `ends before ${shown} does`)
}
