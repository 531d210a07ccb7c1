import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { commandLineGoldens, keptOutput } from "./commandLineGoldens.ts"
import { drawing } from "./drawing.ts"

/*
 * Writes kept outputs anew, those of test logs and those of command lines: `npm run golden -- NAME ...` those that are
 * named, or whose names hold a word, and `npm run golden -- --all` every one. Read the difference line by line before
 * you commit it.
 */

/** An output that is kept in a file. */
export interface Golden {
  readonly name: string
  readonly file: string
  readonly output: () => string | Promise<string>
}

/** What was written, or why nothing was. */
export type Update = { readonly written: readonly string[] } | { readonly why: string }

/** The readings of a folder's logs. */
export function readingGoldens(folder: string): readonly Golden[] {
  return readdirSync(folder).flatMap((file) => {
    const [, name] = /^(.*)\.dsreg$/.exec(file) ?? []
    if (name === undefined) return []
    return [
      { name, file: `${folder}/${name}.reading`, output: () => drawing(readFileSync(`${folder}/${file}`, "utf8")) },
    ]
  })
}

function printedGoldens(): readonly Golden[] {
  return commandLineGoldens.map((golden) => ({
    name: golden.file.replace(/\.\w+$/, ""),
    file: `test/golden/${golden.file}`,
    output: () => keptOutput(golden),
  }))
}

/** Writes those that the words name and that are not what they were. */
export async function updateGoldens(all: readonly Golden[], words: readonly string[]): Promise<Update> {
  if (words.length === 0) return { why: "give the name of a test log or of a kept output, a part of one, or --all" }
  const stranger = words.find((word) => namedBy(all, word).length === 0)
  if (stranger !== undefined) return { why: `no test log and no kept output is named ${stranger}` }
  const written: string[] = []
  for (const { file, output } of new Set(words.flatMap((word) => namedBy(all, word)))) {
    const next = await output()
    if (existsSync(file) && readFileSync(file, "utf8") === next) continue
    writeFileSync(file, next)
    written.push(file)
  }
  return { written }
}

/** The one of that very name, else those whose names hold the word; a `*` in it stands for anything. */
function namedBy(all: readonly Golden[], word: string): readonly Golden[] {
  if (word === "--all") return all
  const same = all.filter(({ name }) => name === word)
  if (same.length > 0) return same
  const parts = word.split("*").map((part) => part.replace(/[^\w-]/g, "\\$&"))
  const pattern = new RegExp(parts.join(".*"))
  return all.filter(({ name }) => pattern.test(name))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const update = await updateGoldens([...readingGoldens("test/logs"), ...printedGoldens()], process.argv.slice(2))
  if ("why" in update) {
    console.error(`Nothing is written: ${update.why}.`)
    process.exitCode = 2
  } else {
    for (const file of update.written) console.log(`wrote ${file}`)
  }
}
