import { isBinaryEvents } from "../core/text/binaryEvents.ts"
import { isOwnOutput } from "./ownOutput.ts"
import { Unreadable } from "./trouble.ts"

/**
 * The bytes of a text in parts; refused where they are an event log as Windows keeps it, with the way to its text, and
 * where they are what dsreg itself told of logs.
 */
export async function* textParts(parts: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let isFirst = true
  for await (const part of parts) {
    if (isFirst && isBinaryEvents(part)) throw new Unreadable(BINARY)
    if (isFirst && isOwnOutput(part)) throw new Unreadable(OWN)
    isFirst = false
    yield part
  }
}

const BINARY =
  "it is a binary event log; save it as text or XML in Event Viewer, or by wevtutil qe FILE.evtx /lf:true /f:text"

const OWN = "it is what dsreg told of a log; give it the log itself"
