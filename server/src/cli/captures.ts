import type { Capture } from "../core/log/log.ts"
import { type PlacedCapture, placedAt, placedCaptures } from "../core/log/placed.ts"
import { capturesIn } from "../core/log/readLog.ts"
import { Unreadable } from "./trouble.ts"

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
        const placed = placedAt(last, firstLine)
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

/** The end of the last line that has certainly ended: a carriage return may have its line feed in the next part. */
function wholeLines(text: string): number {
  const lineFeed = text.lastIndexOf("\n")
  return lineFeed >= 0 ? lineFeed + 1 : text.lastIndexOf("\r", text.length - 2) + 1
}
