import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { TextDocument } from "vscode-languageserver-textdocument"
import { LogDocument } from "../../server/src/documents.ts"
import { hints } from "../../server/src/features/hints.ts"
import { lenses } from "../../server/src/features/lens.ts"
import { links } from "../../server/src/features/links.ts"
import { definition, references } from "../../server/src/features/occurrences.ts"
import { defaultSettings } from "../../server/src/settings.ts"

const LOG = `| Device State |
             AzureAdJoined : NO
              DomainJoined : YES
| Diagnostic Data |
               Client Time : 2025-03-04 12:16:43.000 UTC
        DRS Discovery Test : FAIL [0x801c0021/0x80072ee2]
     Previous Registration : 2025-03-04 09:16:43.000 UTC
               Error Phase : discover
          Client ErrorCode : 0x801C0021
            Server Message : see https://example.com/x or mail ann@contoso.com
    Executing Account Name : CONTOSO\\ann, Ann@contoso.com
`
const document = new LogDocument("file:///a.dsreg", 1, LOG)
const plain = TextDocument.create("", "", 0, LOG)
const at = (needle: string) => plain.positionAt(LOG.indexOf(needle) + 1)
const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } }

describe("links", () => {
  it("lead from codes to their pages, and never to an address of the log", () => {
    const found = links(document)
    assert.deepEqual(
      found.map(({ range }) => LOG.slice(plain.offsetAt(range.start), plain.offsetAt(range.end))),
      ["0x801c0021", "0x80072ee2", "0x801C0021"],
    )
    for (const { target } of found) assert.match(target ?? "", /^https:\/\/learn\.microsoft\.com\//)
  })
})

describe("references", () => {
  const texts = (needle: string) => references(document, at(needle), []).map(({ range }) => range.start.line)

  it("find a code in any spelling", () => assert.deepEqual(texts("0x801C0021"), [5, 8]))
  it("find a user in any case", () => assert.deepEqual(texts("ann@contoso"), [9, 10]))
  it("find nothing for a word", () => assert.deepEqual(texts("discover"), []))
  it("begin with the definition", () => assert.equal(definition(document, at("0x801C0021"), [])?.range.start.line, 5))
})

describe("hints", () => {
  it("name the innermost code and tell ages by the log's own clock", () => {
    const found = hints(document, whole, defaultSettings).map(({ position, label }) => `${position.line} ${label}`)
    assert.equal(found.length, 3)
    assert.match(found[0] ?? "", /^5 .*time-out/)
    assert.equal(found[1], "6 3 hours earlier")
    assert.match(found[2] ?? "", /^8 /)
  })

  it("can be turned off by kind, and keep to the range", () => {
    const off = { ...defaultSettings, hints: { names: false, ages: false } }
    assert.deepEqual(hints(document, whole, off), [])
    const one = { start: { line: 6, character: 0 }, end: { line: 6, character: 60 } }
    assert.deepEqual(
      hints(document, one, defaultSettings).map(({ label }) => label),
      ["3 hours earlier"],
    )
  })
})

describe("the lens", () => {
  it("tells the verdict at the top of each capture and explains its root on a click", () => {
    const twice = new LogDocument("file:///b.dsreg", 1, `\n\n${LOG}${LOG}`)
    const able = { showsDocuments: true, commands: new Set(["dsreg.explain"]) }
    const found = lenses(twice, able)
    assert.deepEqual(
      found.map(({ range }) => range.start.line),
      [2, 13],
    )
    for (const { command } of found) {
      assert.match(command?.title ?? "", /the join fails in the discover phase/)
      assert.deepEqual([command?.command, command?.arguments], ["dsreg.explain", ["code/0x80072ee2/discover"]])
    }
  })

  it("is plain text where the client cannot explain", () => {
    const [lens] = lenses(document, { showsDocuments: false, commands: new Set() })
    assert.equal(lens?.command?.command, "")
  })
})
