import assert from "node:assert/strict"
import { describe, it } from "node:test"
import type { SemanticTokens, SemanticTokensDelta } from "vscode-languageserver"
import { LogDocument } from "../../server/src/documents/logDocument.ts"
import {
  legend,
  semanticTokens,
  semanticTokensDelta,
  semanticTokensIn,
  type ToldTokens,
  toldTokens,
} from "../../server/src/features/semanticTokens.ts"
import { defaultSettings } from "../../server/src/features/settings.ts"
import { annotated, drawn } from "../support/annotated.ts"

const ONE = `
 AzureAdJoined : YES
                 ^^^ healthy
  DomainJoined : NO
                 ^^ healthy
      DeviceId : 0d3f5a52-9c1e-4f0b-8a77-52c6c1a0e914
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ identifier
AadRecoveryEnabled : YES
                     ^^^ failing
`
const TWO = `
Device State
AzureAdJoined : YES
                ^^^ healthy
DomainJoined : YES
               ^^^ healthy
AzureAdPrt : NO
             ^^ failing
AcquirePrtDiagnostics : PRESENT
Attempt Status : 0xc000006d
                 ^^^^^^^^^^ consequence
Server Error Description : AADSTS50126: Error validating
                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ consequence
  credentials due to invalid
  ^^^^^^^^^^^^^^^^^^^^^^^^^^ consequence
  username or password.
  ^^^^^^^^^^^^^^^^^^^^^ consequence
`

const documentOf = (text: string) => new LogDocument("file:///a.dsreg", 1, text)
const told = (document: LogDocument): ToldTokens => toldTokens(document, defaultSettings, String(document.revision))
const all = (document: LogDocument): SemanticTokens => semanticTokens(told(document))

/** The tokens drawn into their text, read as a client reads them. */
function shown(text: string, data: readonly number[]): string {
  const starts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)]
  const marks = []
  let [line, character] = [0, 0]
  for (let at = 0; at < data.length; at += 5) {
    const [down = 0, right = 0, length = 0, type = 0, modifiers] = data.slice(at, at + 5)
    line += down
    character = down > 0 ? right : character + right
    assert.equal(modifiers, 0)
    const start = (starts[line] ?? 0) + character
    marks.push({ start, end: start + length, label: legend.tokenTypes[type] ?? "" })
  }
  return drawn(text, marks)
}

describe("semantic tokens", () => {
  for (const [name, drawing] of Object.entries({ "one value": ONE, "a value over several lines": TWO })) {
    it(`say what the text means: ${name}`, () => {
      const { text } = annotated(drawing)
      assert.equal(shown(text, all(documentOf(text)).data), drawing.replace(/^\n/, ""))
    })
  }

  it("say the same with the line ends of Windows and in the second capture of a file", () => {
    const one = annotated(ONE).text
    const windows = all(documentOf(one.replaceAll("\n", "\r\n")))
    assert.deepEqual(windows.data, all(documentOf(one)).data)
    const both = `${one}C:\\> dsregcmd /status\n${one}`
    const expected = `${ONE.slice(1)}C:\\> dsregcmd /status\n${ONE.slice(1)}`
    assert.equal(shown(both, all(documentOf(both)).data), expected)
  })

  it("of a range are those of its lines, and nothing to build on", () => {
    const { text } = annotated(ONE)
    const lines = (first: number, last: number) => ({
      start: { line: first, character: 0 },
      end: { line: last, character: 0 },
    })
    const piece: SemanticTokens = semanticTokensIn(documentOf(text), lines(1, 2), defaultSettings)
    assert.equal(piece.resultId, undefined)
    assert.equal(
      shown(text, piece.data),
      ` AzureAdJoined : YES
  DomainJoined : NO
                 ^^ healthy
      DeviceId : 0d3f5a52-9c1e-4f0b-8a77-52c6c1a0e914
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ identifier
AadRecoveryEnabled : YES
`,
    )
    assert.deepEqual(semanticTokensIn(documentOf(text), lines(40, 50), defaultSettings).data, [])
  })

  it("follow the settings, and stay where diagnostics are turned off", () => {
    const { text } = annotated("AadRecoveryEnabled : YES\n")
    const count = (settings: Partial<typeof defaultSettings>) =>
      toldTokens(documentOf(text), { ...defaultSettings, ...settings }, "").pieces.flatMap(({ tokens }) => tokens.data)
        .length / 5
    assert.equal(count({}), 1)
    assert.equal(count({ enable: false }), 1)
    assert.equal(count({ severity: { "device-keys-unusable": "warning" } }), 1)
    assert.equal(count({ severity: { "device-keys-unusable": "info" } }), 0)
    assert.equal(count({ severity: { "device-keys-unusable": "off" } }), 0)
  })
})

describe("the difference to earlier tokens", () => {
  const { text } = annotated(ONE)
  const change = (document: LogDocument) =>
    document.update([{ range: { start: { line: 3, character: 21 }, end: { line: 3, character: 24 } }, text: "NO" }], 2)

  it("makes the new tokens of the old ones", () => {
    const document = documentOf(text)
    const before = told(document)
    const old = semanticTokens(before).data
    change(document)
    const after = semanticTokensDelta(told(document), before, before.resultId)
    assert.ok("edits" in after)
    assert.deepEqual(applied(old, after), all(documentOf(document.text)).data)
    assert.ok(after.edits.every(({ data = [] }) => data.length < old.length / 2))
  })

  it("makes them so in a file of many captures, wherever it changed", () => {
    const many = Array.from({ length: 9 }, (_, index) => `C:\\> dsregcmd /status\n${"\n".repeat(index)}${text}`).join(
      "",
    )
    const lines = many.split("\n").length
    for (let line = 0; line < lines; line += 2) {
      for (const put of ["", "\n", "AadRecoveryEnabled : YES\n", "C:\\> dsregcmd /status\n"]) {
        const document = documentOf(many)
        const before = told(document)
        const old = semanticTokens(before).data
        const end = { line: line + (put === "" ? 5 : 0), character: 0 }
        document.update([{ range: { start: { line, character: 0 }, end }, text: put }], 2)
        const after = semanticTokensDelta(told(document), before, before.resultId)
        assert.ok("edits" in after)
        assert.deepEqual(applied(old, after), all(documentOf(document.text)).data)
      }
    }
  })

  it("is empty where nothing changed", () => {
    const document = documentOf(text)
    const before = told(document)
    const after = semanticTokensDelta(told(document), before, before.resultId)
    assert.ok("edits" in after && after.edits.length === 0)
  })

  it("is everything where the earlier ones are not known", () => {
    const document = documentOf(text)
    for (const before of [undefined, told(document)]) {
      const after = semanticTokensDelta(told(document), before, "of another session")
      assert.ok(!("edits" in after))
      assert.deepEqual(after.data, all(document).data)
    }
  })
})

function applied(old: readonly number[], { edits }: SemanticTokensDelta): number[] {
  const data = [...old]
  for (const { start, deleteCount, data: put = [] } of [...edits].reverse()) data.splice(start, deleteCount, ...put)
  return data
}
