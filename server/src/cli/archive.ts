import { Unreadable } from "./trouble.ts"

/** How archives begin. What they hold is not read except from zip and gzip, and none is read inside another one. */
const KINDS: readonly { readonly name: string; readonly magic: string; readonly at?: number }[] = [
  { name: "zip archive", magic: "PK\x03\x04" },
  { name: "zip archive", magic: "PK\x05\x06" },
  { name: "gzip file", magic: "\x1f\x8b" },
  { name: "cabinet", magic: "MSCF\0\0\0\0" },
  { name: "7z archive", magic: "7z\xbc\xaf\x27\x1c" },
  { name: "RAR archive", magic: "Rar!\x1a\x07" },
  { name: "xz file", magic: "\xfd7zXZ\0" },
  { name: "zstd file", magic: "\x28\xb5\x2f\xfd" },
  { name: "bzip2 file", magic: "1AY&SY", at: 4 },
  { name: "tar archive", magic: "ustar", at: 257 },
]

/** As many bytes tell what a file is. */
export const ARCHIVE_HEAD = 262

/** A file that is packed in a way that is not read, or packed twice. */
export class Packed extends Unreadable {}

/** Whether these are the first bytes of a zip archive. */
export function isZip(head: Uint8Array): boolean {
  return archiveName(head) === "zip archive"
}

/** Whether these are the first bytes of a gzip file. */
export function isGzip(head: Uint8Array): boolean {
  return archiveName(head) === "gzip file"
}

/** Whether a file is called an archive. */
export function isNamedZip(file: string): boolean {
  return /\.zip$/i.test(file)
}

/** What kind of archive begins so: `cabinet`. */
export function archiveName(head: Uint8Array): string | undefined {
  const text = Buffer.from(head.subarray(0, ARCHIVE_HEAD)).toString("latin1")
  return KINDS.find(({ magic, at = 0 }) => text.startsWith(magic, at))?.name
}

/**
 * How much may come out of an archive, so that a small file does not keep the machine busy for ever. The same little log
 * over and over shrinks to a 256th, logs of several devices to a twentieth; only one character over and over, and bytes
 * that an archive lists many times, come to more.
 */
export interface Bounds {
  readonly ratio: number
  /** So much may come out of any archive, in bytes. */
  readonly always: number
  /** And no more than this out of one. */
  readonly most: number
}

const GB = 1024 ** 3

/** What holds where nobody says otherwise. */
export const BOUNDS: Bounds = { ratio: 400, always: GB / 16, most: 64 * GB }

/** Counts what comes out of one archive, and throws where that is too much for what went in. */
export function budget({ ratio, always, most }: Bounds): (bytes: number, packed: number) => void {
  let out = 0
  return (bytes, packed) => {
    out += bytes
    if (out > most) throw new Unreadable(`it unpacks to more than ${most / GB} GB`)
    if (out > Math.max(always, ratio * packed))
      throw new Unreadable(`it unpacks to more than ${ratio} times its size, which no log does`)
  }
}
