/**
 * How the bytes of a file stand for characters. `narrow` is UTF-8, or the Windows code page in lines that are no
 * UTF-8.
 */
export type Encoding = "narrow" | "utf-16le" | "utf-16be"

/** A place from which bytes are in another encoding: `at` is behind the text before it, `start` behind its mark. */
export interface Change {
  readonly at: number
  readonly start: number
  readonly encoding: Encoding
}

/** As many bytes of a file decide how it begins. */
export const HEAD = 4096

/** As many bytes behind a place decide whether the encoding changes there. */
export const LOOK = 64

/** Narrow bytes in a wide text are believed from so many on; at the end of the file fewer do. */
const RUN = 32
const LAST_RUN = 8

/** Wide characters of other letters stand before the first Latin one on a line; further back nobody looks. */
const BACK = 1024

/** The encoding that a file begins in: by its mark, else by where the zero bytes of Latin letters stand. */
export function beginning(head: Uint8Array): Change {
  const mark = markAt(head, 0)
  if (mark) return mark
  const zero = head.indexOf(0)
  const narrow: Change = { at: 0, start: 0, encoding: "narrow" }
  // Text that stands before the first zero is another program's: Windows PowerShell 5.1 appends UTF-16 to anything.
  if (zero < 0 || wideMark(head, 0, zero) || isNarrowText(head.subarray(0, zero - (zero % 2)), LAST_RUN)) return narrow
  const { even, odd } = zerosIn(head)
  if (outweighs(odd, even)) return { ...narrow, encoding: "utf-16le" }
  return outweighs(even, odd) ? { ...narrow, encoding: "utf-16be" } : narrow
}

/** Where a narrow text from `from` on becomes UTF-16; only changes that show before `to` are looked for. */
export function wideIn(bytes: Uint8Array, from: number, to: number, zeroFrom: NextPlace): Change | undefined {
  let seen = from
  for (let zero = zeroFrom(from); ; ) {
    const mark = wideMark(bytes, seen, Math.min(zero, to))
    if (mark) return mark
    if (zero >= to) return undefined
    seen = zero
    const { even, odd } = zerosIn(bytes.subarray(zero, zero + LOOK))
    if (outweighs(even, odd)) return wideBefore(bytes, from, zero)
    // Zeros without order are no text. They are left behind, but never a line whose beginning nobody has looked at.
    const line = bytes.subarray(zero, zero + LOOK).indexOf(LINE_FEED)
    zero = zeroFrom(even < 2 || odd < 2 ? zero + 1 : zero + (line < 0 ? LOOK : line + 1))
  }
}

/**
 * Where a UTF-16 text from `from` on becomes narrow: a run of pairs of which both bytes are Latin letters. `phase` is
 * how many bytes of the text stand before `from`, since only every so many pairs is looked at.
 */
export function narrowIn(bytes: Uint8Array, from: number, to: number, phase: number): Change | undefined {
  for (let at = from + ((RUN - (phase % RUN)) % RUN); at + 1 < to; at += RUN) {
    const start = runAround(bytes, from, at, RUN)
    const change = start === undefined ? undefined : narrowBefore(bytes, from, start)
    // A text that would be of no length is none: nothing turns back at the place where it turned.
    if (change && phase + change.at > from) return change
  }
  return undefined
}

/** The same for a narrow text that is shorter and ends the file. */
export function narrowAtEnd(bytes: Uint8Array, from: number, phase: number): Change | undefined {
  const last = bytes.length - ((bytes.length - from) % 2) - 2
  const start = last < from ? undefined : runAround(bytes, from, last, LAST_RUN)
  const change = start === undefined ? undefined : narrowBefore(bytes, from, start)
  return change && phase + change.at > from ? change : undefined
}

/** The next place of a byte from an offset on, the length of the bytes where there is none. */
export type NextPlace = (from: number) => number

/** The places of one byte, asked for in rising order, so that no stretch is searched twice. */
export function placesOf(byte: number, bytes: Uint8Array): NextPlace {
  let found = -1
  return (from) => {
    if (found < from) {
      const next = bytes.indexOf(byte, from)
      found = next < 0 ? bytes.length : next
    }
    return found
  }
}

/** Whether bytes are UTF-8 from their first to their last. */
export function isUtf8(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at++) {
    const lead = byteAt(bytes, at)
    if (lead < 0x80) continue
    const more = lead >= 0xc2 && lead < 0xe0 ? 1 : lead >= 0xe0 && lead < 0xf0 ? 2 : lead >= 0xf0 && lead < 0xf5 ? 3 : 0
    if (more === 0 || at + more >= bytes.length) return false
    const second = byteAt(bytes, at + 1)
    if ((lead === 0xe0 && second < 0xa0) || (lead === 0xed && second > 0x9f)) return false
    if ((lead === 0xf0 && second < 0x90) || (lead === 0xf4 && second > 0x8f)) return false
    for (let left = more; left > 0; left--) if (!isContinuation(byteAt(bytes, ++at))) return false
  }
  return true
}

/** Whether a byte goes on with a character of UTF-8 that began before it. */
export function isContinuation(byte: number): boolean {
  return (byte & 0xc0) === 0x80
}

