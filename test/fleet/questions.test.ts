import assert from "node:assert/strict"
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, it } from "node:test"
import { DuckDBInstance } from "@duckdb/node-api"
import { dsreg } from "../support/commandLine.ts"
import { fences } from "../support/fences.ts"
import { FAILING, HEALTHY, testFolder } from "../support/folder.ts"
import { faultsOfCommand, faultsOfQuestion } from "./kusto.ts"
import { PAGE } from "./workshop.ts"

/** The statements of the page by their first line, `-- root cause`. */
const QUESTIONS = new Map(
  fences(PAGE, "sql").map((code) => [/^-- (.*)/.exec(code)?.[1] ?? assert.fail(code), code] as const),
)

const joined = (host: string, device: string, tenant: string, day: string) =>
  `${HEALTHY}Device Name : ${host}.contoso.com
| Device Details |
DeviceId : ${device.repeat(8)}-1111-2222-3333-444444444444
| Tenant Details |
TenantName : ${tenant}
TenantId : ${tenant.charCodeAt(0).toString(16).repeat(4)}-1111-2222-3333-444444444444
| SSO State |
AzureAdPrt : YES
AzureAdPrtUpdateTime : ${day} 11:00:27.000 UTC
`
const failing = (code: string, day: string) =>
  `${FAILING.replace("0x80072ee2", code)}Client Time : ${day} 09:16:43.000 UTC\n`

const LOGS = {
  "a.txt": joined("PC-1", "a", "Contoso", "2025-03-03"),
  "b.txt": joined("PC-2", "a", "Contoso", "2025-03-04"),
  "c.txt": joined("PC-3", "c", "Fabrikam", "2025-03-11"),
  "d.txt": failing("0x80072ee2", "2025-03-05"),
  "e.txt": failing("0x80072ee2", "2025-03-12"),
  "f.txt": failing("0x80072ee7", "2025-03-13"),
}

/** What somebody who reads the six logs answers. */
const ANSWERS: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> = {
  "failing phase": [{ phase: "discover", logs: "3", hosts: "0" }],
  "root cause": [
    { rule: "drs-discovery-failed", code: "0x80072ee2", symbol: "WININET_E_TIMEOUT", logs: "2" },
    { rule: "drs-discovery-failed", code: "0x80072ee7", symbol: "WININET_E_NAME_NOT_RESOLVED", logs: "1" },
  ],
  tenant: [
    { tenantId: null, name: null, logs: "3", failing: "3" },
    { tenantId: "43434343-1111-2222-3333-444444444444", name: "Contoso", logs: "2", failing: "0" },
    { tenantId: "46464646-1111-2222-3333-444444444444", name: "Fabrikam", logs: "1", failing: "0" },
  ],
  trend: [
    { week: "2025-03-03", logs: "3", failing: "1" },
    { week: "2025-03-10", logs: "3", failing: "2" },
  ],
  clones: [{ identity: "aaaaaaaa-1111-2222-3333-444444444444", hosts: ["pc-1", "pc-2"], logs: "2" }],
}

describe("the questions of the page", async () => {
  const folder = testFolder()
  for (const [name, log] of Object.entries(LOGS)) folder.write(`logs/${name}`, log)
  const { out } = await dsreg("check", "--format", "ndjson", join(folder.path, "logs"))
  const lines = join(folder.path, "lines.ndjson")
  writeFileSync(lines, out)
  const database = await (await DuckDBInstance.create(":memory:")).connect()
  const asked = async (question: string) =>
    (await database.runAndReadAll(question.replace("lines.ndjson", lines))).getRowObjectsJson()

  it("begin with a view that has every key of a line", async () => {
    await asked(QUESTIONS.get("logs") ?? assert.fail())
    const columns = (await asked("DESCRIBE logs")).map(({ column_name }) => column_name)
    const { version, ...line } = JSON.parse(out.split("\n")[0] ?? "")
    assert.equal(version, 1)
    assert.deepEqual(columns, Object.keys(line))
  })

  for (const [question, answer] of Object.entries(ANSWERS)) {
    it(`are answered by DuckDB: ${question}`, async () => {
      const rows = await asked(QUESTIONS.get(question) ?? assert.fail(question))
      assert.deepEqual(
        rows.map((row) => Object.fromEntries(Object.keys(answer[0] ?? {}).map((key) => [key, row[key]]))),
        answer,
      )
    })
  }

  it("are answered by DuckDB: any finding", async () => {
    const rows = await asked(QUESTIONS.get("any finding") ?? assert.fail())
    const found = rows.find(({ rule }) => rule === "drs-discovery-failed")
    assert.deepEqual(found, { rule: "drs-discovery-failed", severity: "error", files: "3" })
  })

  it("are all of them asked", () => {
    assert.deepEqual([...QUESTIONS.keys()].sort(), [...Object.keys(ANSWERS), "any finding", "logs"].sort())
  })
})

describe("what the page says for Azure Data Explorer and Log Analytics", () => {
  const [made = "", ...questions] = fences(PAGE, "kusto").map((code) => code.trim())
  const [table = "", mapping = ""] = made.split("\n\n")

  it("has a column, and the mapping a path, for every key of a line", () => {
    const keys = Object.keys(JSON.parse(readFileSync("schemas/ndjson-1.schema.json", "utf8")).properties).slice(1)
    const columns = table.matchAll(/(?:\[')?(\w+)(?:'\])?: (?:string|int|bool|datetime|dynamic)\b/g)
    assert.deepEqual(
      Array.from(columns, ([, name]) => name),
      keys,
    )
    const mapped: readonly { column: string; Properties: { Path: string } }[] = JSON.parse(
      /'(\[.*\])'/.exec(mapping)?.[1] ?? assert.fail(),
    )
    assert.deepEqual(
      mapped.map(({ column, Properties }) => [column, Properties.Path]),
      keys.map((key) => [key, `$.${key}`]),
    )
  })

  it("is right by Microsoft's own parser: commands, and questions to this table", () => {
    for (const command of [table, mapping]) assert.deepEqual(faultsOfCommand(command), [])
    const columns = /\(.*\)$/.exec(table)?.[0] ?? assert.fail()
    assert.equal(questions.length, 5)
    for (const question of questions)
      assert.deepEqual(faultsOfQuestion(question, question.startsWith("source") ? "source" : "DsregLogs", columns), [])
    assert.equal(faultsOfQuestion("DsregLogs | where isnotempty(stage)", "DsregLogs", columns).length, 1)
  })
})
