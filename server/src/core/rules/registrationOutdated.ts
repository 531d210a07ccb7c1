import { codeMeaning } from "../lookup.ts"
import { fieldIn } from "../query.ts"
import type { Rule } from "../rule.ts"
import type { Situation } from "../situation.ts"
import { DAY, timesIn } from "../time.ts"
import { reason } from "./story.ts"

/** All tests pass, and the failed attempt is old: what failed then may work now. */
export const registrationOutdated: Rule = {
  id: "registration-outdated",
  severity: "warning",
  phase: "join",
  summary: "The failed registration is old, and the tests pass now.",
  why: "The last attempt is more than a day older than the log, and every test passes today. Its error may be long gone.",
  fix: "Start the join again: run the scheduled task Automatic-Device-Join, or `dsregcmd /join` from an elevated prompt, and read a new log.",
  sources: [
    { page: "dsregcmd", heading: "Pre-join diagnostics", anchor: "pre-join-diagnostics" },
    { page: "entraKerberosJoin" },
  ],
  bad: [
    `
               Client Time : 2025-03-10 08:00:00.000 UTC
        DRS Discovery Test : PASS
     Previous Registration : 2025-03-04 09:16:43.000 UTC
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^ registration-outdated
               Error Phase : join
          Client ErrorCode : 0x801c0006`,
  ],
  good: [
    `
               Client Time : 2025-03-04 10:00:00.000 UTC
        DRS Discovery Test : PASS
     Previous Registration : 2025-03-04 09:16:43.000 UTC
               Error Phase : join
          Client ErrorCode : 0x801c0006`,
    `
               Client Time : 2025-03-10 08:00:00.000 UTC
        DRS Discovery Test : FAIL [0x801c0021/0x80072ee2]
     Previous Registration : 2025-03-04 09:16:43.000 UTC
               Error Phase : join
          Client ErrorCode : 0x801c0006`,
  ],
  *check(log) {
    const registration = log.registration
    const attempt = registration && fieldIn(registration.block, "Previous Registration")
    if (
      !registration ||
      registration.message?.meaning ||
      !attempt ||
      !isOutdated(log) ||
      (!registration.client && !registration.phase)
    )
      return
    const code = registration.client
    const why = reason(code, registration.phase ?? "join")
    const entry = code && codeMeaning(code.code, registration.phase ?? "join")
    yield {
      span: attempt.valueSpan,
      message: `The last attempt is days older than this log, whose tests pass${why && `; it ended with ${why}`}`,
      ...(code && { code: code.code }),
      ...(registration.phase && { phase: registration.phase }),
      ...(entry && { related: [{ span: code.span, message: "The error of that attempt" }] }),
    }
  },
}

/** Whether every test passes and the failed attempt is more than a day older than the log's own clock. */
export function isOutdated(log: Situation): boolean {
  const attempt = log.registration && fieldIn(log.registration.block, "Previous Registration")
  const [tried] = timesIn(attempt?.value ?? "")
  const clock = log.clock
  return (
    tried !== undefined &&
    clock !== undefined &&
    clock.time - tried > DAY &&
    log.tests.length > 0 &&
    log.failedTest === undefined
  )
}
