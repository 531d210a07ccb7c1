import assert from "node:assert/strict"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { describe, it } from "node:test"
import { LEDGER, type Ledger, presentNames, withNew } from "../scripts/ledger.ts"
import { run } from "../server/src/cli/run.ts"

const released: Ledger = JSON.parse(readFileSync(LEDGER, "utf8"))
const present = presentNames(JSON.parse(readFileSync("package.json", "utf8")))

describe("a released name stays:", () => {
  for (const [kind, names] of Object.entries(released)) {
    it(`the ${kind}`, () => {
      assert.ok(names.length > 0)
      const gone = names.filter((name) => !present[kind]?.includes(name))
      assert.deepEqual(gone, [], `${kind} were removed or renamed, which other people's settings and links hold`)
    })
  }

  it("and a new one is in the ledger", () => assert.deepEqual(withNew(released, present), released, "run npm run docs"))
})

describe("the keys of the JSON output", () => {
  it("stay", async () => {
    const folder = mkdtempSync(join(tmpdir(), "dsreg-"))
    const file = join(folder, "log.txt")
    writeFileSync(
      file,
      "| Device State |\n AzureAdJoined : NO\n DomainJoined : YES\n| Diagnostic Data |\n DRS Discovery Test : FAIL [0x80072ee2]\n",
    )
    const printed: string[] = []
    const out = async (text: string) => {
      printed.push(text)
    }
    await run(["check", "--format", "json", file], {
      out,
      error: () => {},
      input: nothing(),
      color: false,
      debug: false,
    })
    rmSync(folder, { recursive: true })
    const [log] = JSON.parse(printed.join("")).files
    const holds = (value: object, ...keys: readonly string[]) => {
      for (const key of keys) assert.ok(key in value, key)
    }
    holds(log, "file", "captures")
    holds(log.captures[0], "line", "joinType", "phase", "verdict", "findings")
    const finding = log.captures[0].findings[0]
    holds(finding, "rule", "severity", "line", "column", "endLine", "endColumn", "message", "code", "docs")
  })
})

async function* nothing(): AsyncIterable<Uint8Array> {}
