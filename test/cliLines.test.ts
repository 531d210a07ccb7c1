import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { describe, it } from "node:test"
import { Ajv } from "ajv"
import { dsreg } from "./support/commandLine.ts"
import { FAILING, HEALTHY, testFolder } from "./support/folder.ts"

const folder = testFolder()

async function linesOf(...words: string[]): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const { out } = await dsreg("check", "--format", "ndjson", ...words)
  assert.ok(out.endsWith("\n"))
  return out
    .slice(0, -1)
    .split("\n")
    .map((line) => JSON.parse(line))
}

describe("dsreg check --format ndjson", () => {
  it("has a line a log, with what data tools ask for", async () => {
    const log = `| Device State |
AzureAdJoined : YES
EnterpriseJoined : NO
DomainJoined : YES
Device Name : PC-0815.contoso.com
| Device Details |
DeviceId : 1A2B3C4D-2222-3333-4444-555555555555
Thumbprint : 0123456789ABCDEF0123456789ABCDEF01234567
| Tenant Details |
TenantName : Contoso
TenantId : 0F0F0F0F-1111-2222-3333-444444444444
| SSO State |
AzureAdPrt : YES
AzureAdPrtUpdateTime : 2025-03-09 11:00:27.000 UTC
AzureAdPrtExpiryTime : 2025-03-23 11:01:41.000 UTC
`
    const file = folder.write("log.txt", log)
    const [{ findings, verdict, ...line } = {}, ...others] = await linesOf(file)
    assert.deepEqual(others, [])
    assert.match(String(verdict), /^Microsoft Entra hybrid joined/)
    assert.ok(Array.isArray(findings))
    assert.deepEqual(line, {
      version: 1,
      file,
      capture: 1,
      line: 1,
      severity: "none",
      rule: null,
      cause: null,
      code: null,
      symbol: null,
      phase: null,
      joinType: "hybrid-joined",
      failingLine: null,
      errors: 0,
      warnings: 0,
      information: findings.length,
      tenantId: "0f0f0f0f-1111-2222-3333-444444444444",
      tenantName: "Contoso",
      deviceId: "1a2b3c4d-2222-3333-4444-555555555555",
      thumbprint: "0123456789abcdef0123456789abcdef01234567",
      host: "pc-0815",
      time: "2025-03-09T11:00:27.000Z",
      timeIsExact: false,
      attemptTime: null,
      prtUpdateTime: "2025-03-09T11:00:27.000Z",
      prtExpiryTime: "2025-03-23T11:01:41.000Z",
      fault: null,
      incomplete: null,
    })
  })

  it("says the root cause apart: rule, code, symbol, phase and line", async () => {
    const [line = {}] = await linesOf(folder.write("fails.txt", FAILING))
    const { severity, rule, code, symbol, phase, failingLine, errors } = line
    assert.deepEqual(
      { severity, rule, code, symbol, phase, failingLine, errors },
      {
        severity: "error",
        rule: "drs-discovery-failed",
        code: "0x80072ee2",
        symbol: "WININET_E_TIMEOUT",
        phase: "discover",
        failingLine: 6,
        errors: 1,
      },
    )
  })

  it("counts the captures of each file", async () => {
    const two = folder.write("two.txt", HEALTHY + FAILING)
    const lines = await linesOf(two, folder.write("one.txt", HEALTHY))
    assert.deepEqual(
      lines.map(({ capture, line }) => [capture, line]),
      [
        [1, 1],
        [2, 5],
        [1, 1],
      ],
    )
  })

  it("has a line for a file that was not read to its end", async () => {
    const endless = `${HEALTHY}${HEALTHY}${`${"words of another program ".repeat(4000)}\n`.repeat(120)}`
    const lines = await linesOf(folder.write("endless.txt", endless))
    assert.deepEqual(
      lines.map(({ capture, incomplete }) => [capture, incomplete]),
      [
        [1, null],
        [null, "the capture at line 5 is larger than 10 MB"],
      ],
    )
    assert.deepEqual(Object.keys(lines[0] ?? {}), Object.keys(lines[1] ?? {}))
  })

  it("is as the published schema says, for every test log", async () => {
    const schema = new Ajv({ allowUnionTypes: true, formats: { "date-time": true } }).compile(
      JSON.parse(readFileSync("schemas/ndjson-1.schema.json", "utf8")),
    )
    const lines = await linesOf("test/logs")
    assert.ok(lines.length > 300)
    const keys = Object.keys(lines[0] ?? {})
    for (const line of lines) {
      assert.ok(schema(line), `${line.file}: ${JSON.stringify(schema.errors)}`)
      assert.deepEqual(Object.keys(line), keys)
    }
    assert.ok(!schema({ ...lines[0], capture: "1" }))
  })
})

describe("annotations", () => {
  it("of GitHub and Azure Pipelines stand at the failing line", async () => {
    const file = folder.write("fails.txt", FAILING)
    const github = await dsreg("check", "--format", "github", file)
    const message = "Discovery failed: network time-out (0x80072ee2)"
    const place = `file=${file},line=6,col=22,endLine=6,endColumn=50,title=dsreg%3A drs-discovery-failed`
    assert.deepEqual([github.code, github.out], [1, `::error ${place}::${message}\n`])
    const azure = await dsreg("check", "--format", "azure", file)
    const issue = `type=error;sourcepath=${file};linenumber=6;columnnumber=22;code=drs-discovery-failed`
    assert.deepEqual([azure.code, azure.out], [1, `##vso[task.logissue ${issue}]${message}\n`])
  })

  const names = [
    "a,line=1::add-mask::b.txt",
    "a;type=warning]##vso[task.setvariable variable=x]y.txt",
    "##[add-path]100%0Ab.txt",
    "::error::\n##vso[task.complete result=Succeeded;]done.txt",
  ].map((name) => name.replaceAll("/", ""))

  for (const name of names) {
    it(`obey no file that is called ${JSON.stringify(name)}`, { skip: process.platform === "win32" }, async () => {
      const file = folder.write(`names/${name}`, FAILING)
      const missing = `${file} (none)`
      for (const format of ["github", "azure"]) {
        const { out, error } = await dsreg("check", "--format", format, file, missing)
        const commands = `${out}${error}`.split("\n").filter((line) => /^\s*::|##\[|##vso\[/.test(line))
        assert.equal(commands.length, 1)
        const [command = ""] = commands
        if (format === "github") assert.match(command, /^::error file=[^:,\n]*,line=6,col=22,[^:\n]*::Discovery failed/)
        else
          assert.match(
            command,
            /^##vso\[task\.logissue type=error;sourcepath=[^;\]\n]*;linenumber=6;columnnumber=22;code=[^;\]]*\]Discovery failed/,
          )
        assert.equal(error.split("\n").length, 2)
      }
    })
  }
})
