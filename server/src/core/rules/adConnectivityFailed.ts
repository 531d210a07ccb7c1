import { carriedCode } from "../knowledge/codeNumber.ts"
import { precheckPhase } from "../knowledge/headings.ts"
import { controllerCommands, findController } from "../knowledge/joinLadders.ts"
import { faultOnlyIf, ON_NETWORK } from "./message.ts"
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
  fix: findController,
  sources: [precheckPhase, ...controllerCommands],
  bad: [
    `
      AD Connectivity Test : FAIL [0x8007054b]
                             ^^^^^^^^^^^^^^^^^ ad-connectivity-failed
     AD Configuration Test : SKIPPED
        DRS Discovery Test : SKIPPED`,
    `
      AD Connectivity Test : FAIL [1355]
                             ^^^^^^^^^^^ ad-connectivity-failed`,
  ],
  good: ["      AD Connectivity Test : PASS", "      AD Connectivity Test : SKIPPED"],
  *check(log) {
    if (log.failedTest?.phase === "precheck") {
      const own = log.failedTest.codes.at(-1)?.code ?? ""
      const code = carriedCode(own) ?? own
      if (NOT_OF_REACH.has(code)) yield testFinding(log, log.failedTest, "The test of the domain failed")
      else {
        const found = testFinding(
          log,
          log.failedTest,
          "The device does not reach a domain controller",
          "No domain controller",
        )
        yield { ...found, verdict: faultOnlyIf(ON_NETWORK, found) }
      }
    }
  },
})

/** Not a question of reach: access denied, sign-in refused, no trust with the computer account. */
const NOT_OF_REACH: ReadonlySet<string> = new Set([
  "0x80070005",
  "0x8007052e",
  "0x800706fc",
  "0x800706fd",
  "0x800706fe",
  "0x80070721",
])
