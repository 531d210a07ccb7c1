import assert from "node:assert/strict"
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Readable } from "node:stream"
import { after, describe, it } from "node:test"
import { dsreg, dsregWith } from "./support/commandLine.ts"

const folder = mkdtempSync(join(tmpdir(), "dsreg-share-"))
after(() => rmSync(folder, { recursive: true }))

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const LOG = `C:\\Users\\ann>dsregcmd /status

| Device State |
             AzureAdJoined : NO
              DomainJoined : YES
                DomainName : LAMNA
               Device Name : LH-PC-7.lamna.com

| Diagnostic Data |
        DRS Discovery Test : FAIL [0x801c0021/0x80072ee2]
`
const REDACTED = `C:\\Users\\user-1>dsregcmd /status

| Device State |
             AzureAdJoined : NO
              DomainJoined : YES
                DomainName : DOMAIN-1
               Device Name : PC-1.domain-2.example

| Diagnostic Data |
        DRS Discovery Test : FAIL [0x801c0021/0x80072ee2]
`
const JOINED = `| Device State |
             AzureAdJoined : YES
              DomainJoined : YES
               Device Name : LH-PC-7.lamna.com
`

describe("dsreg redact", () => {
  it("prints the redacted log and nothing else, and leaves the file alone", async () => {
    const path = file("log.txt", LOG)
    assert.deepEqual(await dsreg("redact", path), { code: 0, out: REDACTED, error: "" })
    assert.equal(readFileSync(path, "utf8"), LOG)
  })

  it("keeps the ends of lines, reads UTF-16, and reads standard input", async () => {
    const wide = Buffer.from(`\ufeff${LOG.replaceAll("\n", "\r\n")}`, "utf16le")
    assert.equal((await dsreg("redact", file("wide.txt", wide))).out, REDACTED.replaceAll("\n", "\r\n"))
    assert.equal((await dsregWith({ input: Readable.from([Buffer.from(LOG)]) }, "redact", "-")).out, REDACTED)
  })

  it("tells what was replaced on standard error", async () => {
    const { out, error } = await dsreg("redact", "--list", file("log.txt", LOG))
    assert.equal(out, REDACTED)
    assert.deepEqual(error.split("\n"), [
      'dsreg: user "ann" is user-1 now, once.',
      'dsreg: domain "LAMNA" is DOMAIN-1 now, once.',
      'dsreg: computer "LH-PC-7" is PC-1 now, once.',
      'dsreg: domain "lamna.com" is domain-2.example now, once.',
      "",
    ])
  })

  it("gives one thing the same pseudonym in every file with the same key, and hides the key's end of line", async () => {
    const key = file("key.txt", "a long enough secret\n")
    const sameKey = file("same.txt", "a long enough secret")
    const nameIn = async (path: string, by: string) =>
      /Device Name : (\S+)/.exec((await dsreg("redact", "--key", by, path)).out)?.[1]
    const name = await nameIn(file("log.txt", LOG), key)
    assert.match(name ?? "", /^PC-[\dA-F]{12}\.domain-[\da-f]{12}\.example$/)
    assert.equal(await nameIn(file("joined.txt", JOINED), sameKey), name)
    assert.notEqual(await nameIn(file("log.txt", LOG), file("other.txt", "another long secret")), name)
  })

  it("keeps the ids of requests where it is asked to", async () => {
    const id = "3f1c9a52-7d41-4a0e-9b3a-51c2d8e7f604"
    const path = file("request.txt", `${LOG}                Request Id : ${id}\n`)
    assert.ok(!(await dsreg("redact", path)).out.includes(id))
    assert.ok((await dsreg("redact", "--keep-request-ids", path)).out.includes(id))
  })

  it("prints nothing and exits with 2 where there is trouble", async () => {
    mkdirSync(join(folder, "logs"), { recursive: true })
    file("logs/log.txt", LOG)
    const troubles: readonly (readonly [readonly string[], RegExp])[] = [
      [[join(folder, "none.txt")], /cannot be read: there is no such file/],
      [[join(folder, "logs")], /cannot be read: it is a directory/],
      [[file("letter.txt", "Dear admin,\n")], /holds no dsregcmd output/],
      [["--key", file("short.txt", "short\n"), file("log.txt", LOG)], /a key needs 16 bytes at least/],
      [["--key", join(folder, "no-key"), file("log.txt", LOG)], /no-key cannot be read: there is no such file/],
      [[], /redact needs one file/],
      [["a", "b"], /redact needs one file/],
    ]
    for (const [words, message] of troubles) {
      const { code, out, error } = await dsreg("redact", ...words)
      assert.deepEqual([code, out], [2, ""])
      assert.match(error, message)
    }
  })
})

