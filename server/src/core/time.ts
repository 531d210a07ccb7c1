import type { Field } from "./log.ts"

/** One day in milliseconds. */
export const DAY = 86_400_000

const TIME = /(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)(?:\.\d{1,7})? UTC/g

/** The times in a text as milliseconds since 1970 (UTC), in their order; masked or impossible ones are left out. */
export function timesIn(text: string): readonly number[] {
  return Array.from(text.matchAll(TIME), ([, year, month, day, hour, minute, second]) =>
    Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second)),
  ).filter((time) => !Number.isNaN(time))
}

/** A time that the log was certainly not made before, and the field that proves it. */
export interface Clock {
  readonly time: number
  readonly field: Field
}

/** Fields that tell of something that had already happened when the log was made. */
const PAST: readonly string[] = [
  "Previous Registration",
  "Previous Prt Attempt",
  "AzureAdPrtUpdateTime",
  "EnterprisePrtUpdateTime",
  "Last HostName Update",
]

/**
 * The log's own clock: `Client Time`, which only a device that is not joined prints, else the latest past event in
 * the log as a lower bound. Today's date says nothing about a saved log and is never looked at.
 */
export function clockOf(fields: (name: string) => readonly Field[]): Clock | undefined {
  const [printed] = fields("Client Time")
  const [exact] = timesIn(printed?.value ?? "")
  if (printed && exact !== undefined) return { time: exact, field: printed }
  let latest: Clock | undefined
  for (const field of PAST.flatMap(fields)) {
    const [time] = timesIn(field.value)
    if (time !== undefined && time > (latest?.time ?? Number.NEGATIVE_INFINITY)) latest = { time, field }
  }
  return latest
}
