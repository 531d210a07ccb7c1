import assert from "node:assert/strict"
import { win32 } from "node:path"
import { describe, it } from "node:test"
import { fileText, read } from "../server/src/api/index.ts"
import { printSarif } from "../server/src/core/report/formats/printSarif.ts"
import type { Piece } from "../server/src/core/report/formats/told.ts"
import { dsregWith } from "./support/commandLine.ts"

/** A log as dsregcmd prints it; `{0}` is a name that its tenant chose. */
const LOG = `
+----------------------------------------------------------------------+
| Device State                                                         |
+----------------------------------------------------------------------+

             AzureAdJoined : NO
          EnterpriseJoined : NO
              DomainJoined : YES
                DomainName : CONTOSO
               Device Name : PC-1.contoso.com

+----------------------------------------------------------------------+
| Tenant Details                                                       |
+----------------------------------------------------------------------+

                TenantName : {0}
                  TenantId : 1a2b3c4d-2222-3333-4444-555555555555

+----------------------------------------------------------------------+
| Diagnostic Data                                                      |
+----------------------------------------------------------------------+

     AD Configuration Test : PASS
        DRS Discovery Test : FAIL [0x801c0021/0x80072ee2]
`.replaceAll("\n", "\r\n")

const MARK = "\ufeff"

/** The log with a name in it as its bytes are; every other character is one of ASCII. */
function narrow(name: readonly number[]): Uint8Array {
  const [before = "", after = ""] = LOG.split("{0}")
  return Buffer.concat([Buffer.from(before, "latin1"), Uint8Array.from(name), Buffer.from(after, "latin1")])
}

const named = (name: string) => LOG.replace("{0}", name)

/** How the programs of Windows save what dsregcmd prints: with the name as it is read then, where that is known. */
const SAVED: readonly (readonly [how: string, bytes: Uint8Array, name: string | undefined])[] = [
  ["dsregcmd /status > log.txt in Windows PowerShell 5.1", Buffer.from(MARK + named("Müller"), "utf16le"), "Müller"],
  ["dsregcmd /status | Tee-Object log.txt in 5.1", Buffer.from(MARK + named("株式会社"), "utf16le"), "株式会社"],
  ["| Out-File log.txt -Encoding utf8 in 5.1", Buffer.from(MARK + named("株式会社"), "utf8"), "株式会社"],
  ["| Out-File log.txt -Encoding bigendianunicode", Buffer.from(MARK + named("Müller"), "utf16le").swap16(), "Müller"],
  ["> log.txt in PowerShell 7", Buffer.from(named("株式会社"), "utf8"), "株式会社"],
  ["> log.txt in cmd.exe of the ANSI code page 1252", narrow([0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72]), "Müller"],
  ["> log.txt in cmd.exe of the OEM code page 437", narrow([0x4d, 0x81, 0x6c, 0x6c, 0x65, 0x72]), undefined],
  ["> log.txt in cmd.exe of the OEM code page 850", narrow([0x53, 0xd8, 0xd4, 0x9d]), undefined],
  ["> log.txt in cmd.exe of the code page 932", narrow([0x8a, 0x94, 0x8e, 0xae, 0x89, 0xef, 0x8e, 0xd0]), undefined],
  // The second byte of these two letters is the one of `|`, of which boxes are drawn, and of `\`.
  ["the same with letters that end in | and \\", narrow([0x83, 0x7c, 0x83, 0x5c, 0x83, 0x7c]), undefined],
  ["> log.txt in cmd.exe after chcp 65001", Buffer.from(named("Müller"), "utf8"), "Müller"],
]

describe("a log that Windows saved", () => {
  const [expected = assert.fail()] = read(named("Contoso"))
  const fieldsOf = (reading: typeof expected) =>
    reading.fields.filter(({ name }) => name !== "TenantName").map(({ name, value, line }) => ({ name, value, line }))

  it("fails in the discover phase, however its name is written", () => {
    assert.equal(expected.phase, "discover")
    assert.equal(expected.fields.length, 9)
  })

  for (const [how, bytes, name] of SAVED) {
    it(`reads the same by ${how}`, () => {
      const text = fileText(bytes)
      const [reading = assert.fail(), ...others] = read(text)
      assert.equal(others.length, 0)
      assert.equal(reading.verdict, expected.verdict)
      assert.deepEqual(
        reading.findings.map(({ rule, code, line, column }) => ({ rule, code, line, column })),
        expected.findings.map(({ rule, code, line, column }) => ({ rule, code, line, column })),
      )
      assert.deepEqual(fieldsOf(reading), fieldsOf(expected))
      const tenant = reading.fields.find((field) => field.name === "TenantName")
      if (name === undefined) assert.ok(tenant && tenant.value !== "")
      else assert.equal(tenant?.value, name)
    })
  }

  it("reads both logs where Windows PowerShell 5.1 appended to what cmd.exe had written", () => {
    const bytes = Buffer.concat([narrow([0x4d, 0x81]), Buffer.from(named("Müller"), "utf16le")])
    assert.deepEqual(
      read(fileText(bytes)).map(({ verdict }) => verdict),
      [expected.verdict, expected.verdict],
    )
  })

  it("reads the same with ends of lines of Windows, of Unix, of old Macs, and with all of them", () => {
    const mixed = named("Contoso").split("\r\n")
    const all = mixed.map((line, index) => line + (["\r\n", "\n", "\r"][index % 3] ?? "")).join("")
    for (const text of [mixed.join("\n"), mixed.join("\r"), all]) {
      const [reading = assert.fail()] = read(text)
      assert.equal(reading.verdict, expected.verdict)
      assert.deepEqual(fieldsOf(reading), fieldsOf(expected))
    }
  })

  it("comes through a pipe as it comes from a file", async () => {
    const input = (async function* () {
      const bytes = Buffer.from(MARK + named("Müller"), "utf16le")
      for (let at = 0; at < bytes.length; at += 77) yield bytes.subarray(at, at + 77)
    })()
    const { out, code } = await dsregWith({ input }, "check", "-")
    assert.equal(code, 1)
    assert.ok(out.startsWith(`-: ${expected.verdict}`))
  })
})

describe("a path of Windows", () => {
  /** The address by which SARIF names a file. */
  async function addressOf(file: string): Promise<string> {
    const finding = { rule: "prt-missing", severity: "error", line: 1, column: 1, endLine: 1, endColumn: 2 } as const
    const report = { line: 1, joinType: "none", phase: null, verdict: "", root: 0 } as const
    async function* pieces(): AsyncIterable<Piece> {
      const findings = [{ ...finding, message: "", code: null, docs: null }]
      yield { kind: "capture", file, report: { ...report, findings }, steps: [] }
      yield { kind: "end", file, ending: {} }
    }
    let out = ""
    for await (const text of printSarif(pieces(), "0.0.0", [])) out += text
    return JSON.parse(out).runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri
  }

  const paths: readonly (readonly [path: string, address: string])[] = [
    [win32.join("C:\\logs", "PC 1", "dsregcmd.txt"), "file:///C:/logs/PC%201/dsregcmd.txt"],
    [win32.join("\\\\server\\share", "logs", "ä.txt"), "file://server/share/logs/%C3%A4.txt"],
    [win32.join("logs", "100%", "#1.txt"), "logs/100%25/%231.txt"],
    [win32.join("d:", "x.dsreg"), "file:///d:/x.dsreg"],
  ]
  for (const [path, address] of paths) {
    it(`${path} is ${address} in SARIF`, async () => {
      assert.equal(await addressOf(path), address)
      assert.ok(URL.canParse(address, "file:///C:/base/"))
    })
  }
})
