import { giveSystemProxy, openForJoin, proxyForSystem } from "../knowledge/codes/winhttp/advice.ts"
import { joinPhase, preJoinDiagnostics } from "../knowledge/headings.ts"
import { startJoin } from "../knowledge/ladders.ts"
import { askAsSystem, testAsSystem } from "../knowledge/shared.ts"
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
  fix: [testAsSystem, askAsSystem, proxyForSystem, giveSystemProxy, openForJoin, startJoin],
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
