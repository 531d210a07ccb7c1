import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { LogDocument } from "../../server/src/documents/logDocument.ts"
import { exportedReport, viewedReport } from "../../server/src/features/report.ts"
import { defaultSettings } from "../../server/src/features/settings.ts"

const JOINED = "| Device State |\nAzureAdJoined : YES\nEnterpriseJoined : NO\nDomainJoined : YES\n"
const FAILING =
  "\nPS C:\\> dsregcmd /status\n| Device State |\nAzureAdJoined : NO\nEnterpriseJoined : NO\nDomainJoined : YES\n| Diagnostic Data |\nUser Context : UN-ELEVATED User\nDRS Discovery Test : FAIL [0x801c0021/0x80072ee2]\n"

describe("the report of the editor", () => {
  const document = new LogDocument("file:///two.dsreg", 1, JOINED + FAILING)

  it("is on the capture at the cursor, by the lines of the file", () => {
    const above = viewedReport(document, 1, "two.dsreg", defaultSettings)
    const below = viewedReport(document, 11, "two.dsreg", defaultSettings)
    assert.match(above?.html ?? "", /Microsoft Entra hybrid joined; the log shows no fault/)
    assert.match(
      below?.html ?? "",
      /data-line="13">line 13<\/button> <code dir="auto" translate="no">DRS Discovery Test/,
    )
    assert.ok(above && below && above.last <= below.first && below.last >= 12)
  })

  it("leaves out what its reader has switched off, but not what the verdict rests on", () => {
    const off = { "drs-discovery-failed": "off", "tests-not-as-system": "off" } as const
    const all = viewedReport(document, 11, "two.dsreg", defaultSettings)?.html ?? ""
    const told = viewedReport(document, 11, "two.dsreg", { ...defaultSettings, severity: off })?.html ?? ""
    assert.match(all, /Also found/)
    assert.doesNotMatch(told, /Also found/)
    assert.match(told, /What shows it/)
  })

  it("is saved with all captures, in HTML without a button", () => {
    const html = exportedReport(document, "html", "two.dsreg", defaultSettings) ?? ""
    assert.equal(html.match(/<article /g)?.length, 2)
    assert.doesNotMatch(html, /<button|<script/)
    const markdown = exportedReport(document, "markdown", "two.dsreg", defaultSettings) ?? ""
    assert.match(markdown, /^# dsreg report: `two\.dsreg`, log at line 1\n/)
    assert.match(markdown, /\n---\n\n# dsreg report: `two\.dsreg`, log at line 7\n/)
  })

  it("is there for no text that holds no log", () => {
    const words = new LogDocument("file:///words.dsreg", 1, "some words\n")
    assert.equal(viewedReport(words, 0, "words.dsreg", defaultSettings), undefined)
    assert.equal(exportedReport(words, "html", "words.dsreg", defaultSettings), undefined)
  })
})
