import assert from "node:assert/strict"
import { describe, it } from "node:test"
import fc from "fast-check"
import { FileDecoder, fileText } from "../../server/src/core/text/fileText.ts"
import { growsLikeItsText } from "../support/growth.ts"

const LOG = `
+----------------------------------------------------------------------+
| Device State                                                         |
+----------------------------------------------------------------------+

             AzureAdJoined : YES
                DomainName : CÖNTOSO
`.replaceAll("\n", "\r\n")

const BANNER = "コマンド プロンプト\u3000一\r\nはい。\r\n"

const utf8 = (text: string) => Buffer.from(text, "utf8")
const little = (text: string) => Buffer.from(text, "utf16le")
const big = (text: string) => Buffer.from(text, "utf16le").swap16()
const codePage = (text: string) => Buffer.from(text, "latin1")
const MARK = "\ufeff"

/** The text of a file that is read in parts of so many bytes. */
function inParts(bytes: Uint8Array, size: number): string {
  const decoder = new FileDecoder()
  let text = ""
  for (let at = 0; at < bytes.length; at += size) text += decoder.next(bytes.subarray(at, at + size))
  return text + decoder.end()
}

describe("the text of a file", () => {
  const files: readonly [string, readonly Uint8Array[], string][] = [
    ["UTF-8", [utf8(LOG)], LOG],
    ["UTF-8 with a mark", [utf8(MARK + LOG)], LOG],
    ["UTF-16LE with a mark", [little(MARK + LOG)], LOG],
    ["UTF-16LE without a mark", [little(LOG)], LOG],
    ["UTF-16LE without a mark that begins with other letters", [little(BANNER + LOG)], BANNER + LOG],
    ["UTF-16BE with a mark", [big(MARK + LOG)], LOG],
    ["UTF-16BE without a mark", [big(LOG)], LOG],
    ["UTF-16BE without a mark that begins with other letters", [big(BANNER + LOG)], BANNER + LOG],
    ["the Windows code page", [codePage(LOG)], LOG],
    ["UTF-8, then the code page", [utf8(LOG), codePage(LOG)], LOG + LOG],
    ["UTF-8, then UTF-16LE", [utf8(LOG), little(LOG)], LOG + LOG],
    ["UTF-8, then UTF-16LE with a mark", [utf8(LOG), little(MARK + LOG)], LOG + LOG],
    ["UTF-8, then UTF-16LE that begins with other letters", [utf8(LOG), little(BANNER + LOG)], LOG + BANNER + LOG],
    ["UTF-8 of other letters, then UTF-16LE", [utf8(BANNER), little(LOG)], BANNER + LOG],
    ["one narrow line without an end, then UTF-16LE", [utf8("host PC-1"), little(LOG)], `host PC-1${LOG}`],
    ["the code page, then UTF-16LE", [codePage(LOG), little(LOG)], LOG + LOG],
    ["the code page, then UTF-16LE with a mark", [codePage(LOG), little(MARK + LOG)], LOG + LOG],
    ["UTF-8, then UTF-16BE", [utf8(LOG), big(LOG)], LOG + LOG],
    ["UTF-8, then UTF-16BE with a mark", [utf8(LOG), big(MARK + LOG)], LOG + LOG],
    ["UTF-16LE with a mark, then UTF-8", [little(MARK + LOG), utf8(LOG)], LOG + LOG],
    ["UTF-16LE, then UTF-8 with a mark", [little(LOG), utf8(MARK + LOG)], LOG + LOG],
    ["UTF-16LE, then UTF-8 of other letters", [little(LOG), utf8(BANNER + LOG)], LOG + BANNER + LOG],
    ["UTF-16LE, then the code page", [little(MARK + LOG), codePage(LOG)], LOG + LOG],
    ["UTF-16LE, then one narrow line", [little(MARK + LOG), utf8("exit code 0\r\n")], `${LOG}exit code 0\r\n`],
    ["UTF-16BE, then UTF-8", [big(MARK + LOG), utf8(LOG)], LOG + LOG],
    ["UTF-16LE, UTF-8, UTF-16LE", [little(MARK + LOG), utf8(LOG), little(LOG)], LOG + LOG + LOG],
    ["nothing", [], ""],
  ]
  for (const [name, parts, text] of files) {
    it(`is decoded from ${name}`, () => {
      const bytes = Buffer.concat(parts)
      assert.equal(fileText(bytes), text)
      assert.equal(inParts(bytes, 100), text, "in parts of 100 bytes")
      assert.equal(inParts(bytes, 1), text, "byte by byte")
    })
  }

  it("is the whole text behind more than a first look at the file", () => {
    const text = LOG.repeat(100)
    const bytes = Buffer.concat([utf8(text), little(BANNER + text), codePage(text)])
    assert.equal(fileText(bytes), text + BANNER + text + text)
    assert.equal(inParts(bytes, 8191), text + BANNER + text + text)
  })

  it("keeps a letter of UTF-8 that is not one of its lines' code page", () => {
    assert.equal(fileText(Buffer.concat([utf8("a: \ufffd ö\n"), codePage("b: ö\n")])), "a: \ufffd ö\nb: ö\n")
  })

  it("keeps a stray zero where it stands", () => {
    assert.equal(fileText(utf8(`a\0b\n${LOG}`)), `a\0b\n${LOG}`)
  })
})

