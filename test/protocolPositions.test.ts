import assert from "node:assert/strict"
import { afterEach, describe, it } from "node:test"
import fc from "fast-check"
import { TextDocument } from "vscode-languageserver-textdocument"
import { Lines } from "../server/src/documents/lines.ts"
import { editor, type InProcess, inProcess } from "./support/inProcess.ts"

const piece = fc.constantFrom("a", "NO : ", "é", "漢", "🙂", "👩‍💻", "\ud83d", "\ude42", "\n", "\r\n", "\r", "")
const text = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(""))

describe("lines counted in UTF-8", () => {
  it("say of each character what its line has before it in bytes, in whatever order they are asked", () => {
    fc.assert(
      fc.property(text, fc.array(fc.nat({ max: 60 })), (whole, offsets) => {
        const lines = new Lines(whole, "utf-8")
        const known = TextDocument.create("", "", 0, whole)
        for (const offset of offsets.filter((at) => at <= whole.length && !isInside(whole, at))) {
          const { line, character } = known.positionAt(offset)
          const start = known.offsetAt({ line, character: 0 })
          const expected = { line, character: Buffer.byteLength(whole.slice(start, start + character)) }
          assert.deepEqual(lines.positionAt(offset), expected)
          assert.equal(lines.offsetAt(expected), start + character)
        }
      }),
    )
  })

  it("say of a byte inside of a character where that begins, and of one behind a line where that ends", () => {
    const lines = new Lines("é🙂b\r\nc", "utf-8")
    const offsets = Array.from({ length: 9 }, (_, character) => lines.offsetAt({ line: 0, character }))
    // é takes two bytes, the face four and two units.
    assert.deepEqual(offsets, [0, 0, 1, 1, 1, 1, 3, 4, 4])
    assert.deepEqual(lines.positionAt(2), { line: 0, character: 2 })
    assert.equal(lines.offsetAt({ line: 7, character: 0 }), 7)
  })
})

/** Whether an offset is between the two halves of one character, where no client looks. */
function isInside(whole: string, at: number): boolean {
  return /[\ud800-\udbff]$/.test(whole.slice(0, at)) && /^[\udc00-\udfff]/.test(whole.slice(at))
}

let server: InProcess | undefined
afterEach(async () => {
  await server?.stop()
  server = undefined
})

async function agreed(positionEncodings: string[] | undefined): Promise<InProcess> {
  server = await inProcess({ ...editor, ...(positionEncodings && { general: { positionEncodings } }) })
  return server
}

describe("the encoding of positions", () => {
  it("is the first that the client offers and the server knows, else UTF-16", async () => {
    const offers: readonly (readonly [string[] | undefined, string])[] = [
      [undefined, "utf-16"],
      [[], "utf-16"],
      [["utf-32"], "utf-16"],
      [["utf-16", "utf-8"], "utf-16"],
      [["utf-8", "utf-16"], "utf-8"],
      [["utf-32", "utf-8", "utf-16"], "utf-8"],
    ]
    for (const [offer, answer] of offers) {
      const { result, stop } = await agreed(offer)
      assert.equal(result.capabilities.positionEncoding, answer)
      await stop()
      server = undefined
    }
  })
})

const URI = "file:///logs/one.dsreg"

/** Where a code is behind `é🙂 error `, by encoding: 1 and 2 units and 7 more, or 2 and 4 bytes and 7 more. */
const CODE_AT = { "utf-16": 10, "utf-8": 13 } as const
/** How long the user's name is: 1, 1 and 2 units, or 3, 3 and 4 bytes, and the twelve letters of its domain. */
const NAME_LENGTH = { "utf-16": 16, "utf-8": 22 } as const

for (const encoding of ["utf-16", "utf-8"] as const) {
  for (const [named, eol] of [
    ["\\n", "\n"],
    ["\\r\\n", "\r\n"],
    ["\\r", "\r"],
  ] as const) {
    describe(`a log in letters of all sizes, in ${encoding}, whose lines end with ${named}`, () => {
      const lines = [
        "| Diagnostic Data |",
        "             User Identity : 漢字🙂@contoso.com",
        "é🙂 error 0x80072ee2",
        "",
      ]
      const log = lines.join(eol)
      const start = CODE_AT[encoding]
      const codeRange = { start: { line: 2, character: start }, end: { line: 2, character: start + 10 } }
      const at = (character: number) => ({ textDocument: { uri: URI }, position: { line: 2, character } })

      it("has hovers and symbols at their characters", async () => {
        const { client, open } = await agreed([encoding])
        await open(URI, log)
        const hover: { range: unknown } = await client.sendRequest("textDocument/hover", at(start + 1))
        assert.deepEqual(hover.range, codeRange)
        const highlights: { range: unknown }[] = await client.sendRequest("textDocument/documentHighlight", at(start))
        assert.deepEqual(
          highlights.map(({ range }) => range),
          [codeRange],
        )
      })

      it("has tokens as long as they are", async () => {
        const { client, open, result } = await agreed([encoding])
        await open(URI, log)
        const tokens: { data: number[] } = await client.sendRequest("textDocument/semanticTokens/full", at(0))
        const [line, character, length, type = -1] = tokens.data
        assert.deepEqual([line, character, length], [1, 29, NAME_LENGTH[encoding]])
        assert.equal(result.capabilities.semanticTokensProvider?.legend.tokenTypes[type], "identifier")
      })

      it("takes edits where the client makes them", async () => {
        const { client, open } = await agreed([encoding])
        await open(URI, log)
        await client.sendNotification("textDocument/didChange", {
          textDocument: { uri: URI, version: 2 },
          contentChanges: [{ range: codeRange, text: "🙂 0x801c0021" }],
        })
        const face = encoding === "utf-8" ? 5 : 3
        const hover: { range: { start: unknown }; contents: { value: string } } = await client.sendRequest(
          "textDocument/hover",
          at(start + face),
        )
        assert.deepEqual(hover.range.start, { line: 2, character: start + face })
        assert.match(hover.contents.value, /0x801c0021/)
      })
    })
  }
}
