import { readdirSync } from "node:fs"
import { join } from "node:path"
import { before } from "node:test"
import { pathToFileURL } from "node:url"
import fc from "fast-check"

/**
 * Runs the tests that need no editor, all in this process: loading the catalogue once for all of them takes a third of
 * the time that a process a file takes. Words name the files to run, by a part of their path; without words, all.
 */
const words = process.argv.slice(2)
const isAskedFor = (folder: string) => words.some((word) => word.startsWith(folder))
const files = readdirSync("test", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".test.ts") && !file.startsWith("editor"))
  // These need other editors, servers or engines, or make the packages, and run where they are asked for.
  .filter((file) => ["clients", "fleet", "package"].every((folder) => !file.startsWith(folder) || isAskedFor(folder)))
  .map((file) => join("test", file))
  .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
  .sort()

// CI tries the same cases each time, so that it fails for what was changed; whoever runs it here tries new ones.
if (process.env.CI) fc.configureGlobal({ seed: 1 })

/** Tests wait until every file is loaded: some files read logs as they load, and some tests break a rule for a while. */
const loading = (async () => {
  for (const file of files) await import(pathToFileURL(file).href)
})()
before(() => loading)
