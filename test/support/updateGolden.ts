import { readdirSync, readFileSync, writeFileSync } from "node:fs"
import { drawing } from "./drawing.ts"

/*
 * Writes the readings of test logs anew: `npm run golden -- NAME ...` those whose name holds one of the words, and
 * `npm run golden -- --all` every one. Read the difference line by line before you commit it.
 */

const LOGS = "test/logs"
const words = process.argv.slice(2)
const isWanted = (name: string) => words.includes("--all") || words.some((word) => name.includes(word))
const names = readdirSync(LOGS).flatMap((file) => /^(.*)\.dsreg$/.exec(file)?.[1] ?? [])
const wanted = names.filter(isWanted)

if (wanted.length === 0) {
  const why = words.length === 0 ? "no name is given" : `no test log is named ${words.join(" or ")}`
  console.error(`Nothing is written: ${why}. Give a part of a name in ${LOGS}, or --all.`)
  process.exitCode = 2
}
for (const name of wanted) {
  const file = `${LOGS}/${name}.reading`
  const next = drawing(readFileSync(`${LOGS}/${name}.dsreg`, "utf8"))
  if (next === before(file)) continue
  writeFileSync(file, next)
  console.log(`wrote ${file}`)
}

function before(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8")
  } catch {
    return undefined
  }
}
