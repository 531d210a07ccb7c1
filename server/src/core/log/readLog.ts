import { parseCapture } from "./capture.ts"
import type { Capture } from "./log.ts"
import { splitCaptures } from "./split.ts"

/**
 * The captures of a text, one a run of dsregcmd, as they are read: who stops asking stops the reading. The texts of
 * the captures joined are the text again, and each capture begins with a whole line.
 *
 * Nothing is carried from one capture into the next: reading on from the start of a capture gives the same captures as
 * reading from the start of the text. Never fails; what is not understood is kept.
 */
export function* capturesIn(text: string): Iterable<Capture> {
  for (const piece of splitCaptures(text)) yield parseCapture(piece)
}

/** All captures of a text; there is always one at least. */
export function readLog(text: string): readonly Capture[] {
  return Array.from(capturesIn(text))
}
