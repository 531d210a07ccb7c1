import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { TextDocument } from "vscode-languageserver-textdocument"
import { LogDocument } from "../../server/src/documents/logDocument.ts"
import { definition, references } from "../../server/src/features/occurrences.ts"

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

describe("references", () => {
  const texts = (needle: string) => references(document, at(needle), []).map(({ range }) => range.start.line)

  it("find a code in any spelling", () => assert.deepEqual(texts("0x801C0021"), [5, 8]))
  it("find a user in any case", () => assert.deepEqual(texts("ann@contoso"), [9, 10]))
  it("find nothing for a word", () => assert.deepEqual(texts("discover"), []))
  it("begin with the definition", () => assert.equal(definition(document, at("0x801C0021"), [])?.range.start.line, 5))
})
