import assert from "node:assert/strict"
import { execFileSync } from "node:child_process"
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Readable } from "node:stream"
import { after, describe, it } from "node:test"
import { dsreg, dsregWith } from "./support/commandLine.ts"

const HEALTHY = "| Device State |\nAzureAdJoined : YES\nEnterpriseJoined : NO\nDomainJoined : YES\n"
const FAILING = `PS C:\\> dsregcmd /status

| Device State |
AzureAdJoined : NO
EnterpriseJoined : NO
DomainJoined : YES

| Diagnostic Data |
DRS Discovery Test : FAIL [0x801c0021/0x80072ee2]
`

const windows = process.platform === "win32" && "not on Windows"
const folder = mkdtempSync(join(tmpdir(), "dsreg-reading-"))
after(() => rmSync(folder, { recursive: true }))

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

function subfolder(name: string, files: Readonly<Record<string, string>> = {}): string {
  const path = join(folder, name)
  mkdirSync(path)
  for (const [own, content] of Object.entries(files)) writeFileSync(join(path, own), content)
  return path
}

/** Events that are none of a join; in an editor they stay silent. */
const FOREIGN = "healthy-events-of-other-logs.dsreg"

interface Report {
  readonly files: readonly {
    readonly file: string
    readonly captures: readonly { readonly line: number; readonly findings: readonly { readonly line: number }[] }[]
    readonly incomplete?: string
  }[]
}

