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
    reads("On the PC run `nltest /dsgetdc:{Domain}`, and note the domain controller.", {
      rights: "user",
      proves:
        "The one that it names is the one the PC asks. If it names none, bring the PC onto the company network or its VPN first.",
    }),
    reads(
      "Open ADSI Edit (`adsiedit.msc`), connect to *Configuration* on that domain controller, and look below CN=Services > CN=Device Registration Configuration for `CN=62a0ff2e-97b9-4513-943f-0d221bd30080`. In `keywords`, `azureADName:` has to be a verified domain of your tenant; on the tab Security, *Authenticated Users* have to have Read.",
      {
        rights: "directory-administrator",
        where: "active-directory",
        proves:
          "If the object is missing there and present on another domain controller, replication is the cause: `repadmin /replsummary` shows it. If a value or the permission is wrong, that is the cause.",
      },
    ),
    changes("Correct what the last step found: the replication, the permission or the value.", {
      rights: "directory-administrator",
      where: "active-directory",
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
