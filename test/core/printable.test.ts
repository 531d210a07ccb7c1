import assert from "node:assert/strict"
import { describe, it } from "node:test"
import fc from "fast-check"
import { diagnose } from "../../server/src/core/diagnosis/diagnose.ts"
import { readLog } from "../../server/src/core/log/readLog.ts"
import { copyTarget } from "../../server/src/core/text/addresses.ts"
import { printable, printableLines } from "../../server/src/core/text/printable.ts"
import { supportData } from "../../server/src/features/supportData.ts"
import { anyText } from "../support/anyText.ts"

describe("a stranger's text that is shown", () => {
  const shown: readonly [string, string, string][] = [
    ["an escape sequence", "a\u001b[31mb", "a?[31mb"],
    ["a mark of direction", "gpj\u202etxt.exe", "gpj?txt.exe"],
    ["an isolate and a zero-width character", "a\u2066b\u200bc\ufeff", "a?b?c?"],
    ["a line end of any kind", "a\r\nb\u2028c\u0085d", "a??b?c?d"],
    ["half a character", "a\ud83db", "a?b"],
    ["a tab", "a\tb", "a b"],
    ["letters of all scripts", "Ä 日本 😀 e\u0301", "Ä 日本 😀 e\u0301"],
  ]
  for (const [what, text, expected] of shown) {
    it(`has nothing to obey in the place of ${what}`, () => assert.equal(printable(text), expected))
  }

  it("is one line of visible characters, whatever it was", () => {
    fc.assert(fc.property(anyText(), (text) => assert.ok(!/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u.test(printable(text)))))
  })

  it("keeps its lines where it has several", () => {
    assert.equal(printableLines("a\u001b\r\nb\u202e\n\nc"), "a?\nb?\n\nc")
  })
})

describe("what is copied from a log", () => {
  it("has no mark of direction in what support asks for", () => {
    const text =
      "Previous Registration : 2024-01-02\nClient ErrorCode : 0x801c03f2\u202e\nRequest Id : 1234\u2066\u001b[2J\n"
    const [diagnosis] = readLog(text).map(diagnose)
    const copied = diagnosis && supportData(diagnosis)
    assert.match(copied ?? "", /^Request Id: 1234\?\?\[2J$/m)
    assert.match(copied ?? "", /^Client ErrorCode: 0x801c03f2\?$/m)
  })

  it("has none in an address", () => {
    assert.ok(decodeURIComponent(copyTarget("https://a.example/\u202egnp")).includes("https://a.example/?gnp"))
  })
})
