import assert from "node:assert/strict"
import { existsSync, readFileSync, writeFileSync } from "node:fs"

/**
 * Compares an output with the file that keeps it. `UPDATE_GOLDEN=1 npm test` writes the file anew; read the
 * difference line by line before it is committed.
 */
export function matchesGolden(file: string, actual: string): void {
  if (process.env.UPDATE_GOLDEN) writeFileSync(file, actual)
  assert.ok(existsSync(file), `${file} is missing: run UPDATE_GOLDEN=1 npm test and review it`)
  assert.equal(actual, readFileSync(file, "utf8"))
}
