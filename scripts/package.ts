import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { createVSIX } from "@vscode/vsce"
import { bundles, root } from "./build.ts"

const LIMIT_KB = 500

/** What the package has to hold, and nothing else: no source, no source map, no command line. */
const CONTENT: readonly RegExp[] = [
  /^\[Content_Types\]\.xml$/,
  /^extension\.vsixmanifest$/,
  /^extension\/package\.json$/,
  /^extension\/package\.nls\.json$/,
  /^extension\/package\.nls\.de\.json$/,
  /^extension\/package\.nls\.ja\.json$/,
  /^extension\/l10n\/bundle\.l10n\.de\.json$/,
  /^extension\/l10n\/bundle\.l10n\.ja\.json$/,
  /^extension\/readme\.md$/i,
  /^extension\/changelog\.md$/i,
  /^extension\/LICENSE\.txt$/,
  /^extension\/dist\/client\.cjs$/,
  /^extension\/dist\/server\.js$/,
  /^extension\/dist\/package\.json$/,
  /^extension\/dist\/third-party-licenses\.txt$/,
  /^extension\/images\/icon\.png$/,
  /^extension\/images\/walkthrough\/(?:open|explain|colors|lookup|folder)\.svg$/,
  /^extension\/images\/file-(?:light|dark)\.svg$/,
  /^extension\/syntaxes\/dsreg\.tmLanguage\.json$/,
  /^extension\/syntaxes\/markdown\.dsreg\.tmLanguage\.json$/,
  /^extension\/syntaxes\/language-configuration\.json$/,
  /^extension\/syntaxes\/preview\.css$/,
]

const { name, version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"))
const file = `${name}-${version}.vsix`

/** The marketplace has no suffixes for versions: an odd minor number is a pre-release, an even one a release. */
const preRelease = Number(version.split(".")[1]) % 2 === 1

await bundles({ write: true })
// A package carries no pictures and no docs, and without a public repository there is nowhere to link them.
const readme = "dist/readme.md"
const text = readFileSync(join(root, "README.md"), "utf8")
writeFileSync(join(root, readme), text.replace(/^!\[.*\n\n/gm, "").replace(/\[([^\]]+)\]\((?!https:)[^)]*\)/g, "$1"))
const warnings = await warningsOf(() =>
  createVSIX({
    cwd: root,
    packagePath: join(root, file),
    dependencies: false,
    readmePath: readme,
    rewriteRelativeLinks: false,
    allowMissingRepository: true,
    preRelease,
  }),
)

const zip = readFileSync(join(root, file))
const packed = namesIn(zip)
const sizeKb = zip.length / 1024
const faults = [
  ...warnings,
  ...packed.filter((path) => !CONTENT.some((known) => known.test(path))).map((path) => `${path} does not belong in it`),
  ...CONTENT.filter((known) => !packed.some((path) => known.test(path))).map(({ source }) => `${source} is missing`),
  ...(sizeKb > LIMIT_KB ? [`it is larger than ${LIMIT_KB} KB`] : []),
]
for (const path of packed) console.log(`  ${path}`)
console.log(`${file}: ${packed.length} files, ${sizeKb.toFixed(0)} KB${preRelease ? ", a pre-release" : ""}`)
for (const fault of faults) console.error(`${file}: ${fault}`)
if (faults.length > 0) process.exitCode = 1

/** The packager's warnings, which it prints and forgets. */
async function warningsOf(work: () => Promise<void>): Promise<string[]> {
  const warnings: string[] = []
  const { warn } = console
  // On GitHub the packager writes its warnings in another form, past the console.
  delete process.env.GITHUB_ACTIONS
  console.warn = (...words: unknown[]) => warnings.push(words.join(" "))
  try {
    await work()
  } finally {
    console.warn = warn
  }
  return warnings
}

/** The names in the directory of a zip file; the directory stands at the end and lists one entry after the other. */
function namesIn(zip: Buffer): string[] {
  const end = zip.lastIndexOf("PK\x05\x06", undefined, "latin1")
  const names: string[] = []
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const length = zip.readUInt16LE(at + 28)
    names.push(zip.toString("utf8", at + 46, at + 46 + length))
    at += 46 + length + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return names
}
