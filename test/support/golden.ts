import assert from "node:assert/strict"
import { existsSync, readFileSync } from "node:fs"

/** Compares an output with the file that keeps it; `npm run golden` writes such files anew. */
export function matchesGolden(file: string, actual: string): void {
  const update = `npm run golden -- ${file.replace(/^.*\/|\.\w+$/g, "")}, and read the difference line by line`
  assert.ok(existsSync(file), `${file} is missing: ${update}`)
  assert.equal(actual, readFileSync(file, "utf8"), `to keep what is new: ${update}`)
}
