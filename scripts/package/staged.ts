import { chmodSync, copyFileSync, mkdirSync, rmSync } from "node:fs"
import { dirname, join } from "node:path"
import { root } from "../build.ts"

/**
 * Copies files of the project to an empty folder, to be packed there. What a package says of who may read its files
 * comes from here, and not from the machine on which it is made.
 */
export function staged(folder: string, files: readonly string[]): string {
  const stage = join(root, folder)
  rmSync(stage, { recursive: true, force: true })
  for (const file of files) {
    const copy = join(stage, file)
    mkdirSync(dirname(copy), { recursive: true })
    copyFileSync(join(root, file), copy)
    chmodSync(copy, 0o644)
  }
  return stage
}
