import { pipeline, Readable } from "node:stream"
import { createGunzip } from "node:zlib"
import { ARCHIVE_HEAD, archiveName, BOUNDS, budget, isGzip, Packed } from "./archive.ts"

/** The same bytes, or what is packed in them by gzip; other archives, and one in another, are refused by their name. */
export async function* unpacked(parts: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const whole = headFirst(parts)
  const { value: head, done } = await whole.next()
  if (done) return
  if (isGzip(head)) yield* plain(gunzipped(rejoined(head, whole)))
  else yield* checked(head, whole)
}

/** The same bytes where they are no archive. */
export async function* plain(parts: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const whole = headFirst(parts)
  const { value: head, done } = await whole.next()
  if (!done) yield* checked(head, whole)
}

async function* checked(head: Uint8Array, rest: AsyncGenerator<Uint8Array>): AsyncIterable<Uint8Array> {
  const name = archiveName(head)
  if (name) {
    await rest.return(undefined)
    throw new Packed(`it is a ${name}, and is not unpacked here: unpack it first`)
  }
  yield* rejoined(head, rest)
}

async function* rejoined(head: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  yield head
  yield* rest
}

/** The same parts, the first one with enough bytes to tell what they are. */
async function* headFirst(parts: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, undefined> {
  let head: Uint8Array | undefined = Buffer.alloc(0)
  for await (const part of parts) {
    if (!head) {
      yield part
    } else if (head.length + part.length < ARCHIVE_HEAD) {
      head = Buffer.concat([head, part])
    } else {
      yield head.length === 0 ? part : Buffer.concat([head, part])
      head = undefined
    }
  }
  if (head && head.length > 0) yield head
  return undefined
}

async function* gunzipped(parts: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const gunzip = createGunzip({ chunkSize: 128 * 1024 })
  const spend = budget(BOUNDS)
  // Its errors reach whoever reads from the last stream.
  pipeline(Readable.from(copies(parts)), gunzip, () => {})
  for await (const part of gunzip as AsyncIterable<Uint8Array>) {
    spend(part.length, gunzip.bytesWritten)
    yield part
  }
}

/** A part is overwritten by the next one, and the unpacking reads ahead. */
async function* copies(parts: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  for await (const part of parts) yield Buffer.from(part)
}
