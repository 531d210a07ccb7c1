import { joinPhase } from "../knowledge/headings.ts"
import { startJoin } from "../knowledge/ladders.ts"
import { codeMeaning } from "../knowledge/lookup.ts"
import { reads } from "../knowledge/step.ts"
import { said } from "./message.ts"
import { rule } from "./rule.ts"
import { reason, registrationStory } from "./story.ts"

/** The registration service was busy or had a fault of its own; the device is not to blame. */
export const registrationServiceFault = rule({
  id: "registration-service-fault",
  severity: "warning",
  about: ["registration"],
  ofJoin: true,
  explains: ["hybrid-join-incomplete"],
  summary: "The registration service was busy or had a fault.",
  why: "The request reached the Device Registration Service (DRS), and the service could not serve it. Such failures are on the side of the service and usually pass.",
  fix: [
    reads(
      "Look at Health > Service health in the Microsoft 365 admin center, and note {Request Id} and the time {Previous Registration}.",
      {
        rights: "directory-administrator",
        where: "entra",
        proves:
          "If Microsoft reports a fault, wait until it is over: the PC tries again by itself every hour. If the same code comes back for hours without one, Microsoft Support finds the request by the two.",
      },
    ),
    startJoin,
  ],
  sources: [joinPhase],
  bad: [
    `
     Previous Registration : 2025-03-04 09:16:43.000 UTC
               Error Phase : join
          Client ErrorCode : 0x801c0006
                             ^^^^^^^^^^ registration-service-fault
              Https Status : 500`,
    `
     Previous Registration : 2025-03-04 09:16:43.000 UTC
               Error Phase : discover
          Client ErrorCode : 0x801c0025
                             ^^^^^^^^^^ registration-service-fault`,
  ],
  good: [
    `
     Previous Registration : 2025-03-04 09:16:43.000 UTC
               Error Phase : join
          Client ErrorCode : 0x801c03f2`,
  ],
  *check(log) {
    for (const registration of log.isJoined ? [] : log.registrations) {
      const { client, phase } = registration
      if (!client || !/^0x801c00(?:06|25)$/.test(client.code) || registration.message?.meaning) continue
      if (!registration.standsAlone || registration.isOutdated || registration.passesNow) continue
      const entry = codeMeaning(client.code, phase)
      yield {
        span: client.span,
        ...said(reason(client, phase), "The registration request was not served"),
        code: client.code,
        ...(phase && { phase }),
        ...(entry && { entry }),
        related: [...registrationStory(registration)].filter(({ span }) => span !== client.span),
      }
    }
  },
})
