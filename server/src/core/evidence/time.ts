import { type FieldName, fieldEntries } from "../knowledge/fields/catalogue.ts"
import type { Field } from "../log/log.ts"
import type { Span } from "../text/span.ts"
import type { NamedFields } from "./namedFields.ts"
import { remembered } from "./remembered.ts"

/** One day in milliseconds. */
export const DAY = 86_400_000

/** `2025-01-31 09:16:43.000 UTC`, as dsregcmd prints it, and the form of servers' messages: `2025-01-31T09:16:43Z`. */
const TIME = /\b\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d{1,7})?(?: UTC|Z)\b/g

/** A time in a text. */
export interface Moment {
  /** Milliseconds since 1970 (UTC). */
  readonly time: number
  /** The characters of it, with its zone. */
  readonly span: Span
}

/** The times in a text in their order; masked or impossible ones are left out. */
export function momentsIn(text: string): readonly Moment[] {
  const moments: Moment[] = []
  TIME.lastIndex = 0
  for (let match = TIME.exec(text); match; match = TIME.exec(text)) {
    const at = match.index
    const time = Date.UTC(
      number(text, at, 4),
      number(text, at + 5, 2) - 1,
      number(text, at + 8, 2),
      number(text, at + 11, 2),
      number(text, at + 14, 2),
      number(text, at + 17, 2),
    )
    if (!Number.isNaN(time)) moments.push({ time, span: { start: at, end: at + match[0].length } })
  }
  return moments
}

/** So many digits as a number. */
function number(text: string, at: number, digits: number): number {
  let value = 0
  for (let index = at; index < at + digits; index++) value = value * 10 + text.charCodeAt(index) - 48
  return value
}

/** The times in a field's value as milliseconds since 1970 (UTC), in their order; none where there is no field. Many ask about the same few. */
export function timesOf(field: Field | undefined): readonly number[] {
  return field ? timesIn(field) : NONE
}

const NONE: readonly number[] = []
const timesIn = remembered((field: Field): readonly number[] => momentsIn(field.value).map(({ time }) => time))

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
  const [printed] = CLOCKS.flatMap((name) => log.field(name) ?? [])
  const [exact] = timesOf(printed)
  if (printed && exact !== undefined) return { time: exact, field: printed }
  let latest: Clock | undefined
  for (const field of PAST.flatMap((name) => log.fields(name))) {
    const [time] = timesOf(field)
    if (time !== undefined && time > (latest?.time ?? Number.NEGATIVE_INFINITY)) latest = { time, field }
  }
  return latest
}
