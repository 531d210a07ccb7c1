import assert from "node:assert/strict"
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, describe, it } from "node:test"
import { Ajv } from "ajv"
import { dsreg } from "./support/commandLine.ts"

const root = mkdtempSync(join(tmpdir(), "dsreg-summary-"))
after(() => rmSync(root, { recursive: true }))

const TIME_OUT =
  "| Device State |\nAzureAdJoined : NO\nEnterpriseJoined : NO\nDomainJoined : YES\n| Diagnostic Data |\nDRS Discovery Test : FAIL [0x801c0021/0x80072ee2]\n"
const NO_NAME = TIME_OUT.replace("0x80072ee2", "0x80072ee7")
const HEALTHY = "| Device State |\nAzureAdJoined : YES\nEnterpriseJoined : NO\nDomainJoined : YES\n"
const clone = (name: string) =>
  `${HEALTHY}Device Name : ${name}.contoso.com\n| Device Details |\nDeviceId : 1a2b3c4d-2222-3333-4444-555555555555\n`

function folder(name: string, logs: Readonly<Record<string, string>>): string {
  const path = join(root, name)
  mkdirSync(path)
  for (const [file, text] of Object.entries(logs)) writeFileSync(join(path, file), text)
  return path
}

const fleet = folder("fleet", {
  "a.dsreg": HEALTHY,
  "b.dsreg": NO_NAME,
  "c.dsreg": TIME_OUT,
  "d.txt": `${HEALTHY}\nPS C:\\> dsregcmd /status\n${TIME_OUT}`,
})

describe("dsreg summary", () => {
  it("counts the logs by cause, worst and most first, each at its line", async () => {
    const { out, code } = await dsreg("summary", fleet)
    assert.equal(
      out,
      `5 logs in 4 files

error 2 logs, discover phase: Discovery failed: network time-out (0x80072ee2)
  ${fleet}/c.dsreg:6
  ${fleet}/d.txt:12

error 1 log, discover phase: Discovery failed: server name not resolved (0x80072ee7)
  ${fleet}/b.dsreg:6

healthy 2 logs: The log shows no fault
  ${fleet}/a.dsreg:1
  ${fleet}/d.txt:1
`,
    )
    assert.equal(code, 1)
  })

  it("has all of them in JSON, as the published schema says", async () => {
    const { out } = await dsreg("summary", "--format", "json", fleet)
    const { logs, files, groups, clones } = JSON.parse(out)
    assert.deepEqual([logs, files, clones], [5, 4, []])
    assert.deepEqual(groups[1], {
      severity: "error",
      phase: "discover",
      rule: "drs-discovery-failed",
      code: "0x80072ee7",
      message: "Discovery failed: server name not resolved (0x80072ee7)",
      count: 1,
      logs: [{ file: `${fleet}/b.dsreg`, line: 6 }],
    })
    const schema = new Ajv({ allowUnionTypes: true }).compile(
      JSON.parse(readFileSync("schemas/summary-1.schema.json", "utf8")),
    )
    const all = JSON.parse((await dsreg("summary", "--format", "json", "test/logs")).out)
    for (const value of [JSON.parse(out), all]) assert.ok(schema(value), JSON.stringify(schema.errors))
    assert.ok(!schema({ ...all, groups: [{}] }))
  })

  it("has one row a cause in CSV", async () => {
    const { out } = await dsreg("summary", "--format", "csv", fleet)
    assert.deepEqual(out.split("\r\n").slice(0, 2), [
      "logs,severity,phase,rule,code,message,firstFile,firstLine",
      `2,error,discover,drs-discovery-failed,0x80072ee2,Discovery failed: network time-out (0x80072ee2),${fleet}/c.dsreg,6`,
    ])
  })

  it("finds one device identity on two computers, which is an error", async () => {
    const pool = folder("pool", { "1.dsreg": clone("pool-1"), "2.dsreg": clone("pool-2"), "3.dsreg": clone("pool-2") })
    const { out, code } = await dsreg("summary", pool)
    assert.ok(
      out.startsWith(
        `3 logs in 3 files\n\nerror 3 logs: 2 computers have one device identity: they were cloned after the join\n  ${pool}/1.dsreg:1\n`,
      ),
      out,
    )
    assert.equal(code, 1)
    assert.equal((await dsreg("summary", "--fail-on", "never", pool)).code, 0)
    const same = folder("same", { "1.dsreg": clone("pool-1"), "2.dsreg": clone("POOL-1") })
    assert.equal((await dsreg("summary", same)).code, 0)
  })

  it("names ten logs of a cause, and says how many more there are", async () => {
    const many = folder(
      "many",
      Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`${index}.dsreg`, HEALTHY])),
    )
    const { out, code } = await dsreg("summary", many)
    assert.equal(out.match(/dsreg:1\n/g)?.length, 10)
    assert.ok(out.endsWith("\n  and 2 more, which --format json names\n"))
    assert.equal(code, 0)
  })

  it("ends with 2 where something could not be read or is not known", async () => {
    assert.equal((await dsreg("summary", join(root, "no-such-folder"))).code, 2)
    assert.equal((await dsreg("summary")).code, 2)
    const { code, error } = await dsreg("summary", "--format", "html", fleet)
    assert.equal(code, 2)
    assert.match(error, /--format of a summary takes text, json, csv, not "html"/)
  })
})
