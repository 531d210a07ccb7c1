import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { createVSIX, listFiles, PackageManager } from "@vscode/vsce"
import { root } from "../build.ts"
import { contentFaults } from "./content.ts"
import type { Packed } from "./packed.ts"
import { packagedReadme } from "./readme.ts"
import { staged } from "./staged.ts"

/** What it knows is most of its size; more than this would be something else that got in. */
const LIMIT_KB = 650

/** What the extension has to hold, and nothing else: no source, no source map, no command line, no library. */
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
  /^extension\/dist\/sbom\.cdx\.json$/,
  /^extension\/images\/icon\.png$/,
  /^extension\/images\/walkthrough\/(?:open|explain|colors|lookup|folder)\.svg$/,
  /^extension\/images\/file-(?:light|dark)\.svg$/,
  /^extension\/syntaxes\/dsreg\.tmLanguage\.json$/,
  /^extension\/syntaxes\/markdown\.dsreg\.tmLanguage\.json$/,
  /^extension\/syntaxes\/language-configuration\.json$/,
  /^extension\/syntaxes\/preview\.css$/,
  /^extension\/samples\/drs-discovery-timeout\.dsreg$/,
]

/** Makes the extension of what was built. */
export async function packVsix({
  name,
  version,
}: {
  readonly name: string
  readonly version: string
}): Promise<Packed> {
  const file = `${name}-${version}.vsix`
  /** The marketplace has no suffixes for versions: an odd minor number is a pre-release, an even one a release. */
  const preRelease = Number(version.split(".")[1]) % 2 === 1
  const files = await listFiles({ cwd: root, packageManager: PackageManager.None })
  const stage = staged("dist/vsix", [...files, ".vscodeignore"])
  writeFileSync(join(stage, "README.md"), packagedReadme())
  const warnings = await warningsOf(() =>
    createVSIX({
      cwd: stage,
      packagePath: join(root, file),
      dependencies: false,
      rewriteRelativeLinks: false,
      allowMissingRepository: true,
      preRelease,
    }),
  )
  const zip = readFileSync(join(root, file))
  const packed = namesIn(zip)
  const sizeKb = zip.length / 1024
  const large = sizeKb > LIMIT_KB ? [`it is larger than ${LIMIT_KB} KB`] : []
  return {
    file,
    files: packed,
    sizeKb,
    faults: [...warnings, ...contentFaults(packed, CONTENT), ...large],
    note: preRelease ? "a pre-release" : "a release",
  }
}

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
