import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { expressionsOfGrammar } from "./expressions/grammar.ts"
import { isLinear } from "./expressions/linear.ts"
import { expressionsIn } from "./expressions/sources.ts"

/** What cannot be proved, by its file, and why it is no matter. */
const UNPROVED: readonly (readonly [file: string, begins: string, why: string])[] = [
  ["core/explain/crossLinks.ts", "^(?:0x[0-9a-f]{8}|", "it is asked about the catalogue's own names"],
  ["core/explain/text.ts", "(?<!`)(`+)(?!`)", "it is asked about the catalogue's own sentences"],
  ["core/report/abbreviations.ts", "(<code\\b", "in a report that a printer of ours made all code is closed"],
  ["core/report/abbreviations.ts", "((?<!`)(`+)", "in a report that a printer of ours made all code is closed"],
  ["core/text/wrapping.ts", "(?:[ \\t\\u00a0>]|", "every part of it may be empty, so that no way ends badly"],
  ["features/markup.ts", "(?<fence>`+)", "it is asked about Markdown that was made of the catalogue's own sentences"],
  ["src/fences.ts", "^([ \\t>]*)(`{3,}", "what stands behind the fence is whatever is left, so that no way ends badly"],
]

/** Where an expression is built of others, and of what. */
const BUILT: readonly (readonly [file: string, why: string])[] = [
  ["features/failingLines.ts", "a width is put into a bounded repetition"],
  ["core/redact/identifiers.ts", "mail names: bounded repetitions behind and before their sign"],
  ["core/explain/crossLinks.ts", "the names of the catalogue, one beside the other"],
  ["core/report/abbreviations.ts", "a few words, one beside the other"],
  ["src/markdownColors.ts", "expressions of the same file, one beside the other"],
]

const { all, built } = expressionsIn(["server/src", "client/src"])

describe("the expressions of the sources", () => {
  it("take as many steps as their text has letters, times a constant", () => {
    const unproved = all.filter((one) => !isLinear(one))
    const unknown = unproved.filter(
      ({ place, source }) => !UNPROVED.some(([file, begins]) => place.includes(file) && source.startsWith(begins)),
    )
    assert.deepEqual(
      unknown.map(({ place, source }) => `${place} /${source}/ is not proved to be linear`),
      [],
    )
    assert.equal(unproved.length, UNPROVED.length, "what is proved by now is taken off the list")
  })

  it("are built of others only where somebody looked", () => {
    const fresh = built.filter((place) => !BUILT.some(([file]) => place.includes(file)))
    assert.deepEqual(fresh, [])
  })
})

/** Those of the grammars that cannot be proved; test/grammar watches the time of those for lines. */
const UNPROVED_RULES: readonly (readonly [begins: string, why: string])[] = [
  [
    "(?:^|^)[ \\t>]*(\\d{1,5}\\.(?=\\s))?\\s*\\**",
    "a field: what takes blanks is possessive, which a greedy form is not",
  ],
  ["(?:^|^)[ \\t>]*(\\d{1,5}\\.(?=\\s))?\\s*(?:(", "a heading or frame: the same"],
  ["(?:^|^)[ \\t]*(`{3,})", "a fence: what follows the marks ends a line, which is as long as somebody typed"],
  ["(?:^|^)[ \\t]*(~{3,})", "a fence: the same"],
]

describe("the expressions of the grammars", () => {
  it("are linear too, but for those that are listed", () => {
    const rules = ["dsreg", "markdown.dsreg"].flatMap((name) =>
      expressionsOfGrammar(`syntaxes/${name}.tmLanguage.json`),
    )
    assert.equal(rules.length, 13)
    const unproved = rules.filter((one) => !isLinear(one)).map(({ source }) => source)
    const unknown = unproved.filter((source) => !UNPROVED_RULES.some(([begins]) => source.startsWith(begins)))
    assert.deepEqual(unknown, [])
    assert.equal(unproved.length, UNPROVED_RULES.length, "what is proved by now is taken off the list")
  })
})

describe("the proof", () => {
  for (const source of [
    "(?:a*)*b",
    "^(?:a|a)*b",
    "\\s+$",
    "^x*x*y",
    "0\\s*\\s*1",
    "\\w+@",
    "(?=.*0)_",
    "(.+)\\1:",
    "^\\s*:",
  ]) {
    it(`finds what is not linear: ${source}`, () =>
      assert.ok(!isLinear({ source, flags: source === "^\\s*:" ? "m" : "" })))
  }
  for (const source of [
    "\\s+",
    "^\\s+b",
    "\\b\\w+:",
    "(?<![\\w-])[\\w-]+:",
    "^0*_*:",
    "^(?:\\w+\\.)+$",
    "0\\s+1",
    "(.)\\1:",
    "0\\w{0,40} :",
  ]) {
    it(`knows what is linear: ${source}`, () => assert.ok(isLinear({ source, flags: "" })))
  }
})
