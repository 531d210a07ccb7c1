import { type Mention, mentionsIn } from "../evidence/mention.ts"
import type { Registration } from "../evidence/registrations.ts"
import { SCP_NOT_READ } from "../evidence/tests.ts"
import { joinErrorCode } from "../knowledge/headings.ts"
import { readRegistrationEvents, startJoin } from "../knowledge/ladders.ts"
import { codeMeaning, phaseName } from "../knowledge/lookup.ts"
import { reads } from "../knowledge/step.ts"
import { fieldIn } from "../log/query.ts"
import { verdictOn } from "./message.ts"
import { type Finding, rule } from "./rule.ts"
import { attemptFailed, reason, registrationStory } from "./story.ts"
/** The last attempt to register ended with an error that has no rule of its own. */
export const registrationFailed = rule({
  id: "registration-failed",
  severity: "error",
  about: ["registration"],
  ofJoin: true,
  explains: ["hybrid-join-incomplete"],
  summary: "The last attempt to register the device failed.",
  why: "The block `Previous Registration` keeps the last failed attempt: `Error Phase` says how far it came, `Client ErrorCode` why it ended.",
  fix: [
    reads(
      "Read `Server Message` in the block `Previous Registration`, and look up `Client ErrorCode` for the phase that `Error Phase` names.",
      {
        rights: "user",
        inLog: [
          { fields: ["Server Message"], leaves: "The server said {0}. Its words are nearest to the cause." },
          {
            fields: ["Client ErrorCode"],
            leaves: reads(
              "On any PC with Windows run `certutil -error` with {0}: it prints the name and the text that Windows has for this number.",
              {
                rights: "user",
                proves:
                  "A name and a text: they tell what Windows means by it. Nothing is found: only Microsoft Support knows it; keep what the next step names.",
              },
            ),
          },
        ],
        proves: "If the server says something, its words are nearest to the cause. If not, the code is all there is.",
      },
    ),
    readRegistrationEvents,
    reads(
      "Note {Request Id} and the time {Previous Registration} before you start a new attempt, which overwrites them.",
      {
        rights: "user",
        proves: "If the new attempt fails too, Microsoft Support finds the request by the two.",
      },
    ),
    startJoin,
  ],
  sources: [joinErrorCode],
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
    for (const registration of log.isJoined ? [] : log.registrations) {
      if (registration.message?.meaning || !registration.standsAlone) continue
      if (registration.isOutdated || registration.passesNow) continue
      const finding = registration.client
        ? codeFinding(registration, registration.client)
        : (phaseFinding(registration) ?? serverFinding(registration))
      if (finding) yield finding
    }
  },
})

function codeFinding(registration: Registration, client: Mention): Finding | undefined {
  const { phase, message } = registration
  const answer = message && mentionsIn(message.field)[0]
  // The server's own code is nearer to the cause than that of the client; one that is not known never hides it.
  const root = answer && codeMeaning(answer.code, phase) ? answer : client
  if (OWN_RULES.has(root.code)) return undefined
  const entry = codeMeaning(root.code, phase)
  const unknown = answer && answer !== root ? `; dsreg does not know ${answer.code}` : ""
  const why = `${reason(root, phase)}${unknown}`
  return {
    span: root.span,
    ...attemptFailed(registration, why),
    verdict: verdictOn(root.code, why),
    code: root.code,
    ...(entry && { entry }),
    ...(phase && { phase }),
    related: [...registrationStory(registration)].filter(
      ({ span }) => !(span.start <= root.span.start && root.span.end <= span.end),
    ),
  }
}

function phaseFinding(registration: Registration): Finding | undefined {
  const { block, phase } = registration
  const named = fieldIn(block, "Error Phase")
  if (!phase || !named || fieldIn(block, "Client ErrorCode")) return undefined
  return {
    span: named.valueSpan,
    message: `The last registration attempt failed in the ${phaseName(phase)}; the log gives no code`,
    verdict: "the log gives no code",
    phase,
  }
}

/** A server code alone is an answer of the registration service, so the join phase it was. */
function serverFinding({ block, daysBefore }: Registration): Finding | undefined {
  const answer = fieldIn(block, "Server ErrorCode")
  const code = answer && mentionsIn(answer)[0]
  if (!code || fieldIn(block, "Client ErrorCode")) return undefined
  const entry = codeMeaning(code.code, "join")
  const why = reason(code, "join")
  return {
    span: code.span,
    ...attemptFailed({ phase: "join", daysBefore }, why),
    verdict: why,
    code: code.code,
    ...(entry && { entry }),
    phase: "join",
  }
}

/** Codes that weigh otherwise and have rules of their own. */
const OWN_RULES: ReadonlySet<string> = new Set(["0x801c0006", "0x801c0025", SCP_NOT_READ])