const LINE_FEED = 10

function byteAt(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0
}

/** The mark at an offset: FF FE, FE FF, or EF BB BF. */
function markAt(bytes: Uint8Array, at: number): Change | undefined {
  const [first, second, third] = bytes.subarray(at, at + 3)
  if (first === 0xff && second === 0xfe) return { at, start: at + 2, encoding: "utf-16le" }
  if (first === 0xfe && second === 0xff) return { at, start: at + 2, encoding: "utf-16be" }
  return first === 0xef && second === 0xbb && third === 0xbf ? { at, start: at + 3, encoding: "narrow" } : undefined
}

/** The first mark of UTF-16 that begins before `to`; no text in UTF-8 or a code page holds its two bytes. */
function wideMark(bytes: Uint8Array, from: number, to: number): Change | undefined {
  // The second byte of one that begins before the end may be the zero's neighbor.
  const part = bytes.subarray(from, to)
  for (let at = part.indexOf(0xff); at >= 0; at = part.indexOf(0xff, at + 1)) {
    const little = markAt(bytes, from + at)
    if (little) return little
    const big = at > 0 ? markAt(bytes, from + at - 1) : undefined
    if (big?.encoding === "utf-16be") return big
  }
  return undefined
}

/** How many zeros stand at even and at odd places. */
function zerosIn(bytes: Uint8Array): { readonly even: number; readonly odd: number } {
  let even = 0
  let odd = 0
  for (let at = bytes.indexOf(0); at >= 0 && at < bytes.length; at++) {
    if (bytes[at] !== 0) continue
    if (at % 2 === 0) even++
    else odd++
  }
  return { even, odd }
}

/** A few letters of other scripts have a zero in their other byte too: U+4E00, U+3000. */
function outweighs(these: number, others: number): boolean {
  return these >= 2 && these > 2 * others
}

/** Where the UTF-16 text begins whose first zero byte is at `zero`: with a letter, or with others before it. */
function wideBefore(bytes: Uint8Array, from: number, zero: number): Change {
  // Behind a whole narrow line the zero is the first byte of its pair, unless that line was an empty one.
  const isBig = zero === from || (bytes[zero - 1] === LINE_FEED && bytes[zero - 2] !== LINE_FEED)
  if (isBig) return { at: zero, start: zero, encoding: "utf-16be" }
  const letter = zero - 1
  const line = Math.max(from, bytes.subarray(from, letter).lastIndexOf(LINE_FEED) + 1 + from)
  const isLetterFirst = (letter - line) % 2 === 1 || isNarrowText(bytes.subarray(line, letter), 0)
  const at = isLetterFirst ? letter : line
  return { at, start: at, encoding: "utf-16le" }
}

/** The start of the run of Latin pairs around `at`, undefined where it is shorter than so many bytes. */
function runAround(bytes: Uint8Array, from: number, at: number, least: number): number | undefined {
  let start = at
  while (start >= from && at - start <= BACK && isLatinPair(bytes, start)) start -= 2
  start += 2
  if (start > at) return undefined
  let end = at + 2
  while (end - start < least && isLatinPair(bytes, end)) end += 2
  return end - start >= least && !isKana(bytes.subarray(start, end)) ? start : undefined
}

/** Where the narrow text begins whose run of Latin letters starts at `run`: behind the last wide line, if it can. */
function narrowBefore(bytes: Uint8Array, from: number, run: number): Change {
  let line = run
  while (line > from && run - line < BACK && !isWideLineFeed(bytes, line - 2)) line -= 2
  const before = bytes.subarray(line, run)
  const at = !before.includes(0) && isUtf8(before) ? line : run
  const mark = markAt(bytes, at)
  return { at, start: mark?.encoding === "narrow" ? mark.start : at, encoding: "narrow" }
}

function isWideLineFeed(bytes: Uint8Array, at: number): boolean {
  return (bytes[at] === LINE_FEED && bytes[at + 1] === 0) || (bytes[at] === 0 && bytes[at + 1] === LINE_FEED)
}

function isLatinPair(bytes: Uint8Array, at: number): boolean {
  return isLatin(byteAt(bytes, at)) && isLatin(byteAt(bytes, at + 1))
}

/** A printed character of ASCII, a tab or a line end. */
function isLatin(byte: number): boolean {
  return (byte >= 32 && byte < 127) || byte === LINE_FEED || byte === 13 || byte === 9
}

/** Whether bytes can be a text of one byte a letter, and are no UTF-16 of other letters. */
function isNarrowText(bytes: Uint8Array, least: number): boolean {
  if (bytes.length === 0 || bytes.length < least || isKana(bytes)) return false
  let latin = 0
  for (const byte of bytes) if (isLatin(byte)) latin++
  return latin / bytes.length >= 0.85 || (bytes.length >= LAST_RUN && isUtf8(bytes))
}

/** Hiragana and katakana in UTF-16 are pairs with a `0` in the same place, so that many look like Latin text. */
function isKana(bytes: Uint8Array): boolean {
  let even = 0
  let odd = 0
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] !== 0x30) continue
    if (at % 2 === 0) even++
    else odd++
  }
  return Math.max(even, odd) > bytes.length / 4
}
