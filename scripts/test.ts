import { readdirSync } from "node:fs"
import { join } from "node:path"
import { before } from "node:test"
import { pathToFileURL } from "node:url"
import { parseArgs } from "node:util"

/**
 * Runs the tests that need no editor and no package, all in this process: loading the catalogue once for all of them
 * takes a third of the time that a process a file takes. Words name the files to run, by a part of their path; without
 * words, all. With `--package` it runs those that make the packages and install them.
 */
const { values, positionals: words } = parseArgs({ allowPositionals: true, options: { package: { type: "boolean" } } })
const ofPackage = values.package === true
const files = readdirSync("test", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".test.ts") && !file.startsWith("editor"))
  .filter((file) => file.startsWith(join("package", "/")) === ofPackage)
  .map((file) => join("test", file))
  .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
  .sort()

/** Tests wait until every file is loaded: some files read logs as they load, and some tests break a rule for a while. */
const loading = (async () => {
  for (const file of files) await import(pathToFileURL(file).href)
})()
before(() => loading)
