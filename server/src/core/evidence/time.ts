import { type FieldName, fieldEntries } from "../knowledge/fields/catalogue.ts"
import type { Field } from "../log/log.ts"
import type { NamedFields } from "./namedFields.ts"

/** One day in milliseconds. */
export const DAY = 86_400_000

/** The day of a time, in UTC: `2025-01-31`. */
export function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}

const UNITS: readonly (readonly [number, string])[] = [
  [365 * DAY, "year"],
  [DAY, "day"],
  [DAY / 24, "hour"],
  [DAY / 1440, "minute"],
]

/** How long that is, in the greatest unit that it has more than one of, rounded: `3 hours`, `24 minutes`. */
export function durationWords(milliseconds: number): string {
  const [length, name] = UNITS.find(([unit]) => milliseconds >= 1.5 * unit) ?? [DAY / 1440, "minute"]
  const count = Math.max(1, Math.round(milliseconds / length))
  return `${count} ${name}${count === 1 ? "" : "s"}`
}

/** A time that the log was certainly not made before, and the field that proves it. */
export interface Clock {
  readonly time: number
  readonly field: Field
}

/** The fields that say when the log was made, and those of something that had already happened then. */
const CLOCKS = namesThatTell("clock")
const PAST = namesThatTell("past")

/** The fields whose time tells this of the log. */
export function namesThatTell(what: "clock" | "past"): readonly FieldName[] {
  return fieldEntries.flatMap(({ name, tells }) => (tells === what ? [name] : []))
}

/**
 * The log's own clock: `Client Time`, which only a device that is not joined prints, else the latest past event in
 * the log as a lower bound. Today's date says nothing about a saved log and is never looked at.
 */
export function clockOf(log: NamedFields): Clock | undefined {
  const [printed] = log.fieldsOf(CLOCKS)
  const [exact] = log.timesOf(printed)
  if (printed && exact !== undefined) return { time: exact, field: printed }
  let latest: Clock | undefined
  for (const field of log.fieldsOf(PAST)) {
    const [time] = log.timesOf(field)
    if (time !== undefined && time > (latest?.time ?? Number.NEGATIVE_INFINITY)) latest = { time, field }
  }
  return latest
}
