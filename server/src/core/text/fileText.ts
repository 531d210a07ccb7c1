import {
  beginning,
  type Change,
  type Encoding,
  HEAD,
  isContinuation,
  isUtf8,
  LOOK,
  narrowAtEnd,
  narrowIn,
  placesOf,
  wideIn,
} from "./encoding.ts"

/** The one thing of the platform that is needed; every host has it. */
declare const TextDecoder: new (
  encoding: string,
  options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean },
) => { decode(bytes: Uint8Array): string }

/**
 * The text of a saved file: UTF-8 or UTF-16 by its mark, UTF-16 without a mark by its zero bytes, and the Windows
 * code page for lines that are no UTF-8. PowerShell 5.1 writes UTF-16LE with a mark and cmd a code page; either can
 * append to what the other wrote, so the encoding may change inside.
 */
export function fileText(bytes: Uint8Array): string {
  return new FileDecoder().end(bytes)
}

/** A line that is longer is given out in pieces. */
const LONGEST_LINE = 1024 * 1024

/** The text of a file whose bytes come in parts; the parts may be cut anywhere. */
export class FileDecoder {
  #encoding: Encoding | undefined
  /** How many bytes of this encoding were given out, its mark not counted. */
  #given = 0
  /** Bytes that what follows may tell more about: mostly a line that has not ended. */
  #rest: Uint8Array = new Uint8Array()

  /** The text that another part makes certain, in whole lines if they are not very long. */
  next(part: Uint8Array): string {
    const bytes = this.#withRest(part)
    if (this.#encoding !== undefined || bytes.length >= HEAD) return this.#decode(bytes, false)
    this.#rest = bytes
    return ""
  }

  /** The rest of the text, after a last part. */
  end(part: Uint8Array = new Uint8Array()): string {
    return this.#decode(this.#withRest(part), true)
  }

  #withRest(part: Uint8Array): Uint8Array {
    if (this.#rest.length === 0) return part
    const bytes = new Uint8Array(this.#rest.length + part.length)
    bytes.set(this.#rest)
    bytes.set(part, this.#rest.length)
    return bytes
  }

  #decode(bytes: Uint8Array, isLast: boolean): string {
    const zeroFrom = placesOf(0, bytes)
    const to = isLast ? bytes.length : Math.max(0, bytes.length - LOOK)
    let at = this.#encoding === undefined ? this.#begin(beginning(bytes.subarray(0, HEAD))) : 0
    let text = ""
    for (;;) {
      const encoding = this.#encoding ?? "narrow"
      const change =
        encoding === "narrow"
          ? wideIn(bytes, at, to, zeroFrom)
          : (narrowIn(bytes, at, to, this.#given) ?? (isLast ? narrowAtEnd(bytes, at, this.#given) : undefined))
      const end = change?.at ?? (isLast ? bytes.length : certainEnd(bytes, at, to, encoding))
      text += decoded(bytes.subarray(at, end), encoding)
      this.#given += end - at
      if (!change) {
        // A copy: whoever reads a file fills the same bytes again.
        this.#rest = bytes.slice(end)
        return text
      }
      at = this.#begin(change)
    }
  }

  #begin({ encoding, start }: Change): number {
    this.#encoding = encoding
    this.#given = 0
    return start
  }
}

/** Behind the last line that ends before `to`; in a very long line, behind a whole character. */
function certainEnd(bytes: Uint8Array, from: number, to: number, encoding: Encoding): number {
  if (to - 2 < from) return from
  const low = encoding === "utf-16be" ? 1 : 0
  for (let at = bytes.lastIndexOf(10, to - 2); at >= from; at = at === 0 ? -1 : bytes.lastIndexOf(10, at - 1)) {
    if (encoding === "narrow") return at + 1
    const pair = at - low
    if ((pair - from) % 2 === 0 && bytes[pair + 1 - low] === 0) return pair + 2
  }
  if (to - from < LONGEST_LINE) return from
  return encoding === "narrow" ? narrowEnd(bytes, to) : wideEnd(bytes, from, to, encoding)
}

function narrowEnd(bytes: Uint8Array, to: number): number {
  let end = to
  while (to - end < 3 && isContinuation(bytes[end] ?? 0)) end--
  return end
}

/** Not between the two halves of a character beyond the first 65,536. */
function wideEnd(bytes: Uint8Array, from: number, to: number, encoding: Encoding): number {
  const end = to - ((to - from) % 2)
  const high = bytes[encoding === "utf-16be" ? end - 2 : end - 1] ?? 0
  return high >= 0xd8 && high < 0xdc ? end - 2 : end
}

const UTF_8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })
const CODE_PAGE = new TextDecoder("windows-1252")
const WIDE = {
  "utf-16le": new TextDecoder("utf-16le", { ignoreBOM: true }),
  "utf-16be": new TextDecoder("utf-16be", { ignoreBOM: true }),
}

function decoded(bytes: Uint8Array, encoding: Encoding): string {
  if (encoding !== "narrow") return WIDE[encoding].decode(bytes)
  try {
    return UTF_8.decode(bytes)
  } catch {
    return lineByLine(bytes)
  }
}

/** Each line as UTF-8 if it is that, else in the code page; lines of one kind together. */
function lineByLine(bytes: Uint8Array): string {
  let text = ""
  let start = 0
  let wasUtf8 = true
  for (let line = 0; line < bytes.length; ) {
    const lineFeed = bytes.indexOf(10, line)
    const end = lineFeed < 0 ? bytes.length : lineFeed + 1
    const isSame = isUtf8(bytes.subarray(line, end)) === wasUtf8
    if (!isSame) {
      text += (wasUtf8 ? UTF_8 : CODE_PAGE).decode(bytes.subarray(start, line))
      start = line
      wasUtf8 = !wasUtf8
    }
    line = end
  }
  return text + (wasUtf8 ? UTF_8 : CODE_PAGE).decode(bytes.subarray(start))
}
