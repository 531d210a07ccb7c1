import assert from "node:assert/strict"
import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { bundles } from "../../scripts/build.ts"
import { askedOf } from "./giantServer.ts"
import { giants } from "./giants.ts"
import { writePart } from "./robustnessPage.ts"

/*
 * `npm run giants`: reads logs far larger than any, in the server and by the command line as they are shipped. `--write`
 * puts the table into docs/robustness.md.
 */

const { values } = parseArgs({
  options: {
    size: { type: "string", default: "1" },
    only: { type: "string", default: "" },
    write: { type: "boolean", default: false },
  },
})

/** As long as a command may take, in milliseconds: one that is not linear takes hours. */
const PATIENCE = 180_000

const folder = mkdtempSync(join(tmpdir(), "dsreg-giants-"))
process.once("exit", () => rmSync(folder, { recursive: true, force: true }))
await bundles({ write: true })
const rows: string[] = []
let failed = 0
for (const [what, of] of Object.entries(giants)) {
  if (!what.includes(values.only)) continue
  const text = of(Number(values.size))
  try {
    const { times, resident } = await askedOf(text, 1)
    const check = command(text, "check")
    const redact = command(text, "redact")
    const cells = [...Object.values(times), resident, check, redact].map((cell) => cell.toFixed(0))
    console.log(`✓ ${what}: ${cells.join(" ")}`)
    rows.push(`| ${what} | ${cells.join(" | ")} |`)
  } catch (error) {
    failed++
    console.log(`✖ ${what}: ${error instanceof Error ? error.message : error}`)
  }
}
console.log(`${rows.length} passed, ${failed} failed`)
if (values.write) {
  const names = [
    "diagnostics",
    "hover",
    "tokens of a window",
    "all tokens",
    "symbols",
    "report",
    "MB",
    "check",
    "redact",
  ]
  writePart("giants", [`|  | ${names.join(" | ")} |`, `| --- |${" --: |".repeat(names.length)}`, ...rows])
}
process.exitCode = failed > 0 ? 1 : 0

/** How long a command takes for a file with this text, in milliseconds; it fails where the command breaks. */
function command(text: string, name: string): number {
  const path = join(folder, "giant.dsreg")
  writeFileSync(path, text)
  const begin = performance.now()
  const { status, stderr } = spawnSync(process.execPath, ["dist/cli.cjs", name, path], {
    maxBuffer: 1_000_000_000,
    timeout: PATIENCE,
    encoding: "utf8",
  })
  assert.ok(status === 0 || (status === 2 && /holds no dsregcmd output/.test(stderr)), `${name}: ${status} ${stderr}`)
  return performance.now() - begin
}