describe("dsreg compare", () => {
  const earlier = () => file("before.txt", LOG)
  const later = () => file("after.txt", JOINED)

  it("says what got better, and exits with 0", async () => {
    const { code, out, error } = await dsreg("compare", earlier(), later())
    assert.deepEqual([code, error], [0, ""])
    assert.deepEqual(out.split("\n"), [
      `${earlier()} → ${later()}`,
      "It got better",
      "",
      "Before: In a domain, not joined to Microsoft Entra ID; the join fails in the discover phase: network time-out (0x80072ee2).",
      "After: Microsoft Entra hybrid joined; the log shows no fault.",
      "",
      "Findings that are gone",
      "",
      "- error: Discovery failed: network time-out (0x80072ee2) (drs-discovery-failed)",
      "",
      "Better",
      "",
      "- AzureAdJoined (Device State): NO → YES. The device is joined: hybrid joined if DomainJoined is YES too, Entra joined if it is NO.",
      "",
      "Only in the earlier log",
      "",
      "- Device State: DomainName",
      "- Diagnostic Data: DRS Discovery Test",
      "",
    ])
  })

  it("exits with 1 where it got worse, and says what to do now", async () => {
    const { code, out } = await dsreg("compare", later(), earlier())
    assert.equal(code, 1)
    assert.match(out, /^It got worse$/m)
    assert.match(out, /^Findings that are new$/m)
    assert.match(out, /^What to do now$/m)
  })

  it("exits with 0 where it stands as before", async () => {
    const { code, out } = await dsreg("compare", earlier(), earlier())
    assert.equal(code, 0)
    assert.match(out, /^It stands as before$/m)
    assert.match(out, /^No field says anything else\.$/m)
  })

  it("compares the two logs of one file, with the lines they begin at", async () => {
    const path = file("two.txt", `${LOG}\nC:\\>dsregcmd /status\n${JOINED}`)
    const { code, out } = await dsreg("compare", path)
    assert.equal(code, 0)
    assert.ok(out.startsWith(`${path}:3 → ${path}:13\nIt got better\n`))
  })

  it("writes JSON of the documented shape", async () => {
    const report = JSON.parse((await dsreg("compare", "--format", "json", earlier(), later())).out)
    assert.deepEqual(Object.keys(report), ["outcome", "before", "after", "doubts", "findings", "fields", "varying"])
    assert.equal(report.outcome, "better")
    assert.deepEqual(Object.keys(report.before), ["file", "line", "joinType", "phase", "verdict"])
    assert.deepEqual(
      [report.before.line, report.before.joinType, report.before.phase],
      [3, "domain-joined", "discover"],
    )
    assert.deepEqual([report.findings.gone.length, report.findings.new, report.findings.still], [1, [], []])
    assert.deepEqual(report.fields[0], {
      name: "AzureAdJoined",
      section: "Device State",
      change: "better",
      before: { value: "NO", line: 4 },
      after: { value: "YES", line: 2 },
      meaning: "The device is joined: hybrid joined if DomainJoined is YES too, Entra joined if it is NO.",
    })
  })

  it("writes Markdown in which the logs' own words are code", async () => {
    const hostile = file("hostile.txt", JOINED.replace("LH-PC-7.lamna.com", "![x](https://x.example/`a`) \u001b[31m"))
    const { out } = await dsreg("compare", "--format", "markdown", later(), hostile)
    assert.match(
      out,
      /^- `Device Name` \(Device State\): `LH-PC-7\.lamna\.com` → `` !\[x\]\(https:\/\/x\.example\/`a`\) .*``$/m,
    )
    assert.ok(!out.includes("\u001b"))
  })

  it("takes the last log of a file with several, and says so", async () => {
    const two = file("two.txt", `${LOG}\nC:\\>dsregcmd /status\n${JOINED}`)
    const { code, error } = await dsreg("compare", earlier(), two)
    assert.equal(code, 0)
    assert.match(error, /two\.txt holds 2 logs; the last one is compared/)
  })

  it("exits with 2 where there is trouble", async () => {
    const troubles: readonly (readonly [readonly string[], RegExp])[] = [
      [[earlier()], /holds one log, and two are compared/],
      [[earlier(), join(folder, "none.txt")], /there is no such file/],
      [[earlier(), file("letter.txt", "Dear admin,\n")], /holds no dsregcmd output/],
      [[], /compare needs two files/],
      [["a", "b", "c"], /compare needs two files/],
      [["--format", "xml", earlier(), later()], /--format takes text, json or markdown here/],
    ]
    for (const [words, message] of troubles) {
      const { code, out, error } = await dsreg("compare", ...words)
      assert.deepEqual([code, out], [2, ""])
      assert.match(error, message)
    }
  })
})
