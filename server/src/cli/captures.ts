import type { Capture } from "../core/log/log.ts"
import { capturesIn } from "../core/log/readLog.ts"
import { Unreadable } from "./trouble.ts"

/** A capture of a file with the number of its first line. */
export interface PlacedCapture {
  readonly capture: Capture
  readonly firstLine: number
}

/** So many characters of one capture are read; dsregcmd prints some ten thousand. */
const LARGEST = 32 * 1024 * 1024

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
        yield { capture: last, firstLine }
        firstLine += lineEnds(last.text)
      }
      last = capture
    }
    held = (last?.text ?? "") + held.slice(end)
    tried = held.length
    if (tried > LARGEST) throw new Unreadable(`the capture at line ${firstLine} is larger than 32 MB`)
  }
  for (const capture of capturesIn(held)) {
    yield { capture, firstLine }
    firstLine += lineEnds(capture.text)
  }
}

/** The end of the last line that has certainly ended: a carriage return may have its line feed in the next part. */
function wholeLines(text: string): number {
  return Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r", text.length - 2)) + 1
}

/** How many lines end in a text: `\r\n`, `\n` or `\r`. */
function lineEnds(text: string): number {
  let count = 0
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++
  for (let at = text.indexOf("\r"); at >= 0; at = text.indexOf("\r", at + 1)) if (text[at + 1] !== "\n") count++
  return count
}
