import { precheckPhase } from "../knowledge/headings.ts"
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
  fix: "Bring the device onto the corporate network or the VPN and run the join again. If it is already there, check DNS for the domain and the computer's secure channel (`nltest /sc_verify:DOMAIN`).",
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
      yield testFinding(log, log.failedTest, "The device does not reach a domain controller")
    }
  },
})
