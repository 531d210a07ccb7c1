import type { Position } from "vscode-languageserver"

/** In what a client counts the characters of a line: bytes of UTF-8, or units of UTF-16, which are ours. */
export type PositionEncoding = "utf-8" | "utf-16"

const LINE_FEED = 10
const CARRIAGE_RETURN = 13

/**
 * How many line breaks a text has as an editor counts them: `\n`, `\r\n` and a lone `\r` are one each. Two native
 * scans, which take a tenth of the time of a loop or a regular expression.
 */
export function lineBreaksIn(text: string): number {
  let count = 0
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++
  for (let at = text.indexOf("\r"); at >= 0; at = text.indexOf("\r", at + 1)) {
    if (text.charCodeAt(at + 1) !== LINE_FEED) count++
  }
  return count
}

/**
 * A text with a table of its lines. It says the same as a `TextDocument` of the library, whose loop over all characters
 * took a tenth of the time from opening a long log to its findings. Only here characters are counted as a client does.
 */
export class Lines {
  readonly #text: string
  readonly #starts: readonly number[]
  readonly #encoding: PositionEncoding
  /** The last place in a line that bytes were counted to: a line of a megabyte is gone through once, not for each place. */
  #counted = { start: 0, offset: 0, bytes: 0 }

  constructor(text: string, encoding: PositionEncoding = "utf-16") {
    this.#text = text
    this.#starts = startsIn(text)
    this.#encoding = encoding
  }

  /** The line and character of an offset; one in or behind a line break is at the end of its line. */
  positionAt(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.#text.length))
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if ((this.#starts[middle] ?? 0) <= at) low = middle
      else high = middle - 1
    }
    const start = this.#starts[low] ?? 0
    const end = this.#beforeWhole(this.#withoutBreak(start, at))
    return { line: low, character: this.#encoding === "utf-16" ? end - start : this.#bytesTo(start, end) }
  }

  /** How long a piece of one line is as a client counts it. */
  widthOf(start: number, end: number): number {
    return this.#encoding === "utf-16" ? end - start : bytesIn(this.#text, start, end)
  }

  /** The offset of a position; behind the end of a line it is that end, and behind the last line the end of the text. */
  offsetAt({ line, character }: Position): number {
    if (line < 0) return 0
    const start = this.#starts[line]
    if (start === undefined) return this.#text.length
    const next = this.#starts[line + 1] ?? this.#text.length
    const wanted = Math.max(0, character)
    const end = this.#encoding === "utf-16" ? start + wanted : this.#offsetAtByte(start, next, wanted)
    return this.#withoutBreak(start, Math.min(end, next))
  }

  /** Where bytes are counted, an offset in the middle of a character is at its start. */
  #beforeWhole(offset: number): number {
    const isInside = this.#encoding === "utf-8" && offset > 0 && unitsAt(this.#text, offset - 1) === 2
    return isInside ? offset - 1 : offset
  }

  #bytesTo(start: number, end: number): number {
    const { start: counted, offset, bytes } = this.#counted
    const known = counted === start && offset <= end
    const all = known ? bytes + bytesIn(this.#text, offset, end) : bytesIn(this.#text, start, end)
    this.#counted = { start, offset: end, bytes: all }
    return all
  }

  /** The offset of a byte of a line; one inside of a character is at the start of that. */
  #offsetAtByte(start: number, end: number, wanted: number): number {
    let at = start
    for (let left = wanted; left > 0 && at < end; ) {
      left -= bytesAt(this.#text, at)
      if (left >= 0) at += unitsAt(this.#text, at)
    }
    return at
  }

  #withoutBreak(start: number, end: number): number {
    let at = end
    while (at > start && isBreak(this.#text.charCodeAt(at - 1))) at--
    return at
  }
}

/** Where the lines of a text begin, the first at 0. */
function startsIn(text: string): readonly number[] {
  const starts = [0]
  let lineFeed = text.indexOf("\n")
  let carriageReturn = text.indexOf("\r")
  while (lineFeed >= 0 || carriageReturn >= 0) {
    const isBefore = carriageReturn >= 0 && (lineFeed < 0 || carriageReturn < lineFeed)
    if (isBefore && carriageReturn + 1 !== lineFeed) {
      starts.push(carriageReturn + 1)
    } else {
      starts.push(lineFeed + 1)
      lineFeed = text.indexOf("\n", lineFeed + 1)
    }
    if (isBefore) carriageReturn = text.indexOf("\r", carriageReturn + 1)
  }
  // A list that grew has room left over.
  return starts.slice()
}

/** The bytes that a piece of a text takes in UTF-8; half a character counts like the one that is put in its place. */
function bytesIn(text: string, start: number, end: number): number {
  let bytes = 0
  for (let at = start; at < end; at += unitsAt(text, at)) bytes += bytesAt(text, at)
  return bytes
}

function bytesAt(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  return unit < 0x80 ? 1 : unit < 0x800 ? 2 : 2 + unitsAt(text, at)
}

/** One unit of UTF-16, or two where they are one character. */
function unitsAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
}

function isBreak(character: number): boolean {
  return character === LINE_FEED || character === CARRIAGE_RETURN
}
