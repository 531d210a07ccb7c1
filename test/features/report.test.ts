import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { describe, it } from "node:test"
import { english, sayer } from "../../server/src/core/explain/say.ts"
import type { ReportFormat } from "../../server/src/core/report/formats/formats.ts"
import { LogDocument } from "../../server/src/documents/logDocument.ts"
import { exportedReport, viewedReport } from "../../server/src/features/report.ts"
import { defaultSettings } from "../../server/src/features/settings.ts"

const JOINED = "| Device State |\nAzureAdJoined : YES\nEnterpriseJoined : NO\nDomainJoined : YES\n"
const FAILING =
  "\nPS C:\\> dsregcmd /status\n| Device State |\nAzureAdJoined : NO\nEnterpriseJoined : NO\nDomainJoined : YES\n| Diagnostic Data |\nUser Context : UN-ELEVATED User\nDRS Discovery Test : FAIL [0x801c0021/0x80072ee2]\n"

const EXPORT = { name: "two.dsreg", version: "1.2.3" }

describe("the report of the editor", () => {
  const document = new LogDocument("file:///two.dsreg", 1, JOINED + FAILING)

  it("is on the capture at the cursor, by the lines of the file", () => {
    const above = viewedReport(document, 1, "two.dsreg", defaultSettings, english)
    const below = viewedReport(document, 11, "two.dsreg", defaultSettings, english)
    assert.match(above?.html ?? "", /The log shows no fault/)
    assert.match(
      below?.html ?? "",
      /data-line="13">line 13<\/button> <code dir="auto" translate="no">DRS Discovery Test/,
    )
    assert.ok(above && below && above.last <= below.first && below.last >= 12)
  })

  it("speaks the reader's language around what the catalogue says", async () => {
    const say = sayer(JSON.parse(readFileSync("l10n/bundle.l10n.de.json", "utf8")))
    const html = viewedReport(document, 11, "two.dsreg", defaultSettings, say)?.html ?? ""
    const words = [
      "two.dsreg, Log in Zeile 7</h1>",
      "Wie weit es ging</h2>",
      "Ermittlung</h3>",
      "fehlgeschlagen</p>",
      'data-line="13">Zeile 13</button>',
      "Was zu tun ist</h2>",
      "<dt>Ist es ein Fehler?</dt><dd>Ja</dd>",
      "The join fails in the discover phase",
    ]
    for (const word of words) assert.ok(html.includes(word), word)
    const markdown = await exportedReport(document, { ...EXPORT, format: "markdown" }, defaultSettings, say)
    assert.match(markdown ?? "", /^# dsreg-Bericht: `two\.dsreg`, Log in Zeile 1\n/)
    assert.match(markdown ?? "", /\n- ✗ \*\*Ermittlung\*\*: fehlgeschlagen\. Discovery failed/)
    assert.match(markdown ?? "", /_\(als SYSTEM[^)]* · /)
    const page = await exportedReport(document, { ...EXPORT, format: "html" }, defaultSettings, say)
    assert.match(page ?? "", /^<!DOCTYPE html>\n<html lang="de">/)
    assert.match(page ?? "", /<p class="verdict fault"><span lang="en">The join fails/)
  })

  it("leaves out what its reader has switched off, but not what the verdict rests on", () => {
    const off = { "drs-discovery-failed": "off", "tests-not-as-system": "off" } as const
    const all = viewedReport(document, 11, "two.dsreg", defaultSettings, english)?.html ?? ""
    const told = viewedReport(document, 11, "two.dsreg", { ...defaultSettings, severity: off }, english)?.html ?? ""
    assert.match(all, /Also found/)
    assert.doesNotMatch(told, /Also found/)
    assert.match(told, /What shows it/)
  })

  const saved = (log: LogDocument, format: ReportFormat) =>
    exportedReport(log, { ...EXPORT, format }, defaultSettings, english)

  it("is saved with all captures, in HTML without a button", async () => {
    const html = (await saved(document, "html")) ?? ""
    assert.equal(html.match(/<article /g)?.length, 2)
    assert.doesNotMatch(html, /<button|<script/)
    const markdown = (await saved(document, "markdown")) ?? ""
    assert.match(markdown, /^# dsreg report: `two\.dsreg`, log at line 1\n/)
    assert.match(markdown, /\n---\n\n# dsreg report: `two\.dsreg`, log at line 7\n/)
  })

  it("is saved in the forms of programs, with lines and columns of the file", async () => {
    const { files } = JSON.parse((await saved(document, "json")) ?? "")
    assert.deepEqual(
      files[0].captures.map(({ line }: { line: number }) => line),
      [1, 7],
    )
    const [run] = JSON.parse((await saved(document, "sarif")) ?? "").runs
    assert.equal(run.tool.driver.version, "1.2.3")
    const failing = run.results.find(({ ruleId }: { ruleId: string }) => ruleId === "drs-discovery-failed")
    assert.deepEqual(failing.locations[0].physicalLocation, {
      artifactLocation: { uri: "two.dsreg" },
      region: { startLine: 13, startColumn: 22, endLine: 13, endColumn: 50 },
    })
    const rows = (await saved(document, "csv"))?.split("\r\n") ?? []
    assert.match(rows[1] ?? "", /^two\.dsreg,1,hybrid-joined,,,/)
    assert.match(rows[2] ?? "", /^two\.dsreg,7,domain-joined,discover,error,drs-discovery-failed,0x80072ee2,13,/)
  })

  it("is there for no text that holds no log", async () => {
    const words = new LogDocument("file:///words.dsreg", 1, "some words\n")
    assert.equal(viewedReport(words, 0, "words.dsreg", defaultSettings, english), undefined)
    assert.equal(await saved(words, "html"), null)
  })
})
