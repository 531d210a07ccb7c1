import { execFileSync } from "node:child_process"
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { root } from "../build.ts"
import { contentFaults } from "./content.ts"
import type { Packed } from "./packed.ts"
import { packagedReadme } from "./readme.ts"
import { staged } from "./staged.ts"

const LIMIT_KB = 1200

/** What the package for npm has to hold, and nothing else: no source, no source map, no extension, no test. */
const CONTENT: readonly RegExp[] = [
  /^package\.json$/,
  /^README\.md$/,
  /^CHANGELOG\.md$/,
  /^LICENSE$/,
  /^SECURITY\.md$/,
  /^docs\/api\.md$/,
  /^schemas\/[a-z]+-\d+\.schema\.json$/,
  /^dist\/index\.mjs$/,
  /^dist\/index\.d\.mts$/,
  /^dist\/lib\/[0-9A-Z]{8}\.mjs$/,
  /^dist\/cli\.cjs$/,
  /^dist\/server\.js$/,
  /^dist\/package\.json$/,
  /^dist\/third-party-licenses\.txt$/,
  /^dist\/sbom\.cdx\.json$/,
]

/** What is copied as it is. */
const COPIED = [
  "CHANGELOG.md",
  "LICENSE",
  "SECURITY.md",
  "docs/api.md",
  "schemas",
  "dist/index.mjs",
  "dist/index.d.mts",
  "dist/lib",
  "dist/cli.cjs",
  "dist/server.js",
  "dist/package.json",
  "dist/third-party-licenses.txt",
  "dist/sbom.cdx.json",
]

/** What of the manifest is npm's; the rest is the editor's, or of this project alone. */
const KEYS = ["name", "version", "author", "license", "repository", "type", "keywords", "exports", "sideEffects", "bin"]

/** Makes the package for npm of what was built: library, command line and language server. */
export function packTarball(): Packed {
  const folder = staged("dist/npm", COPIED.flatMap(filesOf))
  writeFileSync(join(folder, "README.md"), packagedReadme())
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(manifest(), undefined, 2)}\n`)
  const [{ filename: file, files: packed, size }] = JSON.parse(npm(["pack", folder, "--json"]))
  const files = packed.map(({ path }: { readonly path: string }) => path)
  const sizeKb = size / 1024
  const large = sizeKb > LIMIT_KB ? [`it is larger than ${LIMIT_KB} KB`] : []
  return { file, files, sizeKb, faults: [...contentFaults(files, CONTENT), ...large], note: "for npm" }
}

/** A file by its name, or those of a folder. */
function filesOf(path: string): readonly string[] {
  if (!statSync(join(root, path)).isDirectory()) return [path]
  return readdirSync(join(root, path)).map((name) => `${path}/${name}`)
}

/** The manifest without what only an editor reads, which names the extension's files. */
function manifest(): unknown {
  const whole = JSON.parse(readFileSync(join(root, "package.json"), "utf8"))
  const words = JSON.parse(readFileSync(join(root, "package.nls.json"), "utf8"))
  const kept = KEYS.flatMap((key) => (key in whole ? [[key, whole[key]] as const] : []))
  const { node } = whole.engines
  return {
    ...Object.fromEntries(kept),
    description: words["extension.description"],
    engines: { node },
    // Nothing is installed with it: whatever it needs is in it.
    dependencies: {},
  }
}

/** Runs npm by itself where npm runs this, for it is a script with another suffix on Windows. */
function npm(words: readonly string[]): string {
  const own = process.env.npm_execpath
  const [program, ...before] = own ? [process.execPath, own] : ["npm"]
  return execFileSync(program ?? "npm", [...before, ...words], { cwd: root, encoding: "utf8" })
}
