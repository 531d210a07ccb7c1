import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { english } from "../../server/src/core/explain/say.ts"
import { redaction } from "../../server/src/features/redaction.ts"
import { textTokens } from "../../server/src/features/semanticTokens.ts"
import { defaultSettings } from "../../server/src/features/settings.ts"

const LOG = "| Device State |\nAzureAdJoined : YES\nDevice Name : A-17\nDomainName : LAMNA\n[A-17]: PS C:\\>\n"

describe("the preview of a redacted log", () => {
  it("lists what was replaced by what, as code in which nothing is markup", () => {
    const { list, count } = redaction(LOG.replace("LAMNA", "L`A*MNA"), false, english)
    assert.equal(count, 2)
    assert.deepEqual(list.split("\n"), [
      "**2 names and numbers are replaced. This list is for you alone.**",
      "",
      "- Computer `A-17` is now `PC-1`, 2 times",
      "- Domain `` L`A*MNA `` is now `DOMAIN-1`",
      "",
    ])
  })

  it("has the colors of the log", () => {
    const { text } = redaction(LOG, false, english)
    const { types, data } = textTokens(text, defaultSettings)
    const [line, character, length, type = -1] = data
    assert.deepEqual([line, character, length, types[type]], [2, 14, 4, "identifier"])
  })
})
