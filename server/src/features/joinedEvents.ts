import { type WithEvents, withEvents } from "../core/log/withEvents.ts"

/** A log and events as one text, to open as one log; `events` is 0 where the other text holds none. */
export function joinedEvents(log: string, events: string): WithEvents {
  return withEvents(log, events)
}
