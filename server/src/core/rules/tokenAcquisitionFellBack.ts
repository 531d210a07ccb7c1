import { authenticationPhase } from "../knowledge/headings.ts"
import { waitForSync, windowsEndpoints } from "../knowledge/joinLadders.ts"
import { reads } from "../knowledge/step.ts"
import { rule } from "./rule.ts"
import { testFinding } from "./story.ts"
/** The federation service gave no token; the join goes on by sync. */
export const tokenAcquisitionFellBack = rule({
  id: "token-acquisition-fell-back",
  severity: "warning",
  about: ["failed test"],
  phase: "auth",
  explains: ["hybrid-join-incomplete"],
  whateverCode: true,
  summary: "The device got no access token; the join falls back to sync.",
  why: "The sign-in to the federation service failed. Because the fallback to a join by sync is enabled, the device can still join once its object has been synchronized, only later.",
  fix: [
    reads(
      "Decide whether the PCs have to join at once, by AD FS or another federation service, or may wait for the sync of their computer objects.",
      {
        rights: "directory-administrator",
        where: "federation-service",
        proves:
          "If they may wait, this failure can stay: go on with the sync, behind the next step. If not, the next step repairs the endpoints of AD FS.",
      },
    ),
    windowsEndpoints,
    ...waitForSync,
  ],
  sources: [authenticationPhase, { page: "enableEndpoint" }],
  bad: [
    `
    Token acquisition Test : FAIL [0xcaa90023]
                             ^^^^^^^^^^^^^^^^^ token-acquisition-fell-back
     Fallback to Sync-Join : ENABLED`,
  ],
  good: [
    `
    Token acquisition Test : PASS
     Fallback to Sync-Join : ENABLED`,
  ],
  *check(log) {
    const test = log.failedTest
    if (test && /^token/i.test(test.field.name) && log.says("Fallback to Sync-Join", "ENABLED")) {
      yield testFinding(
        log,
        test,
        "No access token, so the join falls back to sync",
        "No token, so the join goes by sync",
      )
    }
  },
})