describe("a named file", () => {
  it("in which nothing is wrong says what would show more, and one with a fault what to do", async () => {
    const healthy = await dsreg("check", "test/logs/article-device-state.dsreg")
    assert.match(healthy.out, /but did not test the device's keys\./)
    assert.match(
      healthy.out,
      /^ {2}To see more:\n {2}1\. Open a command prompt as administrator, run dsregcmd \/status /m,
    )
    const failing = await dsreg("check", "test/logs/join-task-not-run.dsreg")
    assert.match(failing.out, /^ {2}What to do:\n {2}1\. /m)
  })

  it("of events of other programs is refused, in clear words", async () => {
    const { code, error } = await dsreg("check", `test/logs/${FOREIGN}`)
    assert.equal(code, 2)
    assert.match(error, /holds no dsregcmd output/)
  })

  it("that dsreg itself wrote is refused, and told apart in every format", async () => {
    const log = file("failing.txt", FAILING)
    for (const format of ["json", "ndjson", "csv", "sarif", "markdown", "html"]) {
      const { out } = await dsreg("check", "--fail-on", "never", "--format", format, log)
      const { code, error } = await dsreg("check", file(`own-${format}.txt`, out))
      assert.equal(code, 2, format)
      assert.match(error, /cannot be read: it is what dsreg told of a log; give it the log itself\.\n$/, format)
    }
    const { out } = await dsreg("summary", "--format", "json", log)
    assert.equal((await dsreg("check", file("own-summary.txt", out))).code, 2)
  })

  it("with a column for each field is read as a log a row", async () => {
    const table = file(
      "collected.csv",
      'PSComputerName,AzureAdJoined,DomainJoined,AzureAdPrt\r\n"DESK-1","YES","YES","YES"\r\n"DESK-2","YES","YES","NO"\r\n',
    )
    const { out } = await dsreg("check", "--fail-on", "never", table)
    assert.match(out, /collected\.csv:2: Microsoft Entra hybrid joined; the log shows no fault/)
    assert.match(out, /collected\.csv:3: Microsoft Entra hybrid joined; no primary refresh token for this user/)
  })

  it("of another program that names an answer to a sign-in is told by that", async () => {
    const log = file(
      "adal.log",
      '<![LOG[Failed to acquire AAD user token. ERROR CODE: 0xcaa2000c ERROR DESC: AADSTS50076: multi-factor]LOG]!><time="09:14:06.001-120" date="06-10-2026" component="ADALOperationProvider">\n',
    )
    const { out } = await dsreg("check", log)
    assert.match(out, /the text names an answer to a sign-in: multifactor authentication required \(AADSTS50076\)/)
    const { error } = await dsreg("check", file("words.txt", "AADSTS numbers are answers of the sign-in service.\n"))
    assert.match(error, /holds no dsregcmd output/)
  })

  it("keeps what stands above a log out of it, also where that names such an answer", async () => {
    const log = file("mail.txt", `Teams says AADSTS50076.\n\n${FAILING}`)
    const { out } = await dsreg("check", "--fail-on", "never", "--format", "json", log)
    assert.equal((JSON.parse(out) as Report).files[0]?.captures.length, 1)
  })

  for (const name of readdirSync("test/logs").filter((log) => log.endsWith(".dsreg") && log !== FOREIGN)) {
    it(`${name} is read as the editor reads it`, async () => {
      const { code, error } = await dsreg("check", "--fail-on", "never", `test/logs/${name}`)
      assert.deepEqual([code, error], [0, ""])
    })
  }

  const read: readonly [string, string][] = [
    ["one field that others print too", "TenantName : Contoso\n"],
    ["one sentence of an event", "Automatic registration failed at join phase.\n"],
    ["a code in a field that others print too", "Proto: TCP\nServer Message : AADSTS50126: wrong\n"],
    ["two fields of a box among others", "Site: Zurich\nTenantName : Contoso\nTenantId : contoso.com\n"],
    ["an event by its number alone", "Event ID: 1098\nError: 0xCAA20003\n"],
    ["an event of the log of joins that nobody knows", "Log Name: Microsoft-Windows-AAD/Operational\nEvent ID: 9999\n"],
    ["a field behind 300,000 characters", `${"a line of another program\n".repeat(12_000)}AzureAdPrt : NO\n`],
  ]
  for (const [what, text] of read) {
    it(`is read for ${what}`, async () => {
      const { code, error, out } = await dsreg("check", "--fail-on", "never", file("little.txt", text))
      assert.deepEqual([code, error], [0, ""])
      assert.match(out, /little\.txt: /)
    })
  }

  const refused: readonly [string, string][] = [
    ["prose", "Please run dsregcmd /status and look at AzureAdJoined.\n"],
    ["an event of something else", "Log Name: System\nSource: Service Control Manager\nEvent ID: 7036\n"],
    ["policies as gpresult lists them", "OS Version:  10.0.26100\nSite Name:   Zurich\nDomain Name: CONTOSO\n"],
    [
      "a system as systeminfo shows it",
      "Host Name:  PC01\nOS Version: 10.0.26100 N/A Build 26100\nDomain: contoso.com\n",
    ],
    ["a sign-in of the Azure CLI", '{\n  "isDefault": true,\n  "name": "Test",\n  "tenantId": "contoso"\n}\n'],
    ["a check of certificates", "CertUtil: -verify\nKeyProvider : Contoso Provider\nClient Time : 2030-01-01\n"],
    ["names of columns behind blanks", "AzureAdJoined  DomainJoined  AzureAdPrt\nYES  YES  NO\n"],
    ["an unknown event alone", "Event ID: 7036\nThe service entered the stopped state.\n"],
  ]
  for (const [what, text] of refused) {
    it(`is refused for ${what}`, async () => {
      const { code, error, out } = await dsreg("check", file("none.txt", text))
      assert.deepEqual([code, out], [2, ""])
      assert.match(error, /none\.txt holds no dsregcmd output\. Save the text/)
    })
  }

  it("has no entry for a part in which nothing of dsregcmd stands", async () => {
    const table = "| Name |\n| ---- |\n a : 1\n"
    const { out } = await dsreg("check", "--format", "json", file("table.txt", `${table}${table}${FAILING}`))
    const [{ captures }] = JSON.parse(out).files
    assert.deepEqual(
      captures.map(({ line }: { line: number }) => line),
      [9],
    )
  })
})

describe("a large file", () => {
  it("is read in parts, and its lines go on across them", async () => {
    const count = 1000
    const { out } = await dsreg("check", "--format", "json", file("large.txt", FAILING.repeat(count)))
    const { files } = JSON.parse(out) as Report
    const captures = files[0]?.captures ?? []
    assert.equal(captures.length, count)
    captures.forEach(({ line, findings }, at) => {
      assert.equal(line, at * 9 + 3)
      assert.equal(findings.at(-1)?.line, at * 9 + 9)
    })
  })

  it("may change its encoding and its line ends on the way", async () => {
    const half = FAILING.repeat(300)
    const bytes = Buffer.concat([
      Buffer.from(half),
      Buffer.from(`\ufeff${half.replaceAll("\n", "\r\n")}`, "utf16le"),
      Buffer.from(half.replaceAll("\n", "\r")),
    ])
    const { out } = await dsreg("check", "--format", "json", file("changing.txt", bytes))
    const { files } = JSON.parse(out) as Report
    assert.deepEqual(
      files[0]?.captures.map(({ line }) => line),
      Array.from({ length: 900 }, (_, at) => at * 9 + 3),
    )
  })

  const endless = `${FAILING}${`${"words of another program ".repeat(4000)}\n`.repeat(120)}`

  it("is left where a capture has no end, and the next file is read", async () => {
    const paths = [file("endless.txt", endless), file("next.txt", HEALTHY)]
    const { code, out, error } = await dsreg("check", "--fail-on", "never", ...paths)
    assert.equal(code, 2)
    assert.match(error, /^dsreg: .*endless\.txt cannot be read: the capture at line 1 is larger than 10 MB\.\n$/)
    assert.match(out, /next\.txt: Microsoft Entra hybrid joined/)
  })

  it("keeps in JSON what was read before that", async () => {
    const { code, out } = await dsreg("check", "--format", "json", file("endless.txt", HEALTHY + endless))
    assert.equal(code, 2)
    const { files } = JSON.parse(out) as Report
    assert.equal(files[0]?.captures.length, 1)
    assert.equal(files[0]?.incomplete, "the capture at line 5 is larger than 10 MB")
  })
})

describe("standard input", () => {
  it("is read in parts", async () => {
    const parts = Array.from(Buffer.from(FAILING.repeat(2)), (byte) => Uint8Array.of(byte))
    const { code, out } = await dsregWith({ input: Readable.from(parts) }, "check", "--format", "json", "-")
    assert.equal(code, 1)
    const { files } = JSON.parse(out) as Report
    assert.deepEqual([files[0]?.file, files[0]?.captures.map(({ line }) => line)], ["-", [3, 12]])
  })

  it("without an end is left", async () => {
    async function* zeros(): AsyncGenerator<Uint8Array> {
      for (;;) yield new Uint8Array(1024 * 1024)
    }
    const { code, error } = await dsregWith({ input: zeros() }, "check", "-")
    assert.equal(code, 2)
    assert.match(error, /^dsreg: - cannot be read: the capture at line 1 is larger than 10 MB\.\n$/)
  })
})

describe("what is no file", { skip: windows }, () => {
  it("is refused by its kind", async () => {
    const pipe = join(folder, "pipe")
    execFileSync("mkfifo", [pipe])
    const { code, error } = await dsreg("check", "/dev/zero", pipe)
    assert.equal(code, 2)
    assert.equal(
      error,
      `dsreg: /dev/zero cannot be read: it is not a file.\ndsreg: ${pipe} cannot be read: it is not a file.\n`,
    )
  })

  it("is named where a folder holds it", async () => {
    const path = subfolder("kinds", { "a.txt": HEALTHY })
    execFileSync("mkfifo", [join(path, "b")])
    symlinkSync(join(path, "a.txt"), join(path, "c.txt"))
    const { code, out, error } = await dsreg("check", path)
    assert.equal(code, 0)
    assert.equal(out.split("\n").length, 2)
    assert.equal(
      error,
      `dsreg: ${path}/b is skipped: it is not a file.\ndsreg: ${path}/c.txt is skipped: it is a link, and links in a folder are not followed.\n`,
    )
  })

  it("is followed where it is a named link to a file", async () => {
    const link = join(folder, "link.txt")
    symlinkSync(file("target.txt", HEALTHY), link)
    assert.equal((await dsreg("check", link)).code, 0)
  })
})

describe("a folder", () => {
  it("in which nothing was read says so", async () => {
    const path = subfolder("nothing", { "notes.txt": "I ran dsregcmd yesterday.\n" })
    const { code, error, out } = await dsreg("check", "--format", "json", path)
    assert.equal(code, 2)
    assert.equal(
      error,
      `dsreg: ${join(path, "notes.txt")} is skipped: it holds no dsregcmd output.\ndsreg: ${path} holds no log: nothing in it was read.\n`,
    )
    assert.deepEqual(JSON.parse(out), { version: 1, files: [] })
  })

  it("that is empty says so, also beside one that is not", async () => {
    const { code, error } = await dsreg("check", subfolder("full", { "a.txt": HEALTHY }), subfolder("empty"))
    assert.equal(code, 2)
    assert.match(error, /empty holds no log: nothing in it was read\.\n$/)
  })

  it("may hold names that are not UTF-8", { skip: windows }, async () => {
    const path = subfolder("names")
    const name = Buffer.concat([Buffer.from(`${path}/caf`), Buffer.of(0xe9), Buffer.from(".txt")])
    try {
      writeFileSync(name, HEALTHY)
    } catch {
      return // A file system that knows no such names.
    }
    const { code, out } = await dsreg("check", path)
    assert.equal(code, 0)
    assert.match(out, /caf\ufffd\.txt: Microsoft Entra hybrid joined/)
  })
})

describe("a name with characters that a terminal obeys", { skip: windows }, () => {
  const name = "a\u001b[31m\u202eb\n\u009b.txt"

  it("is shown without them", async () => {
    const { out } = await dsreg("check", file(name, HEALTHY))
    assert.ok(out.startsWith(`${folder}/a?[31m?b??.txt: `))
    const { error } = await dsreg("check", join(folder, `none ${name}`))
    assert.match(error, /^dsreg: .*none a\?\[31m\?b\?\?\.txt cannot be read: there is no such file\.\n$/)
  })

  it("is the true one in JSON, and escaped there", async () => {
    const { out } = await dsreg("check", "--format", "json", file(name, HEALTHY))
    assert.equal((JSON.parse(out) as Report).files[0]?.file, join(folder, name))
    assert.ok(!/[\p{Cf}\p{Cc}]/u.test(out.replaceAll("\n", "")))
  })

  it("is shown without them in a complaint about usage", async () => {
    for (const words of [
      [name],
      ["check", "--format", name, "x"],
      ["check", "--fail-on", name, "x"],
      ["check", `--${name}`],
    ]) {
      const { code, error } = await dsreg(...words)
      assert.equal(code, 2)
      assert.ok(!/[\p{Cf}\p{Cc}]/u.test(error.trimEnd()), JSON.stringify(error))
    }
  })
})

describe("the output", () => {
  const paths = () => [file("one.txt", FAILING + HEALTHY), file("two.txt", HEALTHY), file("no.txt", "nothing\n")]

  it("is one JSON document, laid out as such", async () => {
    for (const words of [paths(), paths().slice(2)]) {
      const { out } = await dsreg("check", "--format", "json", ...words)
      assert.equal(out, `${JSON.stringify(JSON.parse(out), undefined, 2)}\n`)
    }
  })

  it("names a capture by its line only among several", async () => {
    const { out } = await dsreg("check", ...paths())
    const heads = out.split("\n").flatMap((line) => /\w+\.txt(?::\d+)?(?=: )/.exec(line)?.[0] ?? [])
    assert.deepEqual(heads, ["one.txt:3", "one.txt:10", "two.txt"])
  })

  it("waits for a slow reader", async () => {
    let waiting = 0
    let most = 0
    const out = async () => {
      most = Math.max(most, ++waiting)
      await new Promise((resolve) => setImmediate(resolve))
      waiting--
    }
    await dsregWith({ out }, "check", "--format", "json", ...paths())
    assert.equal(most, 1)
  })

  it("begins before the input ends", async () => {
    const written: string[] = []
    async function* input(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(FAILING.repeat(500))
      const verdicts = written.join("").match(/^-:\d+: /gm) ?? []
      assert.ok(verdicts.length > 400, "captures are printed before the next part is asked for")
      yield Buffer.from(HEALTHY)
    }
    const out = async (text: string) => void written.push(text)
    assert.equal((await dsregWith({ input: input(), out }, "check", "-")).code, 1)
  })
})
