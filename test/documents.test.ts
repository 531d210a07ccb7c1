import assert from "node:assert/strict"
import { describe, it } from "node:test"
import fc from "fast-check"
import { TextDocument } from "vscode-languageserver-textdocument"
import { capturesIn } from "../server/src/core/log/readLog.ts"
import type { Chunk, Read } from "../server/src/documents/chunk.ts"
import { LogDocument } from "../server/src/documents/logDocument.ts"
import { anyBoxes, anyEdit } from "./support/anyEdit.ts"

const box = (title: string) => `+------+\n| ${title} |\n+------+\n`
const documentOf = (initial: string, read?: Read) => new LogDocument("file:///a", 1, initial, { read })
const cutsOf = ({ chunks }: LogDocument) => chunks.map(({ chunk, firstLine }) => [chunk.text, firstLine])
const chunksOf = ({ chunks }: LogDocument) => chunks.map(({ chunk }) => chunk)

/** Puts a text in the place of the characters between two offsets. */
function edited(document: LogDocument, from: number, to: number, inserted: string): void {
  const plain = TextDocument.create("", "", 0, document.text)
  document.update([{ range: { start: plain.positionAt(from), end: plain.positionAt(to) }, text: inserted }], 2)
}

/** Reads as ever, and counts the characters of the captures that were read. */
function counting(): { readonly read: Read; characters: number } {
  const counter = {
    characters: 0,
    *read(whole: string) {
      for (const capture of capturesIn(whole)) {
        counter.characters += capture.text.length
        yield capture
      }
    },
  }
  return counter
}

describe("an open document", () => {
  it("is after any edits what it would be if it were opened anew", () => {
    fc.assert(
      fc.property(anyBoxes, fc.array(anyEdit, { maxLength: 6 }), (initial, edits) => {
        const open = documentOf(initial)
        let plain = TextDocument.create("file:///a", "dsreg", 1, initial)
        for (const { from, length, text: inserted } of edits) {
          const start = plain.positionAt(from % (plain.getText().length + 1))
          const end = plain.positionAt((from % (plain.getText().length + 1)) + length)
          open.update([{ range: { start, end }, text: inserted }], 2)
          plain = TextDocument.update(plain, [{ range: { start, end }, text: inserted }], 2)
        }
        const fresh = documentOf(plain.getText())
        assert.equal(open.text, plain.getText())
        assert.deepEqual(cutsOf(open), cutsOf(fresh))
        for (const { firstLine } of open.chunks) {
          if (firstLine < plain.lineCount) assert.equal(open.chunkAt(firstLine).firstLine, firstLine)
        }
      }),
      { numRuns: 500 },
    )
  })

  it("is cut as one opened anew where HTML joined its lines", () => {
    for (const whole of [
      "Device Details\nDevice State<br>Device Details<br>\nd:<br>Device State<br>AzureAdJoined = NO<br>\nDevice State",
      "| Device State |\n+------+\n| Device State |<br>AzureAdJoined : YES<br>| Device State |<br>DomainJoined : NO",
      "\rDevice State<br>dsregcmd\nDevice State\nDevice Details\nDevice Details",
    ]) {
      for (let at = 0; at <= whole.length; at++) {
        for (const inserted of ["", "!"]) {
          const open = documentOf(whole)
          edited(open, at, at, inserted)
          assert.deepEqual(cutsOf(open), cutsOf(documentOf(open.text)))
        }
      }
    }
  })

  it("is the other text after all of it was replaced, and keeps what stayed the same", () => {
    const logs = Array.from({ length: 5 }, (_, index) => `C:\\> dsregcmd /status\nAzureAdJoined : NO\nx : ${index}\n`)
    const open = documentOf(logs.join(""))
    const before = chunksOf(open)
    const other = [...logs.slice(0, 2), "C:\\> dsregcmd /status\nAzureAdJoined : YES\n", ...logs.slice(3)].join("")
    open.update([{ text: other }], 2)
    assert.deepEqual(cutsOf(open), cutsOf(documentOf(other)))
    assert.deepEqual(
      chunksOf(open).map((chunk, index) => chunk === before[index]),
      [true, true, false, true, true],
    )
    open.update([{ text: "" }], 3)
    assert.deepEqual(cutsOf(open), [["", 0]])
  })

  it("takes a range from its end to its start", () => {
    const open = documentOf("AzureAdJoined : NO\nDomainJoined : YES\n")
    open.update([{ range: { start: { line: 1, character: 6 }, end: { line: 0, character: 16 } }, text: "X" }], 2)
    assert.equal(open.text, "AzureAdJoined : XJoined : YES\n")
  })

  it("counts lines and characters as an editor does", () => {
    const part = fc.constantFrom("a", "bc", "\r", "\n", "\r\n")
    const number = fc.integer({ min: -1, max: 14 })
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), number, number, (parts, line, character) => {
        const plain = TextDocument.create("", "", 0, parts.join(""))
        const [placed] = documentOf(parts.join("")).chunks
        assert.ok(placed)
        const { lines, lineBreaks } = placed.chunk
        assert.equal(lineBreaks, plain.lineCount - 1)
        assert.deepEqual(lines.positionAt(character), plain.positionAt(character))
        assert.equal(lines.offsetAt({ line, character }), plain.offsetAt({ line, character }))
      }),
      { numRuns: 1_000 },
    )
  })

  it("has a number for each text that no other text has", () => {
    const open = documentOf("a")
    const numbers = [open.revision, documentOf("a").revision]
    open.update([{ text: "b" }], 2)
    numbers.push(open.revision)
    assert.equal(new Set(numbers).size, 3)
  })
})

