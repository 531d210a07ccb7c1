import { readFileSync, writeFileSync } from "node:fs"
import { LEDGER, presentNames, withNew } from "./ledger.ts"
import { manifestWithRules, referencePage } from "./reference.ts"

/**
 * Writes what follows from the catalogue: docs/reference.md, the rules in the manifest's settings, and the names that
 * are new in the ledger of released ones.
 * With --check it writes nothing and fails where a file is not what it should be.
 */
const outputs: readonly [string, (old: string) => string | Promise<string>][] = [
  ["docs/reference.md", () => referencePage()],
  ["package.json", manifestWithRules],
  [LEDGER, ledgerWithNew],
]

const check = process.argv.includes("--check")
for (const [file, content] of outputs) {
  const old = read(file)
  const next = await content(old)
  if (old === next) continue
  if (check) {
    console.error(`${file} is not what the catalogue says. Run npm run docs.`)
    process.exitCode = 1
  } else {
    writeFileSync(file, next)
    console.log(`wrote ${file}`)
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8")
  } catch {
    return ""
  }
}

async function ledgerWithNew(old: string): Promise<string> {
  const present = await presentNames(JSON.parse(read("package.json")))
  return `${JSON.stringify(withNew(JSON.parse(old || "{}"), present), undefined, 2)}\n`
}
