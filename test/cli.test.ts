import assert from "node:assert/strict"
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, describe, it } from "node:test"
import { dsreg } from "./support/commandLine.ts"

const LOG = `PS C:\\> dsregcmd /status

+----------------------------------------------------------------------+
| Device State                                                         |
+----------------------------------------------------------------------+

             AzureAdJoined : NO
          EnterpriseJoined : NO
              DomainJoined : YES

+----------------------------------------------------------------------+
| Diagnostic Data                                                      |
+----------------------------------------------------------------------+

     AD Configuration Test : PASS
        DRS Discovery Test : FAIL [0x801c0021/0x80072ee2]
`
const HEALTHY = `| Device State |
             AzureAdJoined : YES
          EnterpriseJoined : NO
              DomainJoined : YES
`

const folder = mkdtempSync(join(tmpdir(), "dsreg-"))
after(() => rmSync(folder, { recursive: true }))

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

describe("dsreg check", () => {
  it("prints the verdict, then the findings by place, and exits with 1 for an error", async () => {
    const path = file("failing.dsreg", LOG)
    const { code, out } = await dsreg("check", path)
    const lines = out.split("\n")
    assert.ok(
      lines[0]?.startsWith(
        `${path}: In a domain, not joined to Microsoft Entra ID; the join fails in the discover phase: `,
      ),
    )
    assert.ok(!lines.some((line) => / warning /.test(line)), "what the error explains is told with it")
    assert.ok(lines.some((line) => line.startsWith(`${path}:16:30 error `) && line.endsWith("[0x80072ee2]")))
    assert.equal(code, 1)
  })

  it("exits with 0 for a healthy log, and by --fail-on", async () => {
    assert.equal((await dsreg("check", file("healthy.dsreg", HEALTHY))).code, 0)
    assert.equal((await dsreg("check", "--fail-on", "never", file("failing.dsreg", LOG))).code, 0)
    const warning = file("warning.dsreg", LOG.replace(/ {8}DRS.*\n/, ""))
    assert.equal((await dsreg("check", warning)).code, 0)
    assert.equal((await dsreg("check", "--fail-on=warning", warning)).code, 1)
  })

  it("writes JSON of the documented shape", async () => {
    const path = file("failing.dsreg", LOG)
    const { out } = await dsreg("check", "--format", "json", path)
    const report = JSON.parse(out)
    assert.deepEqual(Object.keys(report), ["version", "files"])
    const [{ file: name, captures }] = report.files
    assert.equal(name, path)
    assert.equal(captures.length, 1)
    const [{ line, joinType, phase, verdict, findings }] = captures
    assert.deepEqual([line, joinType, phase], [4, "domain-joined", "discover"])
    assert.equal(typeof verdict, "string")
    const found = findings.find((finding: { code: string }) => finding.code === "0x80072ee2")
    assert.deepEqual(
      { ...found, message: typeof found.message },
      {
        rule: "drs-discovery-failed",
        severity: "error",
        line: 16,
        column: 30,
        endLine: 16,
        endColumn: 58,
        message: "string",
        code: "0x80072ee2",
        docs: "https://learn.microsoft.com/entra/identity/devices/troubleshoot-hybrid-join-windows-current#discover-phase",
      },
    )
  })

  it("reads several captures of one file, each with its line", async () => {
    const { out } = await dsreg("check", "--format", "json", file("two.dsreg", LOG + HEALTHY))
    const [{ captures }] = JSON.parse(out).files
    assert.deepEqual(
      captures.map(({ line, joinType }: { line: number; joinType: string }) => [line, joinType]),
      [
        [4, "domain-joined"],
        [17, "hybrid-joined"],
      ],
    )
  })

  it("recognizes logs in a directory by content and names what it skips", async () => {
    mkdirSync(join(folder, "tickets", "deep"), { recursive: true })
    file("tickets/a.txt", HEALTHY)
    file("tickets/deep/b", LOG)
    file("tickets/notes.txt", "I ran dsregcmd yesterday.\n")
    const { code, out, error } = await dsreg("check", join(folder, "tickets"))
    assert.match(out, /a\.txt: Microsoft Entra hybrid joined/)
    assert.match(out, /deep.b: In a domain/)
    assert.match(error, /notes\.txt is skipped: it holds no dsregcmd output/)
    assert.equal(code, 1)
  })

  it("says clearly what it cannot read", async () => {
    const missing = await dsreg("check", join(folder, "none.dsreg"))
    assert.equal(missing.code, 2)
    assert.match(missing.error, /none\.dsreg cannot be read: there is no such file/)
    const other = await dsreg("check", file("letter.txt", "Dear admin,\n"))
    assert.equal(other.code, 2)
    assert.match(other.error, /holds no dsregcmd output/)
    const empty = await dsreg("check", file("empty.txt", ""))
    assert.equal(empty.code, 2)
  })

  it("reads UTF-16 as PowerShell 5.1 writes it", async () => {
    const { code } = await dsreg("check", file("utf16.txt", Buffer.from(`\ufeff${LOG}`, "utf16le")))
    assert.equal(code, 1)
  })

  it("prints no control character of a file name", async () => {
    const { error } = await dsreg("check", join(folder, "a\u001b[31mb"))
    assert.ok(!error.includes("\u001b"))
  })
})

describe("dsreg explain", () => {
  const same = ["0x80072ee2", "0X80072EE2", "-2147012894", "2147954402", "WININET_E_TIMEOUT"]
  for (const word of same) {
    it(`finds the time-out by ${word}`, async () => {
      const { code, out } = await dsreg("explain", word)
      assert.equal(code, 0)
      assert.match(out, /0x80072ee2/)
      assert.match(out, /discover phase/)
      assert.match(out, /join phase/)
    })
  }

  for (const word of [
    "AzureAdPrt",
    "drs discovery test",
    "Device State",
    "pre-check",
    "prt-missing",
    "305",
    "AADSTS50126",
    "collect-logs",
  ]) {
    it(`knows ${word}`, async () => assert.equal((await dsreg("explain", ...word.split(" "))).code, 0))
  }

  it("takes an unknown code apart and exits with 1", async () => {
    const { code, out } = await dsreg("explain", "0x80070035")
    assert.equal(code, 1)
    assert.match(out, /not in the catalogue/)
    assert.match(out, /Windows error 53/)
  })

  it("says that it does not know a word", async () => {
    const { code, error } = await dsreg("explain", "gibberish")
    assert.equal(code, 1)
    assert.match(error, /nothing is known about "gibberish"/)
  })
})

describe("wrong usage", () => {
  const wrong: readonly (readonly [string[], RegExp])[] = [
    [[], /no command given/],
    [["frobnicate"], /no command "frobnicate"/],
    [["check"], /needs a file/],
    [["explain"], /needs a code/],
    [["check", "--fail-on", "blue", "x"], /--fail-on takes/],
    [["check", "--format", "xml", "x"], /--format takes/],
    [["check", "--what"], /--what/],
  ]
  for (const [words, message] of wrong) {
    it(`dsreg ${words.join(" ")} exits with 2 and says why`, async () => {
      const { code, error } = await dsreg(...words)
      assert.equal(code, 2)
      assert.match(error, message)
      assert.match(error, /dsreg --help/)
    })
  }

  it("help and version exit with 0", async () => {
    assert.match((await dsreg("--help")).out, /dsreg check/)
    assert.match((await dsreg("--version")).out, /^\d+\.\d+\.\d+\n$/)
  })
})
