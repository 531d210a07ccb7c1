import assert from "node:assert/strict"
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, describe, it } from "node:test"
import { Ajv, type ValidateFunction } from "ajv"
import { csvRow } from "../server/src/core/report/formats/csv.ts"
import { dsreg } from "./support/commandLine.ts"

const folder = mkdtempSync(join(tmpdir(), "dsreg-export-"))
after(() => rmSync(folder, { recursive: true }))

const FAILING = `| Device State |
AzureAdJoined : NO
EnterpriseJoined : NO
DomainJoined : YES
| Diagnostic Data |
AD Connectivity Test : PASS
AD Configuration Test : PASS
DRS Discovery Test : FAIL [0x801c0021/0x80072ee2]
DRS Connectivity Test : SKIPPED
`
const HEALTHY = "| Device State |\nAzureAdJoined : YES\nEnterpriseJoined : NO\nDomainJoined : YES\n"

function file(name: string, text: string | Uint8Array): string {
  const path = join(folder, name)
  mkdirSync(join(path, ".."), { recursive: true })
  writeFileSync(path, text)
  return path
}

const require = createRequire(import.meta.url)
const schemaOfJson = JSON.parse(readFileSync("schemas/check-1.schema.json", "utf8"))
/** Its types are those of a module that Node imports in another way. */
const AjvOfDraft04: typeof Ajv = require("ajv-draft-04")
const schemaOfSarif = require("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json")

