/** A date as an event has it, read in each way that its form allows. */
export interface EventTime {
  /** With the month before the day, in milliseconds; a date without a zone is taken for UTC. */
  readonly monthFirst: number
  /** With the day before the month; the same where the form leaves no choice. */
  readonly dayFirst: number
}

/** `2026-06-10T06:01:00.1234567Z`, `2026/06/10 6:01:00`. */
const YEAR_FIRST = /(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})[T ]{1,3}(\d{1,2})[:.](\d\d)[:.](\d\d)/

/** `10.06.2026 08:01:00`: with points the day comes first. */
const POINTS = /(\d{1,2})\.(\d{1,2})\.(\d{4}),?[ ]{1,3}(\d{1,2})[:.](\d\d)[:.](\d\d)/

/** `6/10/2026 8:01:00 AM`: the month or the day comes first, as the PC's region has it. */
const SLASHES = /(\d{1,2})[/-](\d{1,2})[/-](\d{4}),?[ ]{1,3}(\d{1,2})[:.](\d\d)[:.](\d\d)(?:[ \u202f\u00a0]?([AP])M)?/i

/** `\/Date(1781071282000)\/`, as Windows PowerShell writes times into JSON. */
const EPOCH = /\bDate\((\d{12,13})\)/

/** The time that stands in a text; undefined where none does, or an impossible one. */
export function eventTime(text: string): EventTime | undefined {
  const epoch = Number(EPOCH.exec(text)?.[1])
  if (epoch > 0) return { monthFirst: epoch, dayFirst: epoch }
  const [, year = 0, month = 0, day = 0, ...clock] = numbers(YEAR_FIRST.exec(text))
  if (year > 0) return one(year, month, day, clock)
  const [, daily = 0, monthly = 0, yearly = 0, ...time] = numbers(POINTS.exec(text))
  if (yearly > 0) return one(yearly, monthly, daily, time)
  const match = SLASHES.exec(text)
  const [, first = 0, second = 0, last = 0, hour = 0, ...rest] = numbers(match)
  const half = match?.[7]?.toUpperCase()
  const whole = half === undefined ? hour : (hour % 12) + (half === "P" ? 12 : 0)
  const monthFirst = at(last, first, second, [whole, ...rest])
  const dayFirst = at(last, second, first, [whole, ...rest])
  if (monthFirst === undefined && dayFirst === undefined) return undefined
  return { monthFirst: monthFirst ?? dayFirst ?? 0, dayFirst: dayFirst ?? monthFirst ?? 0 }
}

function numbers(match: RegExpExecArray | null): number[] {
  return match ? Array.from(match, Number) : []
}

function one(year: number, month: number, day: number, clock: readonly number[]): EventTime | undefined {
  const time = at(year, month, day, clock)
  return time === undefined ? undefined : { monthFirst: time, dayFirst: time }
}

function at(
  year: number,
  month: number,
  day: number,
  [hour = 0, minute = 0, second = 0]: readonly number[],
): number | undefined {
  if (year < 1601 || month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 59)
    return undefined
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

/**
 * The times of things that stand in one text, so that they come in their order: by the one reading that fits all of
 * them, else by either where both give the same order. Undefined where the order would be a guess, and for each that
 * has no time.
 */
export function timesInOrder(times: readonly (EventTime | undefined)[]): readonly (number | undefined)[] {
  const known = times.filter((time) => time !== undefined)
  const monthFirst = times.map((time) => time?.monthFirst)
  if (known.every((time) => time.monthFirst === time.dayFirst)) return monthFirst
  const dayFirst = times.map((time) => time?.dayFirst)
  // A day behind the twelfth is the same in both readings, and only one of them is right for the others.
  if (known.some((time) => time.monthFirst === time.dayFirst)) return inOneReading(known, monthFirst, dayFirst)
  return isSameOrder(known) ? monthFirst : times.map(() => undefined)
}

function inOneReading(
  known: readonly EventTime[],
  monthFirst: readonly (number | undefined)[],
  dayFirst: readonly (number | undefined)[],
): readonly (number | undefined)[] {
  const spread = (reading: keyof EventTime) => {
    const all = known.map((time) => time[reading])
    return all.reduce((a, b) => Math.max(a, b)) - all.reduce((a, b) => Math.min(a, b))
  }
  return spread("dayFirst") < spread("monthFirst") ? dayFirst : monthFirst
}

function isSameOrder(known: readonly EventTime[]): boolean {
  const sorted = known.toSorted((a, b) => a.monthFirst - b.monthFirst)
  return sorted.every((time, index) => index === 0 || (sorted[index - 1]?.dayFirst ?? 0) <= time.dayFirst)
}
