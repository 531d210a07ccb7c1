import { readLog } from "./readLog.ts"

/** A log with events behind it, as one text. */
export interface WithEvents {
  readonly text: string
  /** How many events are in what was added; where there is none, nothing was. */
  readonly events: number
  /** The line, from 0, that the events begin at. */
  readonly firstLine: number
}

/**
 * Puts events, copied or exported in any form that is read, behind the last capture of a log. What stands behind a
 * capture is read with it, so both have one time line and one reason.
 */
export function withEvents(log: string, events: string): WithEvents {
  const count = readLog(events).reduce(
    (sum, { sections }) => sum + sections.filter(({ id }) => id === "event").length,
    0,
  )
  const head = `${log.trimEnd()}${log.includes("\r\n") ? "\r\n\r\n" : "\n\n"}`
  return { text: count === 0 ? log : head + events, events: count, firstLine: head.split(/\r\n|\r|\n/).length - 1 }
}
