import { closeSync, fstatSync, openSync } from "node:fs"
import yauzl, { type Entry, type ZipFile } from "yauzl"
import { BOUNDS, type Bounds, budget } from "./archive.ts"
import type { Input } from "./input.ts"
import type { ListedFile } from "./listed.ts"
import { isOfSystem, reason, Unreadable } from "./trouble.ts"
import { plain } from "./unpacked.ts"

/**
 * What is in a zip archive, one after the other. The names of its entries are labels behind its own, `logs.zip/pc-1.txt`:
 * nothing is ever written, and one that leads out of the archive is refused.
 */
export async function* zipInputs({ file, path }: ListedFile, bounds: Bounds = BOUNDS): AsyncIterable<Input> {
  const handle = openSync(Buffer.from(path), "r")
  try {
    const { size } = fstatSync(handle)
    const zip = await whole(() => yauzl.fromFdPromise(handle, { autoClose: false, decodeStrings: false }))
    const spend = budget(bounds)
    for await (const entry of entriesOf(zip)) {
      const { name, trick } = nameOf(entry)
      if (name.endsWith("/")) continue
      const label = `${file}/${name}`
      const why = trick ?? closed(entry)
      if (why !== undefined) yield { kind: "unreadable", file: label, why }
      else if (isLink(entry)) yield { kind: "skipped", file: label, why: "it is a link, and links are not followed" }
      else yield { kind: "found", file: label, parts: () => plain(bytesOf(zip, entry, (bytes) => spend(bytes, size))) }
    }
  } finally {
    closeSync(handle)
  }
}

async function* entriesOf(zip: ZipFile): AsyncIterable<Entry> {
  const entries = zip.eachEntry()
  for (;;) {
    const { value, done } = await whole(() => entries.next())
    if (done) return
    yield value
  }
}

async function* bytesOf(zip: ZipFile, entry: Entry, spend: (bytes: number) => void): AsyncIterable<Uint8Array> {
  const parts = (await whole(() => zip.openReadStreamPromise(entry)))[Symbol.asyncIterator]()
  try {
    for (;;) {
      const { value, done } = await whole(() => parts.next())
      if (done) return
      spend(value.length)
      yield value
    }
  } finally {
    await parts.return?.()
  }
}

function nameOf(entry: Entry): { readonly name: string; readonly trick?: string } {
  const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry
  const name = yauzl.getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false)
  return yauzl.validateFileName(name) === null ? { name } : { name, trick: "its name leads out of the archive" }
}

function closed(entry: Entry): string | undefined {
  if (entry.isEncrypted()) return "it is encrypted"
  return entry.canDecodeFileData() ? undefined : "it is packed in a way that is not read here"
}

/** The upper half of the attributes is what Unix knows of a file. */
function isLink({ externalFileAttributes }: Entry): boolean {
  return ((externalFileAttributes >>> 16) & 0o170000) === 0o120000
}

/** What the library says of an archive that is not as it should be is no fault of ours. */
async function whole<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const why = isOfSystem(error) ? reason(error) : error instanceof Error ? error.message : String(error)
    throw new Unreadable(`the archive is damaged: ${why}`)
  }
}
