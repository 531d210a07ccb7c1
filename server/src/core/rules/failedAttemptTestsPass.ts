import { preJoinDiagnostics } from "../knowledge/headings.ts"
import { readAsSystemToo, startJoin } from "../knowledge/ladders.ts"
import { codeMeaning } from "../knowledge/lookup.ts"
import { said } from "./message.ts"
import { rule } from "./rule.ts"
import { reason, registrationStory } from "./story.ts"

/** The last attempt failed at something whose test passes now. */
export const failedAttemptTestsPass = rule({
  id: "failed-attempt-tests-pass",
  severity: "warning",
  about: ["registration"],
  ofJoin: true,
  explains: ["hybrid-join-incomplete"],
  summary: "The last attempt to join failed at something whose test passes now.",
  why: "The attempt is on record with its error, and the tests of the same phase all pass in this log. What stopped it has passed since, as a network that was not up yet, or it stops SYSTEM and not the account that ran the tests.",
  fix: [readAsSystemToo, startJoin],
  sources: [preJoinDiagnostics],
  bad: [
    `
               Client Time : 2025-03-04 09:30:00.000 UTC
        DRS Discovery Test : PASS
     Previous Registration : 2025-03-04 09:16:43.000 UTC
               Error Phase : discover
          Client ErrorCode : 0x80072ee2
                             ^^^^^^^^^^ failed-attempt-tests-pass`,
  ],
  good: [
    `
        DRS Discovery Test : PASS
     Previous Registration : 2025-03-04 09:16:43.000 UTC
               Error Phase : join
          Client ErrorCode : 0x801c03f2`,
    `
        DRS Discovery Test : FAIL [0x80072ee2]
     Previous Registration : 2025-03-04 09:16:43.000 UTC
               Error Phase : discover
          Client ErrorCode : 0x80072ee2`,
  ],
  *check(log) {
    for (const registration of log.isJoined ? [] : log.registrations) {
      const { client, phase, message, isOutdated, passesNow } = registration
      if (!client || message?.meaning || !passesNow || isOutdated) continue
      // Inspection of TLS takes the certificate of the device away and lets the tests pass.
      const entry = OF_INSPECTION.has(client.code) ? codeMeaning(client.code, phase) : undefined
      yield {
        span: client.span,
        ...said(
          reason(client, phase),
          "The last attempt failed, and its test passes now",
          "Failed, its test passes now",
        ),
        code: client.code,
        ...(entry && { entry }),
        ...(phase && { phase }),
        related: [...registrationStory(registration)].filter(({ span }) => span !== client.span),
      }
    }
  },
})

/** A client certificate that was asked for and did not come, and a certificate of the server that was not accepted. */
const OF_INSPECTION: ReadonlySet<string> = new Set(["0x80072f0c", "0x80072f8f"])
