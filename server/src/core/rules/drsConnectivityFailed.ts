import { joinPhase, preJoinDiagnostics } from "../knowledge/headings.ts"
import { startJoin } from "../knowledge/ladders.ts"
import { testAsSystem } from "../knowledge/shared.ts"
import { changes } from "../knowledge/step.ts"
import { rule } from "./rule.ts"
import { testFinding } from "./story.ts"
/** Discovery worked, and the registration service itself is out of reach. */
export const drsConnectivityFailed = rule({
  id: "drs-connectivity-failed",
  severity: "error",
  about: ["failed test"],
  phase: "join",
  explains: ["hybrid-join-incomplete"],
  summary: "The registration service cannot be reached.",
  why: "Discovery named the addresses of the Device Registration Service (DRS), and the connection to them failed. The device would fail to register for the same reason.",
  fix: [
    testAsSystem,
    changes(
      "Let the proxy pass the computer account without a prompt, and exempt `enterpriseregistration.windows.net` from TLS inspection.",
      { where: "network" },
    ),
    startJoin,
  ],
  sources: [preJoinDiagnostics, joinPhase],
  bad: [
    `
        DRS Discovery Test : PASS
     DRS Connectivity Test : FAIL [0x80072efe]
                             ^^^^^^^^^^^^^^^^^ drs-connectivity-failed
    Token acquisition Test : SKIPPED`,
  ],
  good: ["     DRS Connectivity Test : PASS", "     DRS Connectivity Test : SKIPPED"],
  *check(log) {
    const test = log.failedTest
    if (test && /^drs connectivity/i.test(test.field.name)) {
      yield testFinding(log, test, "The registration service cannot be reached", "Not reached")
    }
  },
})
