import { crc32, deflateRawSync } from "node:zlib"

/** One entry of an archive that a test makes, as honest as it says. */
export interface ZipEntry {
  readonly name: string
  readonly content: string | Uint8Array
  /** Says that it needs a password. */
  readonly isEncrypted?: boolean
  /** The number of a way to pack; 8 is deflate. */
  readonly method?: number
  /** What the attributes of a Unix file say. */
  readonly mode?: number
  /** Takes the bytes of the entry before it once more. */
  readonly repeats?: boolean
}

/** An archive of these entries, made byte by byte, because no tool makes the bad ones. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  let start = 0
  for (const entry of entries) {
    const content = Buffer.from(entry.content as string)
    const packed = deflateRawSync(content)
    const name = Buffer.from(entry.name)
    if (!entry.repeats) {
      start = at
      const local = Buffer.concat([Buffer.from("PK\x03\x04"), common(entry, content, packed, name), name, packed])
      parts.push(local)
      at += local.length
    }
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 6)
    rest.writeUInt32LE(start, 10)
    const head = Buffer.from("PK\x01\x02\x14\x03")
    directory.push(Buffer.concat([head, common(entry, content, packed, name), rest, name]))
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write("PK\x05\x06")
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, list, end])
}

/** What stands in both places: version, flags, method, time, sum, sizes, lengths. */
function common({ isEncrypted, method = 8 }: ZipEntry, content: Buffer, packed: Buffer, name: Buffer): Buffer {
  const head = Buffer.alloc(26)
  head.writeUInt16LE(20, 0)
  head.writeUInt16LE(isEncrypted ? 0x801 : 0x800, 2)
  head.writeUInt16LE(method, 4)
  head.writeUInt32LE(crc32(content), 10)
  head.writeUInt32LE(packed.length, 14)
  head.writeUInt32LE(content.length, 18)
  head.writeUInt16LE(name.length, 22)
  return head
}
