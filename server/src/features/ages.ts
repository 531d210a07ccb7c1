import { type Clock, DAY } from "../core/evidence/time.ts"
import type { Say } from "../core/explain/say.ts"

const HOUR = DAY / 24

/** How far a time lies from the log's clock: `3 hours earlier`, `in 12 days at most`. */
export function age(time: number, clock: Clock, say: Say): string {
  const past = clock.time - time
  if (past >= 0)
    return atLeast(
      clock,
      inUnits(past, {
        days: (count) => say("{0} days earlier", count),
        hours: (count) => say("{0} hours earlier", count),
        minutes: (count) => say("{0} min earlier", count),
      }),
      say,
    )
  return atMost(
    clock,
    inUnits(-past, {
      days: (count) => say("in {0} days", count),
      hours: (count) => say("in {0} hours", count),
      minutes: (count) => say("in {0} min", count),
    }),
    say,
  )
}

/** What a certificate has left by the log's clock; one that does not begin before it says when it will. */
export function validity(start: number, end: number, clock: Clock, say: Say): string {
  if (start > clock.time)
    return atMost(
      clock,
      inUnits(start - clock.time, {
        days: (count) => say("valid in {0} days", count),
        hours: (count) => say("valid in {0} hours", count),
        minutes: (count) => say("valid in {0} min", count),
      }),
      say,
    )
  if (end >= clock.time)
    return atMost(
      clock,
      inUnits(end - clock.time, {
        days: (count) => say("{0} days left", count),
        hours: (count) => say("{0} hours left", count),
        minutes: (count) => say("{0} min left", count),
      }),
      say,
    )
  return atLeast(
    clock,
    inUnits(clock.time - end, {
      days: (count) => say("expired {0} days earlier", count),
      hours: (count) => say("expired {0} hours earlier", count),
      minutes: (count) => say("expired {0} min earlier", count),
    }),
    say,
  )
}

/** Whether the log prints its own time. The latest past time in it is only a lower bound: it may be years younger. */
function isExact({ field }: Clock): boolean {
  return field.key === "client time"
}

function atLeast(clock: Clock, span: string, say: Say): string {
  return isExact(clock) ? span : say("{0} at least", span)
}

function atMost(clock: Clock, span: string, say: Say): string {
  return isExact(clock) ? span : say("{0} at most", span)
}

/** Which clock an age was measured by; the latest past time in a log is a lower bound only. */
export function clockTold(clock: Clock, say: Say): string {
  return isExact(clock)
    ? say("Measured by Client Time, the log's own clock.")
    : say("Measured by the latest past time in the log, which is at most as late as the log itself.")
}

/** The sentences for each unit; whole ones, because languages put the number in different places. */
interface Units {
  days(count: number): string
  hours(count: number): string
  minutes(count: number): string
}

/** Picks the unit in which the number is at least two, so that no sentence needs a singular. */
function inUnits(milliseconds: number, units: Units): string {
  if (milliseconds >= 2 * DAY) return units.days(Math.floor(milliseconds / DAY))
  if (milliseconds >= 2 * HOUR) return units.hours(Math.floor(milliseconds / HOUR))
  return units.minutes(Math.floor(milliseconds / 60_000))
}
