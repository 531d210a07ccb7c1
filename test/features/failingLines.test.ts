import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { describe, it } from "node:test"
import { english } from "../../server/src/core/explain/say.ts"
import { LogDocument } from "../../server/src/documents/logDocument.ts"
import { failingLines } from "../../server/src/features/failingLines.ts"
import { failurePlaces } from "../../server/src/features/failurePlaces.ts"
import { defaultSettings, type Settings } from "../../server/src/features/settings.ts"
import { status } from "../../server/src/features/status.ts"
import { verdictText } from "../../server/src/features/verdictText.ts"

const box = (title: string) => `+------+\n| ${title} |\n+------+\n\n`
const FAILING = `${box("Device State")}  AzureAdJoined : NO
  DomainJoined : YES
    DomainName : SECRET-CORP

${box("Diagnostic Data")}  AD Connectivity Test : PASS
  DRS Discovery Test : FAIL [0x801c0021/0x80072ee2]

  Previous Registration : 2025-01-31 09:16:43.000 UTC
  Error Phase : discover
  Client ErrorCode : 0x801c0021
`
const JOINED = `${box("Device State")}  AzureAdJoined : YES\n  DomainJoined : NO\n`

const log = (text: string) => new LogDocument("file:///a.dsreg", 1, text)
const shown = (text: string, settings = defaultSettings) => failingLines(log(text), settings, english)
const off: Settings = {
  ...defaultSettings,
  severity: { "drs-discovery-failed": "off", "hybrid-join-incomplete": "off" },
}