const isJson = new Ajv({ strict: true, allowUnionTypes: true }).compile(schemaOfJson)
// The schema names formats of its own time, which say nothing about our numbers and texts.
const isSarif = new AjvOfDraft04({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schemaOfSarif)

function mustBe(is: ValidateFunction, value: unknown): void {
  assert.ok(is(value), JSON.stringify(is.errors?.slice(0, 3)))
}

describe("dsreg check --format json", () => {
  it("is as the published schema says, for every test log and for what cannot be read", async () => {
    const { out } = await dsreg("check", "--format", "json", "test/logs", file("broken.dsreg", "AzureAdJoined : NO\0"))
    const value = JSON.parse(out)
    assert.ok(value.files.length > 200)
    mustBe(isJson, value)
  })

  it("has a schema that refuses another shape", () => {
    const finding = {
      rule: "a",
      severity: "error",
      line: 1,
      column: 1,
      endLine: 1,
      endColumn: 2,
      message: "m",
      code: null,
    }
    const of = (more: object) => ({
      version: 1,
      files: [
        {
          file: "f",
          captures: [
            { line: 1, joinType: "none", phase: null, verdict: "v", root: 0, findings: [{ ...finding, ...more }] },
          ],
        },
      ],
    })
    assert.ok(isJson(of({ docs: null })))
    assert.ok(!isJson(of({})), "a key is missing")
    assert.ok(!isJson(of({ docs: null, line: 0 })), "lines count from 1")
    assert.ok(!isJson(of({ docs: null, severity: "fatal" })))
    assert.ok(!isJson({ version: 2, files: [] }))
  })
})

describe("dsreg check --format sarif", () => {
  it("is SARIF 2.1.0 by its schema, for every test log and for what cannot be read", async () => {
    const { out } = await dsreg("check", "--format", "sarif", "test/logs")
    const value = JSON.parse(out)
    mustBe(isSarif, value)
    assert.ok(value.runs[0].results.length > 200)
    assert.ok(!isSarif({ ...value, version: "2.0.0" }), "the schema says no to something else")
  })

  it("has each finding as a result of a rule that it describes", async () => {
    const { out, code } = await dsreg("check", "--format", "sarif", file("PC 1.dsreg", FAILING))
    const [run] = JSON.parse(out).runs
    const [first] = run.results
    assert.equal(first.ruleId, "drs-discovery-failed")
    assert.equal(run.tool.driver.rules[first.ruleIndex].id, "drs-discovery-failed")
    assert.equal(first.level, "error")
    const { artifactLocation, region } = first.locations[0].physicalLocation
    assert.equal(artifactLocation.uri, `file://${folder}/PC%201.dsreg`)
    assert.deepEqual(region, { startLine: 8, startColumn: 22, endLine: 8, endColumn: 50 })
    assert.deepEqual(run.invocations, [{ executionSuccessful: true }])
    assert.equal(code, 1)
  })

  it("says what could not be read", async () => {
    const missing = join(folder, "no-such-file.dsreg")
    const { out, code } = await dsreg("check", "--format", "sarif", missing)
    const value = JSON.parse(out)
    mustBe(isSarif, value)
    const [invocation] = value.runs[0].invocations
    assert.equal(invocation.executionSuccessful, false)
    assert.equal(
      invocation.toolExecutionNotifications[0].message.text,
      `${missing} cannot be read: there is no such file.`,
    )
    assert.equal(code, 2)
  })

  it("is whole where there is nothing to report", async () => {
    const { out } = await dsreg("check", "--format", "sarif", file("healthy.dsreg", HEALTHY))
    const value = JSON.parse(out)
    mustBe(isSarif, value)
    assert.deepEqual(value.runs[0].results, [])
  })
})

describe("dsreg check --format csv", () => {
  it("has one row a log", async () => {
    const one = file("csv/one.dsreg", FAILING)
    const two = file("csv/two, too.dsreg", HEALTHY)
    const { out, code } = await dsreg("check", "--format", "csv", join(folder, "csv"))
    const [head, first, second, end] = out.split("\r\n")
    assert.equal(
      head,
      "file,line,joinType,phase,severity,rule,code,failingLine,verdict,errors,warnings,information,fault,incomplete",
    )
    assert.equal(
      first,
      `${one},1,domain-joined,discover,error,drs-discovery-failed,0x80072ee2,8,"In a domain, not joined to Microsoft Entra ID; the join fails in the discover phase: network time-out (0x80072ee2).",1,0,0,,`,
    )
    assert.equal(second, `"${two}",1,hybrid-joined,,,,,,Microsoft Entra hybrid joined; the log shows no fault.,0,0,0,,`)
    assert.equal(end, "")
    assert.equal(code, 1)
  })

  it("defuses formulas and quotes what would end a cell", () => {
    assert.equal(csvRow(["=1+1", "+1", "-1", "@SUM(A1)", "a=1"]), "'=1+1,'+1,'-1,'@SUM(A1),a=1\r\n")
    assert.equal(csvRow(["\t=1", "\r=1", " =1"]), "' =1,'?=1,' =1\r\n")
    assert.equal(csvRow(['say "no"', "a,b", "a\nb", null, undefined, -5]), '"say ""no""","a,b",a?b,,,-5\r\n')
    assert.equal(csvRow(['=HYPERLINK("x","y")']), '"\'=HYPERLINK(""x"",""y"")"\r\n')
  })
})

describe("dsreg check --format markdown", () => {
  it("tells the verdict, the cause, the steps, the stages and the rest", async () => {
    const { out, code } = await dsreg("check", "--format", "markdown", file("ticket.dsreg", FAILING))
    const headings = Array.from(out.matchAll(/^#+ .*$/gm), ([heading]) => heading)
    assert.deepEqual(headings, [
      `# dsreg report: \`${join(folder, "ticket.dsreg")}\``,
      "## What to do",
      "## How far it got",
      "## What shows it",
      "## Words",
      "## Sources",
    ])
    assert.ok(out.includes("\n- line 8 `DRS Discovery Test : FAIL [0x801c0021/0x80072ee2]`\n"))
    assert.ok(out.includes("\n- ✓ **Pre-check**: passed. Its test passes: line 6 `AD Connectivity Test : PASS`\n"))
    assert.ok(out.includes("\n- » **Join**: skipped. `DRS Connectivity Test` was skipped: line 9 "))
    assert.match(
      out,
      /\n1\. On the PC run .*enterpriseregistration.*_\(as the user · reads only\)_ `TcpTestSucceeded : True`/,
    )
    assert.ok(out.includes("\n- **Made:** the log does not say\n"))
    assert.equal(code, 1)
  })

  it("names the line of each log where a file has several", async () => {
    const { out } = await dsreg("check", "--format", "markdown", file("two.dsreg", HEALTHY + FAILING))
    assert.match(out, /^# dsreg report: `.*two\.dsreg`, log at line 1$/m)
    assert.match(out, /\n---\n\n# dsreg report: `.*two\.dsreg`, log at line 5$/m)
  })
})

describe("dsreg check --format html", () => {
  it("is one page with a report of each log, without a script and without anything from elsewhere", async () => {
    const { out, code } = await dsreg("check", "--format", "html", file("page.dsreg", HEALTHY + FAILING))
    assert.equal(out.match(/<article /g)?.length, 2)
    assert.ok(out.startsWith("<!DOCTYPE html>\n") && out.endsWith("</html>\n"))
    assert.ok(!/<script|<img|<link|<iframe|\bsrc=|@import|url\(/i.test(out))
    assert.ok(out.includes(`content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;;`))
    const ids = Array.from(out.matchAll(/ id="([^"]+)"/g), ([, id]) => id)
    assert.equal(new Set(ids).size, ids.length, "no id twice")
    for (const [, id = ""] of out.matchAll(/ (?:aria-labelledby|for)="([^"]+)"/g)) assert.ok(ids.includes(id), id)
    assert.equal(code, 1)
  })
})

describe("every format", () => {
  it("exits as text does, and says something of each log", async () => {
    for (const name of [
      "discover-cannot-connect",
      "device-disabled-or-deleted",
      "certificate-expiring",
      "clock-wrong",
    ]) {
      const path = `test/logs/${name}.dsreg`
      const { code, out } = await dsreg("check", path)
      assert.notEqual(out, "")
      for (const format of ["markdown", "html", "json", "sarif", "csv"]) {
        const answer = await dsreg("check", "--format", format, path)
        assert.equal(answer.code, code, `${name} ${format}`)
        assert.notEqual(answer.out, "")
      }
    }
  })
})
