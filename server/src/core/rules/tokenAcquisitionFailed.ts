import { authenticationPhase, claims } from "../knowledge/headings.ts"
import { readRegistrationEvents, startJoin } from "../knowledge/ladders.ts"
import { changes, reads } from "../knowledge/step.ts"
import { rule } from "./rule.ts"
import { testFinding } from "./story.ts"
/** The federation service gave no token, and nothing is there to fall back to. */
export const tokenAcquisitionFailed = rule({
  id: "token-acquisition-failed",
  severity: "error",
  about: ["failed test"],
  phase: "auth",
  explains: ["hybrid-join-incomplete"],
  summary: "The device got no access token for the registration service.",
  why: "In a federated domain the computer account signs in to the federation service over WS-Trust. That failed, and the fallback to a join by sync is not enabled.",
  fix: [
    readRegistrationEvents,
    reads(
      "Check on AD FS that the WS-Trust endpoints for Windows authentication are enabled, and that the metadata exchange endpoint names them.",
      {
        rights: "directory-administrator",
        where: "federation-service",
        proves: "An endpoint that is off or not named there is the cause.",
      },
    ),
    changes(
      "Enable `windowstransport` for the intranet, where it is off. Without a provider that speaks WS-Trust, let the PCs join by sync instead.",
      {
        rights: "directory-administrator",
        where: "federation-service",
      },
    ),
    startJoin,
  ],
  sources: [authenticationPhase, claims],
  bad: [
    `
     DRS Connectivity Test : PASS
    Token acquisition Test : FAIL [0xcaa90017]
                             ^^^^^^^^^^^^^^^^^ token-acquisition-failed
     Fallback to Sync-Join : DISABLED`,
  ],
  good: [
    "    Token acquisition Test : PASS",
    `
    Token acquisition Test : SKIPPED
     Fallback to Sync-Join : DISABLED`,
  ],
  *check(log) {
    const test = log.failedTest
    if (test && /^token/i.test(test.field.name) && !log.says("Fallback to Sync-Join", "ENABLED")) {
      yield testFinding(log, test, "No access token for the registration service", "No access token")
    }
  },
})
