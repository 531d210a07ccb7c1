import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { signaturesIn } from "../scripts/signatures.ts"

describe("the signatures of packages", () => {
  it("are verified where npm complains of none", () => {
    assert.deepEqual(signaturesIn('{ "invalid": [], "missing": [] }'), { kind: "verified" })
  })

  it("are not where one is wrong or not there", () => {
    const told = signaturesIn(
      '{"invalid":[{"name":"a","version":"1.0.0"}],"missing":[{"name":"@b/c","version":"2.0.0"}]}',
    )
    assert.deepEqual(told, { kind: "unverified", packages: ["a@1.0.0", "@b/c@2.0.0"] })
  })

  it("cannot be asked without a network, or of a registry that has none", () => {
    for (const error of [
      { code: "ENOTFOUND", summary: "request to https://a.example failed" },
      { summary: "found no dependencies to audit that were installed from a supported registry" },
    ])
      assert.equal(signaturesIn(JSON.stringify({ error })).kind, "unasked")
  })

  it("are no matter of guesses where npm says anything else", () => {
    assert.throws(() => signaturesIn('{"error":{"code":"EUSAGE","summary":"wrong"}}'), /EUSAGE wrong/)
    assert.throws(() => signaturesIn(""))
  })
})
