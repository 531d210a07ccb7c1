import type { Capture } from "../core/log/log.ts"
import { capturesIn } from "../core/log/readLog.ts"
import type { Positions } from "../core/report/formats/told.ts"
import { Unreadable } from "./trouble.ts"

/** A capture of a file with its lines. */
export interface PlacedCapture {
  readonly capture: Capture
  /** The number of its first line in the file, from 1. */
  readonly firstLine: number
  /** The offsets in its text at which its lines start; the first is 0. */
  readonly lineStarts: readonly number[]
}

/** So many characters of one capture are read; dsregcmd prints some ten thousand, and an exported event log fits in. */
const LARGEST = 10 * 1024 * 1024

/**
 * The captures of a text that comes in parts. The last capture of what is there may go on in the next part, so it is
 * held back and read again with it; one that does not end is tried only when there is twice as much of it, so that all
 * tries together cost no more than reading it a second time.
 */
export async function* capturesOf(texts: AsyncIterable<string>): AsyncIterable<PlacedCapture> {
  let held = ""
  let tried = 0
  let firstLine = 1
  for await (const text of texts) {
    held += text
    if (held.length < Math.min(2 * tried, LARGEST)) continue
    const end = wholeLines(held)
    let last: Capture | undefined
    for (const capture of end > 0 ? capturesIn(held.slice(0, end)) : []) {
      if (last) {
        const placed = { capture: last, firstLine, lineStarts: lineStarts(last.text) }
        firstLine += placed.lineStarts.length - 1
        yield placed
      }
      last = capture
    }
    held = (last?.text ?? "") + held.slice(end)
    tried = held.length
    if (tried > LARGEST) throw new Unreadable(`the capture at line ${firstLine} is larger than 10 MB`)
  }
  for (const placed of placedCaptures(held)) yield { ...placed, firstLine: firstLine + placed.firstLine - 1 }
}

/** The captures of a text that is there as a whole. */
export function placedCaptures(text: string): readonly PlacedCapture[] {
  let firstLine = 1
  return Array.from(capturesIn(text), (capture) => {
    const placed = { capture, firstLine, lineStarts: lineStarts(capture.text) }
    firstLine += placed.lineStarts.length - 1
    return placed
  })
}

/** The end of the last line that has certainly ended: a carriage return may have its line feed in the next part. */
function wholeLines(text: string): number {
  const lineFeed = text.lastIndexOf("\n")
  return lineFeed >= 0 ? lineFeed + 1 : text.lastIndexOf("\r", text.length - 2) + 1
}

/** Where the lines of a text start: at 0 and behind each `\r\n`, `\n` or `\r`. */
function lineStarts(text: string): readonly number[] {
  const starts = [0]
  if (LONE_RETURN.test(text)) for (const end of text.matchAll(/\r\n?|\n/g)) starts.push(end.index + end[0].length)
  else for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1)
  return starts
}

const LONE_RETURN = /\r(?!\n)/

/** Offsets of a capture as lines of its file and columns, both from 1. */
export function positions({ firstLine, lineStarts: starts }: PlacedCapture): Positions {
  return (offset) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: firstLine + low, column: offset - (starts[low] ?? 0) + 1 }
  }
}
