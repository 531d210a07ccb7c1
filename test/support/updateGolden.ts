import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { drawing } from "./drawing.ts"

/*
 * Writes the readings of test logs anew: `npm run golden -- NAME ...` those of the logs that are named, or whose names
 * hold a word, and `npm run golden -- --all` every one. Read the difference line by line before you commit it.
 */

/** What was written, or why nothing was. */
export type Update = { readonly written: readonly string[] } | { readonly why: string }

/** Writes the readings of a folder's logs that the words name and that are not what they were. */
export function updateReadings(folder: string, words: readonly string[]): Update {
  const names = readdirSync(folder).flatMap((file) => /^(.*)\.dsreg$/.exec(file)?.[1] ?? [])
  if (words.length === 0) return { why: `give the name of a log in ${folder}, a part of one, or --all` }
  const stranger = words.find((word) => namedBy(names, word).length === 0)
  if (stranger !== undefined) return { why: `no log in ${folder} is named ${stranger}` }
  const wanted = new Set(words.flatMap((word) => namedBy(names, word)))
  const written = [...wanted].flatMap((name) => {
    const file = `${folder}/${name}.reading`
    const next = drawing(readFileSync(`${folder}/${name}.dsreg`, "utf8"))
    if (existsSync(file) && readFileSync(file, "utf8") === next) return []
    writeFileSync(file, next)
    return [file]
  })
  return { written }
}

/** The log of that very name, else those whose names hold the word; a `*` in it stands for anything. */
function namedBy(names: readonly string[], word: string): readonly string[] {
  if (word === "--all" || names.includes(word)) return word === "--all" ? names : [word]
  const parts = word.split("*").map((part) => part.replace(/[^\w-]/g, "\\$&"))
  const pattern = new RegExp(parts.join(".*"))
  return names.filter((name) => pattern.test(name))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const update = updateReadings("test/logs", process.argv.slice(2))
  if ("why" in update) {
    console.error(`Nothing is written: ${update.why}.`)
    process.exitCode = 2
  } else {
    for (const file of update.written) console.log(`wrote ${file}`)
  }
}
