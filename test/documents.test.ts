import assert from "node:assert/strict"
import { describe, it } from "node:test"
import fc from "fast-check"
import { TextDocument } from "vscode-languageserver-textdocument"
import { LogDocument } from "../server/src/documents/logDocument.ts"

const box = (title: string) => `+------+\n| ${title} |\n+------+\n`
const piece = fc.oneof(
  fc.constantFrom(box("Device State"), box("User State"), "PS C:\\> dsregcmd /status\n", "AzureAdJoined : NO\r\n"),
  fc.constantFrom("DomainJoined : YES\n", "\n", "\r", "+------+\n", "[Version 10.0.19045.1]\n", "dsregcmd", " /status"),
  fc.string({ maxLength: 8 }),
)
const text = fc.array(piece, { maxLength: 16 }).map((pieces) => pieces.join(""))
const edit = fc.record({ from: fc.nat(), length: fc.nat({ max: 60 }), text: fc.oneof(text, fc.constant("")) })

describe("an open document", () => {
  it("is after any edits what it would be if it were opened anew", () => {
    fc.assert(
      fc.property(text, fc.array(edit, { maxLength: 6 }), (initial, edits) => {
        const open = new LogDocument("file:///a", 1, initial)
        let plain = TextDocument.create("file:///a", "dsreg", 1, initial)
        for (const { from, length, text: inserted } of edits) {
          const start = plain.positionAt(from % (plain.getText().length + 1))
          const end = plain.positionAt((from % (plain.getText().length + 1)) + length)
          open.update([{ range: { start, end }, text: inserted }], 2)
          plain = TextDocument.update(plain, [{ range: { start, end }, text: inserted }], 2)
        }
        const fresh = new LogDocument("file:///a", 1, plain.getText())
        assert.equal(open.text, plain.getText())
        assert.deepEqual(
          open.chunks.map(({ chunk, firstLine }) => [chunk.text, firstLine]),
          fresh.chunks.map(({ chunk, firstLine }) => [chunk.text, firstLine]),
        )
        for (const { firstLine } of open.chunks) {
          if (firstLine < plain.lineCount) assert.equal(open.chunkAt(firstLine).firstLine, firstLine)
        }
      }),
      { numRuns: 300 },
    )
  })

  it("keeps the reading of the captures that an edit does not touch", () => {
    const one = `${box("Device State")}AzureAdJoined : NO\n`
    const open = new LogDocument("file:///a", 1, one + one + one + one)
    const before = open.chunks.map(({ chunk }) => chunk)
    assert.equal(before.length, 4)
    const at = { line: 3, character: 16 }
    open.update([{ range: { start: at, end: { line: 3, character: 18 } }, text: "YES" }], 2)
    const after = open.chunks.map(({ chunk }) => chunk)
    assert.notEqual(after[0], before[0])
    assert.deepEqual(
      after.slice(2).map((chunk, index) => chunk === before[index + 2]),
      [true, true],
    )
  })
})
