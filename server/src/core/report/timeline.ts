import type { Evidence } from "../evidence/evidence.ts"
import { momentsIn } from "../evidence/moments.ts"
import type { Say } from "../explain/say.ts"
import { allFields } from "../log/query.ts"
import { type LineAt, type LogLine, logLine } from "./place.ts"

/** Something that the log gives a time of. */
export interface Happening {
  /** `2025-01-31 09:16:43`. */
  readonly at: string
  /** Whether it is certainly UTC; the time of a copied event is told as it is written. */
  readonly isUtc: boolean
  /** What it is, in words of ours; backticks mark code. */
  readonly what: string
  readonly place: LogLine
  /** It bounds how long something is valid, and nothing happened then. */
  readonly isBound?: true
}

interface Timed extends Happening {
  readonly time: number
}

/** Every time of a log and its events, oldest first. */
export function timelineOf({ capture, events }: Evidence, lineAt: LineAt, say: Say): readonly Happening[] {
  const ofFields = Array.from(allFields(capture)).flatMap(({ section, field }): Timed[] => {
    if (section.id === "event" || !field.entry) return []
    const moments = momentsIn(field.value)
    return moments.map(({ time }, index) => ({
      time,
      at: happenedAt(time),
      isUtc: true,
      what: moments.length === 2 ? fromUntil(`\`${field.entry?.name}\``, index, say) : `\`${field.entry?.name}\``,
      place: logLine(capture, field.valueSpan, lineAt),
      ...(moments.length === 2 && { isBound: true as const }),
    }))
  })
  const ofEvents = events.flatMap(({ time, entry, section, sentence }): Timed[] => {
    if (time === undefined) return []
    const what = entry ? say("Event {0}: {1}", entry.id, entry.title) : say("An event that is not known here")
    return [
      { time, at: happenedAt(time), isUtc: false, what, place: logLine(capture, sentence ?? section.span, lineAt) },
    ]
  })
  return [...ofFields, ...ofEvents].sort((a, b) => a.time - b.time).map(({ time: _, ...happening }) => happening)
}

function fromUntil(name: string, index: number, say: Say): string {
  return index === 0 ? say("{0}, from", name) : say("{0}, until", name)
}

/** A time as a report writes it: `2025-01-31 09:16:43`. */
export function happenedAt(time: number): string {
  return new Date(time).toISOString().slice(0, 19).replace("T", " ")
}