/** Lines as logs have them: mostly Latin, some in other letters. */
const latin = fc.stringMatching(/^[A-Za-z][\w :./-]{8,60}$/)
const other = fc.stringMatching(/^[一-龥ぁ-んァ-ヶäöüß。、😀]{1,20}$/u)
const lines = fc
  .tuple(latin, fc.array(fc.oneof({ weight: 4, arbitrary: latin }, other), { maxLength: 12 }), latin)
  .map(([first, between, last]) => `${[first, ...between, last].join("\r\n")}\r\n`)

describe("any file", () => {
  const forms: readonly [string, (text: string) => Uint8Array][] = [
    ["UTF-8", utf8],
    ["UTF-8 with a mark", (text) => utf8(MARK + text)],
    ["UTF-16LE", little],
    ["UTF-16LE with a mark", (text) => little(MARK + text)],
    ["UTF-16BE", big],
    ["UTF-16BE with a mark", (text) => big(MARK + text)],
  ]
  for (const [name, encode] of forms) {
    it(`gives the text that was written in ${name}`, () => {
      fc.assert(fc.property(lines, (text) => assert.equal(fileText(encode(text)), text)))
    })
  }

  for (const [before, first] of forms.slice(0, 2)) {
    for (const [after, second] of forms.slice(2, 4)) {
      it(`gives both texts where ${after} was appended to ${before}, and the other way round`, () => {
        fc.assert(
          fc.property(lines, lines, (one, two) => {
            assert.equal(fileText(Buffer.concat([first(one), second(two)])), one + two)
            assert.equal(fileText(Buffer.concat([second(one), first(two)])), one + two)
          }),
        )
      })
    }
  }

  const bytes = fc
    .array(
      fc.oneof(
        fc.uint8Array({ maxLength: 40 }),
        fc.constantFrom(utf8("a\n"), little("a line\r\n"), big("a\n"), utf8("\r\n"), Buffer.alloc(40), utf8(LOG)),
        fc.constantFrom(utf8(MARK), little(MARK), big(MARK), codePage("ö"), little(BANNER), utf8(BANNER)),
      ),
      { maxLength: 30 },
    )
    .map((parts) => Buffer.concat(parts))

  it("gives a text, and the same one in parts", () => {
    fc.assert(
      fc.property(bytes, fc.integer({ min: 1, max: 300 }), (file, size) => {
        const text = fileText(file)
        assert.equal(inParts(file, size), text)
      }),
      { numRuns: 500 },
    )
  })

  it("costs what its length costs", () => {
    const units = [Buffer.alloc(64), codePage("ö"), little(MARK), utf8("a\0"), utf8("\n\0\0"), little("一a"), utf8("a")]
    const flips = Buffer.concat([little(MARK), utf8("a line that is narrow, and more\n")])
    for (const unit of [...units, flips]) {
      growsLikeItsText(unit.toString("hex"), 400_000, (length) => Buffer.alloc(length, unit), fileText)
    }
  })
})
