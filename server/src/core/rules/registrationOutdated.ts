import { preJoinDiagnostics } from "../knowledge/headings.ts"
import { readJoinTask, startJoin } from "../knowledge/ladders.ts"
import { fieldIn } from "../log/query.ts"
import { said } from "./message.ts"
import { rule } from "./rule.ts"
import { reason } from "./story.ts"
/** All tests pass, and the failed attempt is old: what failed then may work now. */
export const registrationOutdated = rule({
  id: "registration-outdated",
  severity: "warning",
  about: ["registration"],
  phase: "join",
  explains: ["hybrid-join-incomplete"],
  summary: "The failed registration is old, and no test fails now.",
  why: "The last attempt is more than a day older than the log, and none of the tests in it fails. The error of that attempt may be long gone.",
  fix: [readJoinTask, startJoin],
  sources: [preJoinDiagnostics, { page: "entraKerberosJoin" }],
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
    for (const registration of log.isJoined ? [] : log.registrations) {
      const attempt = fieldIn(registration.block, "Previous Registration")
      const code = registration.client
      if (registration.message?.meaning || !attempt || !registration.isOutdated) continue
      if (!code && !registration.phase) continue
      const why = reason(code, registration.phase ?? "join")
      yield {
        span: attempt.valueSpan,
        ...said(
          why,
          "The last attempt failed more than a day before this log, in which no test fails",
          "The last attempt is over a day old, and no test fails now",
        ),
        ...(code && {
          code: code.code,
          related: [{ span: code.span, message: "The error of that attempt", sameFailure: true }],
        }),
        ...(registration.phase && { phase: registration.phase }),
      }
    }
  },
})
