import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { samples } from "./places.ts"

/** Folders for one leg, gone after it: nothing of the person who runs the tests is read or changed. */
export interface Throwaway {
  readonly home: string
  /** A copy of the sample logs, which a suite may change. */
  readonly workspace: string
  /** A new folder. */
  folder(name: string): string
}

/** Does something in such folders and removes them, even when the run is interrupted. */
export async function inThrowaway<Result>(work: (place: Throwaway) => Promise<Result>): Promise<Result> {
  const base = mkdtempSync(join(tmpdir(), "dsreg-editor-"))
  const remove = () => rmSync(base, { recursive: true, force: true })
  process.once("exit", remove)
  try {
    return await work(throwaway(base))
  } finally {
    remove()
    process.off("exit", remove)
  }
}

function throwaway(base: string): Throwaway {
  const folder = (name: string) => {
    const path = join(base, name)
    mkdirSync(path, { recursive: true })
    return path
  }
  const workspace = folder("workspace")
  cpSync(samples, workspace, { recursive: true })
  return { home: folder("home"), workspace, folder }
}
