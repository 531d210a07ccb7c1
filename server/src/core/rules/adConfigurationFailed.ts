import { isScpAbsent } from "../evidence/tests.ts"
import { connectionPoint, discoverPhase } from "../knowledge/headings.ts"
import { rule } from "./rule.ts"
import { testFinding } from "./story.ts"
/** Reading the service connection point failed, for another reason than its absence. */
export const adConfigurationFailed = rule({
  id: "ad-configuration-failed",
  severity: "error",
  about: ["failed test"],
  phase: "discover",
  explains: ["hybrid-join-incomplete"],
  summary: "The service connection point could not be read from Active Directory.",
  why: "The service connection point (SCP) tells the device which tenant to join. Active Directory was reached, and reading the SCP from it failed.",
  fix: "Check that the SCP exists in the forest of the device, that the computer account may read it, and that it has replicated to the domain controller in use. Then look at the value: it must name a verified domain of the right tenant.",
  sources: [discoverPhase, connectionPoint],
  bad: [
    `
      AD Connectivity Test : PASS
     AD Configuration Test : FAIL [0x8007003a]
                             ^^^^^^^^^^^^^^^^^ ad-configuration-failed`,
    `
     AD Configuration Test : FAIL [0x801c001d]
                             ^^^^^^^^^^^^^^^^^ ad-configuration-failed`,
  ],
  good: ["     AD Configuration Test : PASS", "     AD Configuration Test : SKIPPED"],
  *check(log) {
    const test = log.failedTest
    if (test && /^ad configuration/i.test(test.field.name) && !isScpAbsent(test)) {
      yield testFinding(log, test, "The service connection point could not be read")
    }
  },
})
