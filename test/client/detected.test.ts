import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { type Detected, detected } from "../../client/src/detected.ts"
import { type Recognition, recognition } from "../../server/src/core/log/recognize.ts"

const SURE: readonly Recognition[] = ["certain", "maybe", "no"]

describe("a text of another name", () => {
  const table: readonly [setting: string, ...(readonly Detected[])][] = [
    ["certain", "read", "offer", "leave"],
    ["offer", "offer", "offer", "leave"],
    ["always", "read", "read", "leave"],
    ["never", "leave", "leave", "leave"],
    ["a word of a later version", "read", "offer", "leave"],
  ]
  for (const [setting, ...expected] of table) {
    it(`that is certainly, maybe and not a log: ${setting}`, () => {
      const found = SURE.map((sure) => detected(setting, undefined, () => sure))
      assert.deepEqual(found, expected)
    })
  }

  it("is what its reader said, whatever it looks like, unless nothing is to be detected", () => {
    const unasked = () => assert.fail("the text was looked at")
    for (const setting of ["certain", "offer", "always"]) {
      assert.equal(detected(setting, "log", unasked), "read")
      assert.equal(detected(setting, "text", unasked), "leave")
    }
    assert.equal(detected("never", "log", unasked), "leave")
  })

  it("is read at once with a box and three of its fields, and offered with fields alone", () => {
    const fields = " AzureAdJoined : NO\n EnterpriseJoined : NO\n DomainJoined : YES\n"
    assert.equal(
      detected("certain", undefined, () => recognition(`| Device State |\n${fields}`)),
      "read",
    )
    assert.equal(
      detected("certain", undefined, () => recognition(fields)),
      "offer",
    )
  })
})
