import { giveSystemProxy, openForJoin, proxyForSystem } from "../knowledge/codes/winhttp/advice.ts"
import { discoverPhase } from "../knowledge/headings.ts"
import { startJoin } from "../knowledge/ladders.ts"
import { askAsSystem, testAsSystem } from "../knowledge/shared.ts"
import { rule } from "./rule.ts"
import { reason, testFinding } from "./story.ts"

/** The device could not learn from the registration service where to join. */
export const drsDiscoveryFailed = rule({
  id: "drs-discovery-failed",
  severity: "error",
  about: ["failed test"],
  phase: "discover",
  explains: ["hybrid-join-incomplete"],
  summary: "Discovery of the registration service failed.",
  why: "The device asks the Device Registration Service (DRS) for the addresses to register at. Of two codes in the brackets the first is general, and the last one is the cause.",
  fix: [testAsSystem, askAsSystem, proxyForSystem, giveSystemProxy, openForJoin, startJoin],
  sources: [discoverPhase],
  bad: [
    `
     AD Configuration Test : PASS
        DRS Discovery Test : FAIL [0x801c0021/0x80072ee2]
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ drs-discovery-failed
     DRS Connectivity Test : SKIPPED
    Token acquisition Test : SKIPPED`,
    `
        DRS Discovery Test : FAIL
                             ^^^^ drs-discovery-failed`,
  ],
  good: ["        DRS Discovery Test : PASS", "        DRS Discovery Test : SKIPPED", "        DRS Discovery Test :"],
  *check(log) {
    const test = log.failedTest
    if (test && /^drs discovery/i.test(test.field.name)) {
      const why = reason(test.codes.at(-1), test.phase)
      yield { ...testFinding(log, test, "Discovery failed"), ...(why && { verdict: why }) }
    }
  },
})
