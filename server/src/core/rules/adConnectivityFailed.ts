import { precheckPhase } from "../knowledge/headings.ts"
import { startJoin } from "../knowledge/ladders.ts"
import { changes, reads } from "../knowledge/step.ts"
import { rule } from "./rule.ts"
import { testFinding } from "./story.ts"
/** No domain controller in reach, so the join stops before it begins. */
export const adConnectivityFailed = rule({
  id: "ad-connectivity-failed",
  severity: "error",
  about: ["failed test"],
  phase: "precheck",
  explains: ["hybrid-join-incomplete"],
  summary: "The device does not reach a domain controller.",
  why: "A hybrid join starts by reading from Active Directory. Without a domain controller in sight, every later step is skipped.",
  fix: [
    reads("On the PC run `nltest /dsgetdc:DOMAIN`, on the company network or its VPN.", {
      rights: "administrator",
      proves: "A domain controller that answers there means that only the network was missing.",
    }),
    reads(
      "If none answers, check that the PC asks a DNS server of the domain, and the secure channel with `nltest /sc_verify:DOMAIN`.",
      {
        rights: "administrator",
        proves:
          "A DNS server of somebody else knows no domain controllers. A broken secure channel is to be repaired first.",
      },
    ),
    changes("Bring the PC onto that network, or its VPN up before the join.", { rights: "user" }),
    startJoin,
  ],
  sources: [precheckPhase],
  bad: [
    `
      AD Connectivity Test : FAIL [0x8007054b]
                             ^^^^^^^^^^^^^^^^^ ad-connectivity-failed
     AD Configuration Test : SKIPPED
        DRS Discovery Test : SKIPPED`,
  ],
  good: ["      AD Connectivity Test : PASS", "      AD Connectivity Test : SKIPPED"],
  *check(log) {
    if (log.failedTest?.phase === "precheck") {
      yield testFinding(log, log.failedTest, "The device does not reach a domain controller", "No domain controller")
    }
  },
})
