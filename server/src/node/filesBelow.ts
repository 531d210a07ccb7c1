import type { Dirent } from "node:fs"
import { lstat, readdir, realpath } from "node:fs/promises"
import { join, relative, sep } from "node:path"
import { pathToFileURL } from "node:url"
import picomatch from "picomatch"
import { MOST_FILES } from "../documents/logFiles.ts"
import type { FolderSettings } from "../features/settings.ts"

/** A file that may be a log. */
export interface FoundFile {
  /** Where it really is. */
  readonly path: string
  /** As it is reached from the folder that the client named. */
  readonly address: string
}

/** A folder of the workspace by the name that the client gave it, and where it really is. */
export interface Root {
  readonly named: string
  readonly real: string
}

/** What was found; `isCut` where there is more than is looked at. */
interface Found {
  readonly files: readonly FoundFile[]
  readonly isCut: boolean
}

/** So many names in folders are looked at: a client may call a whole disk its workspace. */
const MOST_NAMES = 200_000

/** The folders that are there. */
export async function rootsOf(folders: readonly string[]): Promise<readonly Root[]> {
  const roots: Root[] = []
  for (const named of folders) {
    const real = await realpath(named).catch(() => undefined)
    if (real !== undefined && !roots.some((root) => root.real === real)) roots.push({ named, real })
  }
  return roots
}

/**
 * The files below folders that their settings include, in the order of their names; with `only` those that are among
 * these or below them. No link is followed, and no folder is entered whose name begins with a dot.
 */
export async function filesBelow(
  roots: readonly Root[],
  settings: FolderSettings,
  only?: readonly string[],
): Promise<Found> {
  const isWanted = wanting(settings)
  const files = new Map<string, FoundFile>()
  let names = 0
  const isCut = () => files.size > MOST_FILES || names > MOST_NAMES

  async function walk(root: Root, inside: string): Promise<void> {
    for (const entry of await entriesOf(join(root.real, inside))) {
      if (isCut()) return
      names++
      const path = inside === "" ? entry.name : `${inside}/${entry.name}`
      if (entry.isDirectory() && isWanted.folder(path)) await walk(root, path)
      else if (entry.isFile()) add(root, path)
    }
  }

  function add({ named, real }: Root, inside: string): void {
    const path = join(real, inside)
    if (isWanted.file(inside)) files.set(path, { path, address: pathToFileURL(join(named, inside)).href })
  }

  for (const root of roots) {
    if (!only) await walk(root, "")
    for (const path of only ?? []) {
      const inside = relative(root.named, path).split(sep)
      if (
        inside[0] === "" ||
        inside[0] === ".." ||
        inside.some((_, end) => end > 0 && !isWanted.folder(inside.slice(0, end).join("/")))
      )
        continue
      const isFolder = await lstat(path).then(
        (found) => found.isDirectory(),
        () => false,
      )
      if (isFolder) await walk(root, inside.join("/"))
      else add(root, inside.join("/"))
    }
  }
  return { files: [...files.values()].slice(0, MOST_FILES), isCut: isCut() }
}

/** What a folder holds in the order of names; nothing where it is gone or may not be read. */
async function entriesOf(folder: string): Promise<readonly Dirent[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** The globs of settings as questions about paths inside a folder. */
function wanting({ include, exclude }: FolderSettings) {
  const options = { dot: true }
  const included = picomatch([...include], options)
  const excluded = picomatch([...exclude], options)
  // What ends so excludes a folder with all that is in it.
  const excludedFolder = picomatch(
    exclude.flatMap((glob) => (glob.endsWith("/**") ? [glob.slice(0, -3)] : [])),
    options,
  )
  return {
    file: (path: string) => included(path) && !excluded(path),
    folder: (path: string) => !/(?:^|\/)\.[^/]*$/.test(path) && !excludedFolder(path),
  }
}
