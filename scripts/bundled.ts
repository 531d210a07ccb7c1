import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { Metafile } from "esbuild"

/** A package that bundles took something from. */
export interface Bundled {
  readonly folder: string
  readonly name: string
  readonly version: string
  /** As SPDX names it: `MIT`. */
  readonly license: string
}

/** The packages that bundles took something from, each once, by their folders. */
export function bundled(metafiles: readonly Metafile[]): readonly Bundled[] {
  const inputs = metafiles.flatMap(({ inputs }) => Object.keys(inputs))
  const folders = new Set(inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []))
  return [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"))
    return { folder, name, version, license }
  })
}
