import { isScpAbsent } from "../evidence/tests.ts"
import { connectionPoint, discoverPhase } from "../knowledge/headings.ts"
import { rule } from "./rule.ts"
import { testFinding } from "./story.ts"

/** No service connection point: hybrid join was never set up for this device, on purpose or not. */
export const scpNotFound = rule({
  id: "scp-not-found",
  severity: "warning",
  about: ["failed test"],
  phase: "discover",
  explains: ["hybrid-join-incomplete"],
  summary: "There is no service connection point for this device.",
  why: "Neither the registry of the device nor Active Directory holds a service connection point (SCP), so the device does not know which tenant to join. That is a fault only where this PC is meant to be hybrid joined: an absent SCP is normal where hybrid join is not used, and in a targeted rollout outside its pilot group.",
  fix: "If this PC is meant to be hybrid joined, configure the SCP with Microsoft Entra Connect, or write the client-side registry values of a targeted deployment. If not, there is nothing to do.",
  sources: [discoverPhase, connectionPoint, { page: "hybridControl" }],
  bad: [
    `
     AD Configuration Test : FAIL [0x80070002]
                             ^^^^^^^^^^^^^^^^^ scp-not-found
        DRS Discovery Test : SKIPPED

     Previous Registration : 2026-02-10 03:48:42.000 UTC
               Error Phase : discover
          Client ErrorCode : 0x801c001d`,
  ],
  good: ["     AD Configuration Test : PASS"],
  *check(log) {
    const test = log.failedTest
    if (test && /^ad configuration/i.test(test.field.name) && isScpAbsent(test)) {
      yield {
        ...testFinding(log, test, ""),
        message:
          "No service connection point was found, which is a fault only if this PC is meant to be hybrid joined (0x80070002)",
      }
    }
  },
})
