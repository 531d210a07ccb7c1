import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { bundles, root } from "./build.ts"
import { packTarball } from "./package/tarball.ts"
import { packVsix } from "./package/vsix.ts"
import { sbom } from "./sbom.ts"
import { writeTypes } from "./types.ts"

/** The same source gives the same bytes, whenever and wherever it is packed; a time in a zip file is one of a zone. */
process.env.SOURCE_DATE_EPOCH ??= String(Date.UTC(2000, 0) / 1000)
process.env.TZ = "UTC"

const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"))
const built = await bundles({ write: true })
const parts = sbom(
  root,
  built.map(({ metafile }) => metafile),
)
writeFileSync(join(root, "dist/sbom.cdx.json"), parts)
writeTypes()

for (const { file, files, sizeKb, faults, note } of [await packVsix(manifest), packTarball()]) {
  for (const path of files) console.log(`  ${path}`)
  console.log(`${file}: ${files.length} files, ${sizeKb.toFixed(0)} KB, ${note}`)
  for (const fault of faults) console.error(`${file}: ${fault}`)
  if (faults.length > 0) process.exitCode = 1
}