describe("an edit", () => {
  const one = `${box("Device State")}AzureAdJoined : NO\n`

  it("keeps the reading of the captures that it does not touch", () => {
    const open = documentOf(one.repeat(6))
    const before = chunksOf(open)
    assert.equal(before.length, 6)
    edited(open, 2 * one.length + one.indexOf("NO"), 2 * one.length + one.indexOf("NO") + 2, "YES")
    assert.deepEqual(
      chunksOf(open).map((chunk, index) => chunk === before[index]),
      [true, true, false, true, true, true],
    )
  })

  it("reads no more than the captures beside it", () => {
    const counter = counting()
    const open = documentOf(one.repeat(500), counter.read)
    counter.characters = 0
    const end = 251 * one.length - 1
    edited(open, end, end, "T SET")
    assert.ok(counter.characters <= 3 * one.length, `${counter.characters} characters`)
  })

  it("that moves every cut below it reads each capture a few times at most", () => {
    const titles = ["Device State", "User State", "SSO State"].map((title) => `| ${title} |\n`)
    const initial = titles.join("").repeat(400)
    const counter = counting()
    const open = documentOf(initial, counter.read)
    for (const inserted of [`${titles[1]}`, `${titles[2]}`]) {
      counter.characters = 0
      edited(open, 0, 0, inserted)
      assert.deepEqual(cutsOf(open), cutsOf(documentOf(open.text)))
      assert.ok(counter.characters <= 4 * initial.length, `${counter.characters} of ${initial.length} characters`)
    }
  })

  it("can take away the whole text and put another there", () => {
    const open = documentOf(one.repeat(3))
    edited(open, 0, 3 * one.length, "")
    assert.deepEqual(cutsOf(open), [["", 0]])
    edited(open, 0, 0, one.repeat(2))
    assert.deepEqual(cutsOf(open), cutsOf(documentOf(one.repeat(2))))
  })
})

describe("a chunk", () => {
  it("works out an answer once, until its text or what the answer depends on changes", () => {
    const open = documentOf("C:\\> dsregcmd /status\nAzureAdJoined : NO\n".repeat(3))
    let asked = 0
    const length = ({ text: { length: characters } }: Chunk, word: string) => {
      asked++
      return `${word} ${characters}`
    }
    const ask = (word: string) => open.chunks.map(({ chunk }) => chunk.once(length, word))
    assert.deepEqual(ask("a"), ["a 41", "a 41", "a 41"])
    assert.deepEqual(ask("a"), ["a 41", "a 41", "a 41"])
    assert.equal(asked, 3)
    assert.deepEqual(ask("b"), ["b 41", "b 41", "b 41"])
    assert.equal(asked, 6)
    edited(open, 60, 60, "x")
    assert.deepEqual(ask("b"), ["b 41", "b 42", "b 41"])
    assert.equal(asked, 7)
  })
})

describe("a text whose reading breaks", () => {
  const one = "C:\\> dsregcmd /status\nAzureAdJoined : YES\nAadRecoveryEnabled : YES\n"

  /** Breaks where a text or what is left of it holds the word `BREAK`. */
  const breaking: Read = function* (whole) {
    for (const capture of capturesIn(whole)) {
      if (capture.text.includes("BREAK")) throw new Error("broken")
      yield capture
    }
  }
  const rulesIn = ({ chunks }: LogDocument) =>
    chunks.map(({ chunk }) => chunk.diagnosis.findings.map(({ rule, severity }) => `${rule.id} ${severity}`))

  it("is known with all its text, and says so on its first line", () => {
    const open = documentOf(`\n  BREAK here \n${one}`, breaking)
    assert.equal(open.text, `\n  BREAK here \n${one}`)
    const [placed, ...others] = open.chunks
    assert.equal(others.length, 0)
    const { findings, faults, verdict, root } = placed?.chunk.diagnosis ?? {}
    assert.deepEqual(
      findings?.map(({ message, severity, span, rule }) => [rule.id, severity, message, span]),
      [["dsreg-fault", "error", "dsreg could not read this log: a fault in dsreg", { start: 3, end: 13 }]],
    )
    assert.equal(String(faults?.[0]?.error), "Error: broken")
    assert.match(verdict ?? "", /could not read/)
    assert.equal(root, findings?.[0])
  })

  it("keeps what was read above, and is read again with each edit", () => {
    const open = documentOf(`${one}C:\\> dsregcmd /status\nBREAK\nDomainJoined : NO\n${one}`, breaking)
    assert.deepEqual(rulesIn(open), [["device-keys-unusable error"], ["dsreg-fault error"]])
    edited(open, 0, 0, "\n")
    assert.deepEqual(rulesIn(open), [["device-keys-unusable error"], ["dsreg-fault error"]])
    const at = open.text.indexOf("BREAK")
    edited(open, at, at + 5, "mended")
    assert.deepEqual(rulesIn(open), [["device-keys-unusable error"], [], ["device-keys-unusable error"]])
    assert.deepEqual(cutsOf(open), cutsOf(documentOf(open.text)))
    edited(open, 0, 0, "BREAK\n")
    assert.deepEqual(rulesIn(open), [["dsreg-fault error"]])
  })

  it("is read again with an edit above it, when nothing breaks any more", () => {
    let isBroken = true
    const open = documentOf(one.repeat(3), function* (whole) {
      let count = 0
      for (const capture of capturesIn(whole)) {
        if (isBroken && count++ === 1) throw new Error("broken")
        yield capture
      }
    })
    assert.deepEqual(rulesIn(open), [["device-keys-unusable error"], ["dsreg-fault error"]])
    isBroken = false
    edited(open, 0, 0, "\n")
    assert.deepEqual(cutsOf(open), cutsOf(documentOf(open.text)))
    assert.ok(rulesIn(open).every((rules) => rules.join() === "device-keys-unusable error"))
  })
})
