import { closeSync, type Dirent, openSync, readSync } from "node:fs"
import { readdir, stat } from "node:fs/promises"
import { sep } from "node:path"
import { isOfSystem, reason } from "./trouble.ts"

/** The bytes of a file in parts; a part is overwritten by the next one. */
export type Parts = () => AsyncIterable<Uint8Array>

/** What the words of a command line lead to, by its true name. */
export type Input =
  /** A file that somebody named, or a file that was found in a folder and need not be a log. */
  | { readonly kind: "named" | "found"; readonly file: string; readonly parts: Parts }
  | { readonly kind: "skipped" | "unreadable"; readonly file: string; readonly why: string }
  /** All files of a named folder came before. */
  | { readonly kind: "end of folder"; readonly file: string }

/** What a word of a command line names: a file as it is, the files of a folder, `-` for standard input. */
export async function* inputsOf(word: string, standardInput: AsyncIterable<Uint8Array>): AsyncIterable<Input> {
  if (word === "-") yield { kind: "named", file: word, parts: () => standardInput }
  else yield* guarded(word, pathInputs(word))
}

async function* pathInputs(path: string): AsyncIterable<Input> {
  const found = await stat(path)
  if (found.isDirectory()) {
    yield* folderInputs(Buffer.from(path))
    yield { kind: "end of folder", file: path }
  } else if (found.isFile()) {
    yield { kind: "named", file: path, parts: () => partsOf(path) }
  } else {
    yield { kind: "unreadable", file: path, why: "it is not a file" }
  }
}

/** The files below a folder in the order of their names. Names are bytes: they need not be UTF-8. */
async function* folderInputs(folder: Buffer): AsyncIterable<Input> {
  const entries = await readdir(folder, { withFileTypes: true, encoding: "buffer" })
  for (const entry of entries.sort((a, b) => Buffer.compare(a.name, b.name))) {
    const path = Buffer.concat([folder, ...(isSeparated(folder) ? [] : [Buffer.from(sep)]), entry.name])
    const file = path.toString()
    if (entry.isDirectory()) yield* guarded(file, folderInputs(path))
    else if (entry.isFile()) yield { kind: "found", file, parts: () => partsOf(path) }
    else yield { kind: "skipped", file, why: notRead(entry) }
  }
}

function isSeparated(folder: Buffer): boolean {
  const last = folder.at(-1)
  return last === 0x2f || last === sep.charCodeAt(0)
}

function notRead(entry: Dirent<Buffer>): string {
  return entry.isSymbolicLink() ? "it is a link, and links in a folder are not followed" : "it is not a file"
}

/** As many bytes are read at a time. */
const PART = 128 * 1024

/** The program has nothing else to do while it waits for a file, and asking in the background takes five times as long. */
async function* partsOf(path: string | Buffer): AsyncIterable<Uint8Array> {
  const file = openSync(path, "r")
  try {
    const buffer = new Uint8Array(PART)
    for (;;) {
      const count = readSync(file, buffer, 0, PART, null)
      if (count === 0) return
      yield buffer.subarray(0, count)
    }
  } finally {
    closeSync(file)
  }
}

async function* guarded(file: string, from: AsyncIterable<Input>): AsyncIterable<Input> {
  try {
    yield* from
  } catch (error) {
    if (!isOfSystem(error)) throw error
    yield { kind: "unreadable", file, why: reason(error) }
  }
}
