import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { LogDocument } from "../../server/src/documents.ts"
import { hover } from "../../server/src/features/hover.ts"
import { english } from "../../server/src/say.ts"
import { hoverAt } from "../support/hoverAt.ts"

const title = (name: string) => `+------+\n| ${name} |\n+------+\n\n`

describe("a hover", () => {
  it("on a code says what it means here and what the log comes to", () => {
    const log = `${title("Device State")} AzureAdJoined : NO\n DomainJoined : YES\n\n${title("Diagnostic Data")} DRS Discovery Test : FAIL [0x801c0021/0x80072ee2]\n`
    const text = hoverAt(log, "0x80072ee2")
    assert.match(text, /\*\*WININET_E_TIMEOUT/)
    assert.match(text, /SYSTEM/)
    assert.match(
      text,
      /_This log: In a domain, not joined to Microsoft Entra ID; the join fails in the discover phase: /,
    )
  })

  it("on a field name explains the field, on its value that value", () => {
    const log = `${title("Diagnostic Data")} Fallback to Sync-Join : DISABLED\n`
    assert.doesNotMatch(hoverAt(log, "Fallback"), /^Here: /m)
    assert.match(hoverAt(log, "DISABLED"), /^Here: /m)
  })

  it("on a failing value begins with why it matters, for the editor shows the message itself", () => {
    const log = `${title("Diagnostic Data")} AadRecoveryEnabled : YES\n`
    assert.match(hoverAt(log, "YES"), /^The keys that prove the device's identity cannot be used\./)
  })

  it("on a section title explains the section", () => {
    assert.match(hoverAt(`${title("SSO State")} AzureAdPrt : YES\n`, "SSO State"), /^\*\*SSO State\*\*/)
  })

  it("tells the same name in two sections apart", () => {
    const log = `${title("User State")} NgcSet : YES\n\n${title("Work Account 1")} NgcSet : NO\n`
    assert.notEqual(hoverAt(log, "NgcSet : YES"), hoverAt(log, "NgcSet : NO"))
  })

  it("on a code in a line that is no field explains the code", () => {
    const text = hoverAt(
      "The get join response operation failed with exit code: Unknown HResult Error code: 0x801c03f2.\n",
      "0x801c03f2",
    )
    assert.match(text, /DSREG_E_DIRECTORY_FAILURE/)
  })

  it("on a code that nobody knows takes the number apart and says so", () => {
    const text = hoverAt(`${title("Diagnostic Data")} Client ErrorCode : 0x80070035\n`, "0x80070035")
    assert.match(text, /not in the catalogue/)
    assert.match(text, /Windows error 53/)
  })

  it("on blanks and on plain text is none", () => {
    const document = new LogDocument("file:///a", 1, "\n   nothing here\n")
    assert.equal(hover(document, { line: 0, character: 0 }, { say: english }), undefined)
    assert.equal(hover(document, { line: 1, character: 6 }, { say: english }), undefined)
    assert.equal(hover(document, { line: 99, character: 99 }, { say: english }), undefined)
  })

  for (const value of [
    "[click](command:workbench.action.quit)",
    "![picture](https://example.com/x.png)",
    "<img src=x onerror=alert(1)>",
    "https://example.com/track?me",
    "`code` and ``more``",
  ]) {
    it(`shows nothing of a hostile value: ${value}`, () => {
      for (const name of ["TenantName", "Server Message", "Unheard Of", "User Identity"]) {
        const text = hoverAt(`${title("Tenant Details")} ${name} : ${value}\n`, value)
        assert.ok(!text.includes(value))
      }
    })
  }

  it("quotes the name of an unknown field as code", () => {
    assert.match(hoverAt(" Unheard (of) : 1\n", "Unheard"), /\*\*`Unheard \(of\)`\*\*/)
  })
})
