import { debugFailuresOf } from "../evidence/joinDebug.ts"
import { mentionsIn } from "../evidence/mention.ts"
import { joinErrorCode } from "../knowledge/headings.ts"
import { readRegistrationEvents } from "../knowledge/ladders.ts"
import { phaseName } from "../knowledge/lookup.ts"
import { reads } from "../knowledge/step.ts"
import { fieldIn } from "../log/query.ts"
import { said } from "./message.ts"
import { rule } from "./rule.ts"
import { reason } from "./story.ts"

/** An attempt to join that a later one follows. */
export const earlierAttemptFailed = rule({
  id: "earlier-attempt-failed",
  severity: "info",
  about: ["registration", "join debug"],
  summary: "An earlier attempt to join failed as well.",
  why: "The log holds several attempts. Windows tries a federated join first and the join by sync right after it, so the earlier failure may be of another way to join. What the last attempt says decides.",
  fix: [
    reads(
      "Follow the code of the last attempt first. Then decide whether the PC has to join at once, by AD FS, or may wait for the sync.",
      {
        rights: "directory-administrator",
        where: "federation-service",
        proves:
          "If it may wait, an earlier failure of the federated attempt can stay. If not, follow the code of that attempt too.",
      },
    ),
    readRegistrationEvents,
  ],
  sources: [joinErrorCode],
  bad: [
    `
     Previous Registration : 2025-03-04 09:16:43.000 UTC
               Error Phase : auth
          Client ErrorCode : 0xcaa90017
                             ^^^^^^^^^^ earlier-attempt-failed
     Previous Registration : 2025-03-04 09:16:49.000 UTC
               Error Phase : join
          Client ErrorCode : 0x801c000e`,
    `
AutoEnrollAsComputer: Unable to retrieve access token. GetComputerTokenForADRS failed with error 0xcaa9002c.
                                                                                                 ^^^^^^^^^^ earlier-attempt-failed
DsrCmdJoinHelper::Join: Federated ADRS join failed with error 0xcaa1000e. Try synchronized join.
DsrDeviceAutoJoin failed 0x801c03f2.`,
  ],
  good: [
    `
     Previous Registration : 2025-03-04 09:16:43.000 UTC
               Error Phase : auth
          Client ErrorCode : 0xcaa90017`,
  ],
  *check(log) {
    for (const { block, client, phase, message } of log.isJoined ? [] : log.earlierRegistrations) {
      const place = client?.span ?? message?.field.valueSpan ?? fieldIn(block, "Previous Registration")?.valueSpan
      if (!place) continue
      const code = client ?? (message && mentionsIn(message.field)[0])
      const why = message?.meaning?.title ?? reason(code, phase)
      yield {
        span: place,
        ...said(
          why,
          `An earlier attempt failed${phase ? ` in the ${phaseName(phase)}` : ""}`,
          "An earlier attempt failed",
        ),
        ...(code && { code: code.code }),
      }
    }
    for (const section of log.isJoined ? [] : log.capture.sections) {
      if (section.id !== "join-debug") continue
      for (const { root, phase } of debugFailuresOf(section).slice(0, -1)) {
        yield {
          span: root.span,
          ...said(
            reason(root, phase),
            `An earlier attempt failed in the ${phaseName(phase)}`,
            "An earlier attempt failed",
          ),
          code: root.code,
        }
      }
    }
  },
})
