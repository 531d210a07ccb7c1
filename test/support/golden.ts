import assert from "node:assert/strict"
import { existsSync, readFileSync } from "node:fs"

/** Compares an output with the file that keeps it, and says how to keep another one. */
export function matchesGolden(file: string, actual: string): void {
  const keep = `npm run golden -- ${file.replace(/^.*\/|\.\w+$/g, "")}, and read the difference line by line`
  assert.ok(existsSync(file), `${file} is missing. To write it: ${keep}`)
  const lines = actual.split("\n")
  const kept = readFileSync(file, "utf8").split("\n")
  const at = lines.findIndex((line, index) => line !== kept[index])
  if (at < 0 && lines.length === kept.length) return
  const line = at < 0 ? lines.length : at
  assert.fail(
    `${file}:${line + 1} says\n${kept[line] ?? "(nothing)"}\nand the reading is now\n${lines[line] ?? "(nothing)"}\nTo keep that: ${keep}`,
  )
}
