import { isScpAbsent } from "../evidence/tests.ts"
import { connectionPoint, discoverPhase } from "../knowledge/headings.ts"
import { startJoin } from "../knowledge/ladders.ts"
import { changes, reads } from "../knowledge/step.ts"
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
  fix: [
    reads("On the PC run `nltest /dsgetdc:DOMAIN` and see which domain controller answers.", {
      rights: "administrator",
      proves: "The one that answers is the one whose copy of the service connection point counts.",
    }),
    reads(
      "Look for the service connection point in that domain controller's configuration partition: it must be there, the computer account may read it, and its `azureADName` must be a verified domain of the right tenant.",
      {
        rights: "directory-administrator",
        where: "directory",
        proves: "If another domain controller has it, replication is the cause.",
      },
    ),
    changes("Repair the replication, the permission or the value.", {
      rights: "directory-administrator",
      where: "directory",
    }),
    startJoin,
  ],
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
