import { testedAsUser } from "../evidence/session.ts"
import { DAY } from "../evidence/time.ts"
import { joinPhase, preJoinDiagnostics } from "../knowledge/headings.ts"
import { readSyncScope } from "../knowledge/joinLadders.ts"
import { readAsSystemToo, readJoinTask, startJoin } from "../knowledge/ladders.ts"
import { fieldIn } from "../log/query.ts"
import { said } from "./message.ts"
import { rule } from "./rule.ts"
import { registrationReason } from "./story.ts"

/** The last attempt to join is more than a week old, although nothing keeps the PC from trying. */
export const joinTaskIdle = rule({
  id: "join-task-idle",
  severity: "error",
  about: ["Previous Registration"],
  ofJoin: true,
  explains: [
    "hybrid-join-incomplete",
    "registration-outdated",
    "device-object-not-found",
    "computer-sid-mismatch",
    "registration-throttled",
  ],
  summary: "The PC has not tried to join for more than a week.",
  why: "Windows starts the task that joins at each sign-in and every hour. By the log's own clock the last attempt is more than seven days back and no test fails: the task is disabled or does not run, or the computer object never reaches Microsoft Entra ID.",
  fix: [readJoinTask, ...readSyncScope, readAsSystemToo, startJoin],
  sources: [joinPhase, preJoinDiagnostics, { page: "registration" }],
  bad: [
    `
             AzureAdJoined : NO
              DomainJoined : YES
               Client Time : 2025-06-10 08:00:00.000 UTC
        DRS Discovery Test : PASS
     Previous Registration : 2025-04-28 08:12:41.000 UTC
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^ join-task-idle
               Error Phase : join
          Client ErrorCode : 0x801c03f2`,
  ],
  good: [
    `
             AzureAdJoined : NO
              DomainJoined : YES
               Client Time : 2025-06-10 08:00:00.000 UTC
        DRS Discovery Test : PASS
     Previous Registration : 2025-06-08 08:12:41.000 UTC
               Error Phase : join
          Client ErrorCode : 0x801c03f2`,
  ],
  *check(log) {
    const { clock } = log
    if (log.joinType !== "domain-joined" || clock?.field.key !== "client time") return
    for (const registration of log.registrations) {
      const { block, client, isOutdated } = registration
      const attempt = fieldIn(block, "Previous Registration")
      const [tried] = log.timesOf(attempt)
      if (!attempt || tried === undefined || !isOutdated || clock.time - tried <= 7 * DAY) continue
      const why = registrationReason(registration)
      const asUser = testedAsUser(log)
      yield {
        span: attempt.valueSpan,
        ...said(
          why,
          `No attempt to join for more than a week, although no test fails${asUser ? " for the user" : ""}${why && "; the last one"}`,
          `No attempt for over a week${why && "; the last"}`,
        ),
        ...(client && { code: client.code }),
        related: [
          { span: clock.field.valueSpan, message: "The log's own clock" },
          ...(asUser ? [{ span: asUser.valueSpan, message: "Tested as a user: the join runs as SYSTEM" }] : []),
        ],
      }
    }
  },
})
