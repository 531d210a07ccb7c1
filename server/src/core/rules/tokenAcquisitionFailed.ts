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
      "On the AD FS server run `Get-AdfsEndpoint -AddressPath /adfs/services/trust/13/windowstransport` and read `Enabled`, and the same for `/adfs/services/trust/2005/windowstransport` and `/adfs/services/trust/mex`.",
      {
        rights: "administrator",
        where: "federation-service",
        proves:
          "`False` at one of the first two: the computer account has no way to sign in. `False` at the last: the PC cannot learn the other addresses. All `True`: look in AD FS > Admin in Event Viewer on that server, at the time of event 305.",
      },
    ),
    changes(
      "If an endpoint is off, enable it with `Enable-AdfsEndpoint -TargetAddressPath` and its path, then restart the service AD FS; the `windowstransport` ones are for the intranet only. If your federation service does not offer WS-Trust, let the PCs join by sync instead.",
      { rights: "administrator", where: "federation-service" },
    ),
    startJoin,
  ],
  sources: [authenticationPhase, claims, { page: "enableEndpoint" }],
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
