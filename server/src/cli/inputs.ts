import { closeSync, fstatSync, openSync, readSync } from "node:fs"
import { isNamedZip, isZip } from "./archive.ts"
import type { Input, Parts } from "./input.ts"
import type { ListedFile } from "./listed.ts"
import { isOfSystem, reason, Unreadable } from "./trouble.ts"
import { unpacked } from "./unpacked.ts"
import { zipInputs } from "./zip.ts"

/** What is in a file: itself, or what is in the archive that it is. */
export async function* inputsOf(listed: ListedFile): AsyncIterable<Input> {
  try {
    if (await isReadAsZip(listed)) yield* zipInputs(listed)
    else yield { kind: listed.kind, file: listed.file, parts: partsOf(listed) }
  } catch (error) {
    if (error instanceof Unreadable) yield { kind: "unreadable", file: listed.file, why: error.message }
    else if (isOfSystem(error)) yield { kind: "unreadable", file: listed.file, why: reason(error) }
    else throw error
  }
}

/** The bytes of a listed file, unpacked if it is packed. */
export function partsOf({ path }: Pick<ListedFile, "path">): Parts {
  return () => unpacked(bytesOf(path))
}

/** In a folder only what calls itself an archive is one: documents of an office are packed in the same way. */
async function isReadAsZip({ kind, file, path }: ListedFile): Promise<boolean> {
  if (kind === "found" && !isNamedZip(file)) return false
  for await (const part of bytesOf(path)) return isZip(part)
  return false
}

/** As many bytes are read at a time. */
const PART = 128 * 1024

/** The program has nothing else to do while it waits for a file, and asking in the background takes five times as long. */
async function* bytesOf(path: string | Uint8Array): AsyncIterable<Uint8Array> {
  const file = openSync(Buffer.from(path), "r")
  try {
    const before = fstatSync(file)
    // A log is small: a whole part for each of a hundred thousand is memory that somebody has to clear.
    const buffer = new Uint8Array(Math.min(PART, before.size || PART))
    let read = 0
    // A file that grows faster than it is read would have no end; some of the system's own have bytes and no size.
    while (before.size === 0 || read < before.size) {
      const count = readSync(file, buffer, 0, buffer.length, null)
      if (count === 0) break
      read += count
      yield buffer.subarray(0, count)
    }
    const after = fstatSync(file)
    if (after.size !== before.size || after.mtimeMs !== before.mtimeMs)
      throw new Unreadable("it changed while it was read")
  } finally {
    closeSync(file)
  }
}
