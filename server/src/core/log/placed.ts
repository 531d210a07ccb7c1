import type { Capture } from "./log.ts"
import { capturesIn } from "./readLog.ts"

/** A capture of a file with its lines. */
export interface PlacedCapture {
  readonly capture: Capture
  /** The number of its first line in the file, from 1. */
  readonly firstLine: number
  /** The offsets in its text at which its lines start; the first is 0. */
  readonly lineStarts: readonly number[]
}

/** The captures of a text that is there as a whole. */
export function placedCaptures(text: string): readonly PlacedCapture[] {
  let firstLine = 1
  return Array.from(capturesIn(text), (capture) => {
    const placed = placedAt(capture, firstLine)
    firstLine += placed.lineStarts.length - 1
    return placed
  })
}

/** A capture that begins at this line of its file. */
export function placedAt(capture: Capture, firstLine: number): PlacedCapture {
  return { capture, firstLine, lineStarts: lineStarts(capture.text) }
}

/** Where the lines of a text start: at 0 and behind each `\r\n`, `\n` or `\r`. */
function lineStarts(text: string): readonly number[] {
  const starts = [0]
  if (LONE_RETURN.test(text)) for (const end of text.matchAll(/\r\n?|\n/g)) starts.push(end.index + end[0].length)
  else for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1)
  return starts
}

const LONE_RETURN = /\r(?!\n)/

/** Offsets as lines and columns, both from 1. */
export type Positions = (offset: number) => { readonly line: number; readonly column: number }

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
