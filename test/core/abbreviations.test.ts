import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { spelledOutInHtml, spelledOutInMarkdown } from "../../server/src/core/report/abbreviations.ts"

describe("the abbreviations of a report", () => {
  it("are spelled out where they stand first, and behind their words not again", () => {
    assert.equal(spelledOutInMarkdown("An SCP. The SCP."), "An SCP (service connection point). The SCP.")
    assert.equal(
      spelledOutInMarkdown("A primary refresh token (PRT). No PRT."),
      "A primary refresh token (PRT). No PRT.",
    )
    assert.equal(spelledOutInMarkdown("**Sign-in (PRT)**: no PRT"), "**Sign-in (PRT, primary refresh token)**: no PRT")
    assert.equal(
      spelledOutInHtml("<p>The SID's TPM</p>"),
      "<p>The SID (security identifier)'s TPM (Trusted Platform Module)</p>",
    )
  })

  it("leave code, addresses and markup alone", () => {
    for (const text of ["line 3 `PRT : NO`", "`` a`PRT `` x", "[page](https://x.example/SCP)", "AzureAdPrt, SCPs"])
      assert.equal(spelledOutInMarkdown(text), text)
    for (const text of ['<code dir="auto">PRT : <NO</code>', '<a href="PRT">x</a>', "<p>AzureAdPrt</p>"])
      assert.equal(spelledOutInHtml(text), text)
    assert.equal(spelledOutInMarkdown("`PRT` PRT `x`"), "`PRT` PRT (primary refresh token) `x`")
  })
})
