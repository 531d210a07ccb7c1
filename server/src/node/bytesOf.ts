import { constants, open, realpath } from "node:fs/promises"

/** A file by its size, and its bytes where it is not too large. */
export interface Bytes {
  /** 0 for what is gone or may not be read. */
  readonly size: number
  readonly bytes?: Uint8Array
}

/** Nothing is opened that is a link, nor waited for that is no file; Windows has no such words and no need of them. */
const PLAIN = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

/** The bytes of a plain file at a path without links, up to a size. What the system refuses is as if it were not there. */
export async function bytesOf(path: string, largest: number): Promise<Bytes> {
  try {
    const file = await open(path, PLAIN)
    try {
      const found = await file.stat()
      // A folder on the way may have become a link since it was listed.
      if (!found.isFile() || (await realpath(path)) !== path) return { size: 0 }
      if (found.size > largest) return { size: found.size }
      const { bytesRead, buffer } = await file.read(new Uint8Array(found.size), 0, found.size, 0)
      return { size: found.size, bytes: buffer.subarray(0, bytesRead) }
    } finally {
      await file.close()
    }
  } catch {
    return { size: 0 }
  }
}
