import { codeMeaning, phaseName } from "../lookup.ts"
import { fieldIn } from "../query.ts"
import type { Rule } from "../rule.ts"
import { isOutdated } from "./registrationOutdated.ts"
import { reason, registrationStory, standsAlone } from "./story.ts"

/** The last attempt to register ended with an error that has no rule of its own. */
export const registrationFailed: Rule = {
  id: "registration-failed",
  severity: "error",
  phase: "join",
  summary: "The last attempt to register the device failed.",
  why: "The block `Previous Registration` keeps the last failed attempt: `Error Phase` says how far it came, `Client ErrorCode` why it ended.",
  fix: "Follow the steps of the code. For a case with Microsoft support note `Request Id` and the time of the attempt, which is UTC.",
  sources: [
    {
      page: "hybridJoin",
      heading: "Step 3: Find the phase in which the join failed, and the error code",
      anchor: "step-3-find-the-phase-in-which-the-join-failed-and-the-error-code",
    },
  ],
  bad: [
    `
     Previous Registration : 2025-03-04 09:16:43.000 UTC
               Error Phase : join
          Client ErrorCode : 0x801c000e
                             ^^^^^^^^^^ registration-failed
              Https Status : 400`,
    `
     Previous Registration : 2025-03-04 09:16:43.000 UTC
               Error Phase : auth
                             ^^^^ registration-failed`,
  ],
  good: [
    `
        DRS Discovery Test : FAIL [0x801c0021/0x80072ee2]
     Previous Registration : 2025-03-04 09:16:43.000 UTC
               Error Phase : discover
          Client ErrorCode : 0x801c0021`,
    `
     Previous Registration : 2025-03-04 09:16:43.000 UTC
               Error Phase : join
          Client ErrorCode : 0x0`,
  ],
  *check(log) {
    const registration = log.registration
    if (!registration || registration.message?.meaning || !standsAlone(log) || isOutdated(log)) return
    const phase = registration.phase
    const where = phase
      ? `The last registration attempt failed in the ${phaseName(phase)}`
      : "The last registration attempt failed"
    const client = registration.client
    if (client && OWN_RULES.has(client.code)) return
    if (client) {
      const entry = codeMeaning(client.code, phase ?? "join")
      yield {
        span: client.span,
        message: `${where}: ${reason(client, phase ?? "join")}`,
        code: client.code,
        ...(entry && { entry }),
        ...(phase && { phase }),
        related: [...registrationStory(registration)].filter((related) => related.span !== client.span),
      }
      return
    }
    const named = fieldIn(registration.block, "Error Phase")
    if (phase && named && !fieldIn(registration.block, "Client ErrorCode")) {
      yield { span: named.valueSpan, message: `${where}; the log gives no code`, phase }
    }
  },
}

/** Codes that weigh otherwise and have rules of their own. */
const OWN_RULES: ReadonlySet<string> = new Set(["0x801c0006", "0x801c0025"])
