import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { Metafile } from "esbuild"
import { bundled } from "./bundled.ts"

/** The licenses of all packages that the bundles took something from, as one text; fails where one has none. */
export function notices(metafiles: readonly Metafile[]): string {
  const parts = bundled(metafiles).map(
    ({ folder, name, version }) => `${name} ${version}\n\n${licenseText(folder).trim()}\n`,
  )
  return `dsreg contains these packages under their own licenses.\n\n${parts.join(`\n${"-".repeat(72)}\n\n`)}`
}

function licenseText(folder: string): string {
  const file = existsSync(folder) && readdirSync(folder).find((name) => /^licen[cs]e(?:\.|$)/i.test(name))
  if (!file) throw new Error(`${folder} is bundled and has no license file`)
  return readFileSync(join(folder, file), "utf8")
}
