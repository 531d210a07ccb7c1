import assert from "node:assert/strict"
import { describe, it } from "node:test"
import fc from "fast-check"
import { diagnose } from "../../server/src/core/diagnosis/diagnose.ts"
import { explainField } from "../../server/src/core/explain/kinds/field.ts"
import { markdown } from "../../server/src/core/explain/print/markdown.ts"
import { quoted } from "../../server/src/core/explain/text.ts"
import { statusFields } from "../../server/src/core/knowledge/fields/catalogue.ts"
import { fieldMeaning } from "../../server/src/core/knowledge/lookup.ts"
import { readLog } from "../../server/src/core/log/readLog.ts"
import { recognition } from "../../server/src/core/log/recognize.ts"
import { anyLog } from "../support/anyLog.ts"
import { anyText } from "../support/anyText.ts"
import { growsLikeItsText } from "../support/growth.ts"
import { lineShapes } from "../support/shapes.ts"
import { spansSliceBack } from "../support/spansSliceBack.ts"

describe("any text", () => {
  it("is cut into captures that are the text again", () => {
    fc.assert(
      fc.property(anyLog, (text) =>
        assert.equal(
          readLog(text)
            .map((capture) => capture.text)
            .join(""),
          text,
        ),
      ),
    )
  })

  it("gives fields whose spans slice back to their text", () => {
    fc.assert(
      fc.property(anyLog, (text) => {
        for (const capture of readLog(text)) spansSliceBack(capture)
      }),
    )
  })

  it("loses nothing but blanks, rules, fences and what pasting put around a line", () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{3,12}( [a-z]{3,12}){0,4}$/), { maxLength: 8 }), (words) => {
        const text = words.join("\n\n")
        const kept = readLog(text).flatMap((capture) =>
          capture.others.map(({ start, end }) => capture.text.slice(start, end)),
        )
        assert.deepEqual(kept, words)
      }),
    )
  })

  it("gives findings inside the text, on one line of message", () => {
    fc.assert(
      fc.property(anyLog, (text) => {
        for (const capture of readLog(text)) {
          for (const { span, message, related } of diagnose(capture).findings) {
            assert.ok(span.start <= span.end && span.end <= capture.text.length)
            assert.ok(!/[\r\n]/.test(message))
            for (const other of related ?? []) assert.ok(other.span.end <= capture.text.length)
          }
        }
      }),
    )
  })

  it("is recognized or not, without failing", () => {
    fc.assert(fc.property(anyText(), (text) => assert.ok(["certain", "maybe", "no"].includes(recognition(text)))))
  })
})

describe("a value of a log", () => {
  it("is only ever inline code in Markdown", () => {
    fc.assert(
      fc.property(fc.oneof(anyText(), fc.stringMatching(/^[`[\]()!<>a-z:/ ]{0,40}$/)), (value) => {
        const code = quoted(value)
        assert.ok(!/[\r\n]/.test(code))
        const fence = /^`+/.exec(code)?.[0] ?? ""
        const inner = fence === "" ? code : code.slice(fence.length, code.length - fence.length)
        assert.ok(fence === "" ? code === "(empty)" : code.endsWith(fence))
        assert.ok(fence === "" || !inner.split(/[^`]+/).includes(fence), "no run of backticks closes the code early")
      }),
    )
  })

  it("never reaches a finding's message or the verdict", () => {
    const names = statusFields.map(({ name }) => name)
    const hostile = "[x](command:evil) <b>"
    const prefixes = [
      "",
      "FAIL [0x80072ee2] ",
      "FAILED. Error: 0xd000023c ",
      "ERROR (0x80070520) ",
      "NO ",
      "AADSTS50126: ",
    ]
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...prefixes)), { maxLength: 30 }),
        (lines) => {
          const text = lines.map(([name, prefix]) => `${name} : ${prefix}${hostile}`).join("\n")
          const diagnoses = readLog(text).map(diagnose)
          const said = [
            ...diagnoses.map(({ verdict }) => verdict),
            ...diagnoses
              .flatMap(({ findings }) => findings)
              .flatMap(({ message, related }) => [message, ...(related ?? []).map((at) => at.message)]),
          ]
          for (const sentence of said) assert.ok(!/command:|<b>/.test(sentence), sentence)
        },
      ),
    )
  })

  it("never reaches a field's explanation", () => {
    const entry = fieldMeaning("User Context", "diagnostic-data") ?? assert.fail()
    fc.assert(
      fc.property(fc.stringMatching(/^\[x\]\(command:[a-z]{1,20}\)$/), (value) => {
        assert.ok(!markdown(explainField(entry, value)).includes(value))
      }),
    )
  })
})

describe("a hostile line", () => {
  for (const [what, [piece, before = "", behind = ""]] of Object.entries(lineShapes)) {
    it(`of ${what} costs what its length costs`, () => {
      const textOf = (length: number) => before + piece.repeat(length / piece.length) + behind
      growsLikeItsText(what, 60_000, textOf, (text) => {
        const captures = readLog(text)
        for (const capture of captures) diagnose(capture)
        recognition(text)
        assert.equal(captures.map((capture) => capture.text).join(""), text)
      })
    })
  }
})
