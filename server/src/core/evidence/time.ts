import { type FieldName, fieldEntries } from "../knowledge/fields/catalogue.ts"
import type { Field } from "../log/log.ts"
import type { Span } from "../text/span.ts"
import type { NamedFields } from "./namedFields.ts"

/** One day in milliseconds. */
export const DAY = 86_400_000

/** `2025-01-31 09:16:43.000 UTC`, as dsregcmd prints it, and the form of servers' messages: `2025-01-31T09:16:43Z`. */
const TIME = /\b(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d):(\d\d)(?:\.\d{1,7})?(?: UTC|Z)\b/g

/** A time in a text. */
export interface Moment {
  /** Milliseconds since 1970 (UTC). */
  readonly time: number
  /** The characters of it, with its zone. */
  readonly span: Span
}

/** The times in a text in their order; masked or impossible ones are left out. */
export function momentsIn(text: string): readonly Moment[] {
  return Array.from(text.matchAll(TIME), (match) => {
    const [written = "", year, month, day, hour, minute, second] = match
    return {
      time: Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second)),
      span: { start: match.index, end: match.index + written.length },
    }
  }).filter(({ time }) => !Number.isNaN(time))
}

/** The times in a text as milliseconds since 1970 (UTC), in their order. */
export function timesIn(text: string): readonly number[] {
  return momentsIn(text).map(({ time }) => time)
}

/** A time that the log was certainly not made before, and the field that proves it. */
export interface Clock {
  readonly time: number
  readonly field: Field
}

/** The fields that say when the log was made, and those of something that had already happened then. */
const CLOCKS = namesThatTell("clock")
const PAST = namesThatTell("past")

function namesThatTell(what: "clock" | "past"): readonly FieldName[] {
  return fieldEntries.flatMap(({ name, tells }) => (tells === what ? [name] : []))
}

/**
 * The log's own clock: `Client Time`, which only a device that is not joined prints, else the latest past event in
 * the log as a lower bound. Today's date says nothing about a saved log and is never looked at.
 */
export function clockOf(log: NamedFields): Clock | undefined {
  const [printed] = CLOCKS.flatMap((name) => log.fields(name))
  const [exact] = timesIn(printed?.value ?? "")
  if (printed && exact !== undefined) return { time: exact, field: printed }
  let latest: Clock | undefined
  for (const field of PAST.flatMap((name) => log.fields(name))) {
    const [time] = timesIn(field.value)
    if (time !== undefined && time > (latest?.time ?? Number.NEGATIVE_INFINITY)) latest = { time, field }
  }
  return latest
}