describe("the failing lines", () => {
  it("stand below the verdict and the titles of their sections, with the lines that belong to them", () => {
    const lines = shown(FAILING).text.split("\n")
    assert.deepEqual(
      lines.filter((line) => !line.startsWith("  #")),
      `# In a domain, not joined to Microsoft
# Entra ID; the join fails in the
# discover phase: network time-out
# (0x80072ee2).

| Diagnostic Data |
  DRS Discovery Test : FAIL [0x801c0021/0x80072ee2]
  Client ErrorCode : 0x801c0021
`.split("\n"),
    )
  })

  it("have below them what is said of each, and below a finding the first step", () => {
    const said = shown(FAILING).text.split("\n")
    const test = said.indexOf("  DRS Discovery Test : FAIL [0x801c0021/0x80072ee2]")
    assert.deepEqual(said.slice(test + 1, test + 3), ["  # Discovery failed: network time-out", "  # (0x80072ee2)"])
    assert.match(said[test + 3] ?? "", /^ {2}# First step: Run/)
    const attempt = said.indexOf("  Client ErrorCode : 0x801c0021")
    assert.match(said[attempt + 1] ?? "", /^ {2}# Registration failed in the discover/)
    assert.equal(said.filter((line) => line.includes("First step:")).length, 1)
    assert.ok(
      said.every((line) => line.length <= (/https?:|FAIL \[/.test(line) ? 60 : 46)),
      "a line is wider than half a small window",
    )
  })

  it("each know their line in the log", () => {
    const { text, sourceLines } = shown(FAILING)
    const rows = text.split("\n").slice(0, -1)
    const source = FAILING.split("\n")
    assert.equal(sourceLines.length, rows.length)
    for (const [index, row] of rows.entries()) {
      if (index > 3 && row !== "" && !row.startsWith("  #")) assert.equal(source[sourceLines[index] ?? -1], row)
    }
  })

  it("stand at the margin, however far to the right their names are", () => {
    const indented = FAILING.replaceAll(/^ {2}(?=\S)/gm, " ".repeat(20)).replace(/ +(?=Client)/, " ".repeat(22))
    const { text, sourceLines, cuts } = shown(indented)
    const rows = text.split("\n").slice(0, -1)
    assert.ok(rows.includes("  DRS Discovery Test : FAIL [0x801c0021/0x80072ee2]"))
    assert.ok(rows.includes("    Client ErrorCode : 0x801c0021"))
    assert.equal(cuts.length, rows.length)
    const source = indented.split("\n")
    for (const [index, row] of rows.entries()) {
      if (cuts[index]) assert.equal(source[sourceLines[index] ?? -1], " ".repeat(cuts[index]) + row)
    }
    assert.deepEqual([...new Set(cuts)], [0, 18])
  })

  it("are told capture by capture", () => {
    const { text, sourceLines } = shown(`${JOINED}\n${FAILING}`)
    const rows = text.split("\n")
    assert.deepEqual(rows.slice(0, 4), [
      "# Capture 1: Microsoft Entra joined; the",
      "# log shows no fault.",
      "",
      "No line fails.",
    ])
    const second = rows.findIndex((row) => row.startsWith("# Capture 2: In a domain, not joined"))
    assert.equal(sourceLines[second], 7)
    assert.equal(rows.indexOf("| Diagnostic Data |") > second, true)
  })

  it("are none in a healthy log, and it says so", () => {
    assert.equal(shown(JOINED).text, "# Microsoft Entra joined; the log shows no\n# fault.\n\nNo line fails.\n")
  })

  it("leave out what the user switched off", () => {
    assert.match(shown(FAILING, off).text, /\n\nNo line fails\.\n$/)
  })

  it("hold the whole of a wrapped value, and lines of Windows and Unix alike", () => {
    const { text } = shown(FAILING.replaceAll("\n", "\r\n"))
    assert.equal(text, shown(FAILING).text)
  })

  it("are nothing for a text without a log", () => {
    assert.deepEqual(shown("hello\nworld\n"), { text: "", sourceLines: [], cuts: [] })
    assert.deepEqual(shown(""), { text: "", sourceLines: [], cuts: [] })
  })
})

describe("the verdict to copy", () => {
  it("has the join type and the findings, and of the log nothing but codes", () => {
    const text = verdictText(log(FAILING), 0, defaultSettings) ?? ""
    assert.deepEqual(text.split("\n").slice(0, 5), [
      "Verdict: In a domain, not joined to Microsoft Entra ID; the join fails in the discover phase: network time-out (0x80072ee2).",
      "Join type: In a domain, not joined to Microsoft Entra ID",
      "Findings:",
      "- line 14, error: Discovery failed: network time-out (0x80072ee2)",
      "What to do:",
    ])
    assert.match(text, /^1\. Run .*enterpriseregistration.*\n2\. /m)
    assert.match(text, /\nRead more:\n- https:\/\/learn\.microsoft\.com\/\S+\n(?:- https:\S+\n)*$/)
    assert.doesNotMatch(text, /SECRET/)
  })

  it("tells the cause before what stands above it", () => {
    const certificate = readFileSync("test/logs/certificate-not-yet-valid.dsreg", "utf8")
    const text = verdictText(log(certificate), 40, defaultSettings) ?? ""
    const [first] = /^- line \d+, .*$/m.exec(text) ?? []
    assert.match(first ?? "", /error: Discovery failed/)
  })

  it("is that of the capture at the line", () => {
    const two = log(`${JOINED}\n${FAILING}`)
    assert.match(verdictText(two, 0, defaultSettings) ?? "", /^Verdict: Microsoft Entra joined; /)
    assert.match(verdictText(two, 20, defaultSettings) ?? "", /line 21, error: Discovery failed/)
  })

  it("says what the log could not show", () => {
    const remote = `${FAILING}  WamDefaultSet : ERROR (0xd0020017)\n`
    assert.match(verdictText(log(remote), 0, defaultSettings) ?? "", /information: Made without a user's session/)
    const asUser = FAILING.replace("  AD Conn", "  User Context : UN-ELEVATED User\n  AD Conn")
    assert.match(verdictText(log(asUser), 0, defaultSettings) ?? "", /information: The tests ran as a user/)
    const settings: Settings = { ...defaultSettings, severity: { "tests-not-as-system": "off" } }
    assert.doesNotMatch(verdictText(log(asUser), 0, settings) ?? "", /The tests ran as a user/)
  })

  it("says how the user weighs a finding", () => {
    const settings: Settings = { ...defaultSettings, severity: { "drs-discovery-failed": "warning" } }
    assert.match(verdictText(log(FAILING), 0, settings) ?? "", /line 14, warning: Discovery failed/)
  })

  it("is none where there is no log", () => {
    assert.equal(verdictText(log("hello\n"), 0, defaultSettings), undefined)
    assert.equal(verdictText(log(""), 7, defaultSettings), undefined)
  })
})

describe("the failing places of a log", () => {
  it("are told by captures, the one that the verdict rests on first", () => {
    const text = `${JOINED}\n${FAILING.replace("AD Connectivity Test : PASS", "AD Connectivity Test : FAIL [0x54b]")}`
    const [places, ...others] = failurePlaces(log(text), defaultSettings)
    assert.deepEqual(others, [], "a capture without a fault has none")
    assert.equal(places?.firstLine, 7)
    const [first] = places?.places ?? []
    assert.match(text.split("\n")[first?.line ?? -1]?.slice(first?.character) ?? "", /^FAIL \[0x54b\]/)
  })

  it("leave out what the user switched off", () => assert.deepEqual(failurePlaces(log(FAILING), off), []))
})

describe("the state of a log", () => {
  it("is that of its only capture", () => {
    const found = status(log(FAILING), defaultSettings, english)
    assert.equal(found?.severity, "error")
    assert.match(found?.verdict ?? "", /the join fails in the discover phase/)
    assert.equal(found?.capture, undefined)
  })

  it("has a few words that end with a whole one", () => {
    assert.equal(
      status(log(FAILING), defaultSettings, english)?.summary,
      "Discovery failed: network time-out (0x80072ee2)",
    )
    const joined = status(log(JOINED), defaultSettings, english)
    assert.equal(joined?.summary, "Microsoft Entra joined; the log shows no fault")
  })

  it("calls nothing a fault that may be none", () => {
    const text = FAILING.replace("FAIL [0x801c0021/0x80072ee2]", "SKIPPED")
    const conditional = text.replace("AD Conn", "AD Configuration Test : FAIL [0x80070002]\n  AD Conn")
    assert.equal(status(log(conditional), defaultSettings, english)?.summary, "No service connection point was found…")
  })

  it("is that of the worst of several", () => {
    const found = status(log(`${JOINED}\n${FAILING}`), defaultSettings, english)
    assert.match(found?.verdict ?? "", /the join fails in the discover phase/)
    assert.equal(found?.capture, "capture 2 of 2")
  })

  it("is no worse than the user lets it be", () => {
    assert.equal(status(log(FAILING), off, english)?.severity, "info")
    assert.equal(status(log(FAILING), { ...defaultSettings, enable: false }, english)?.severity, "info")
  })

  it("is none where there is no log", () => {
    assert.equal(status(log("hello\n"), defaultSettings, english), undefined)
  })
})
