import { carriedCode } from "../knowledge/codeNumber.ts"
import { precheckPhase } from "../knowledge/headings.ts"
import { startJoin } from "../knowledge/ladders.ts"
import { changes, reads } from "../knowledge/step.ts"
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
  fix: [
    reads("On the PC run `nltest /dsgetdc:DOMAIN` with the DNS name of the domain.", {
      rights: "user",
      proves:
        "If it names a domain controller, the network was missing at the time of the log only: start the join. If it fails, no domain controller is found from here: go on.",
    }),
    reads(
      "Check that the PC is on the company network or its VPN, and that `nslookup -type=srv _ldap._tcp.dc._msdcs.DOMAIN` lists domain controllers.",
      {
        rights: "user",
        proves:
          "If the list is empty or an error, the PC asks the wrong DNS server: `ipconfig /all` shows which. If it lists some, a firewall is in between: `Test-NetConnection NAME -Port 389` with one of them.",
      },
    ),
    reads("When a domain controller is found, run `nltest /sc_verify:DOMAIN` from an elevated prompt.", {
      rights: "administrator",
      proves:
        "`NERR_Success`: the PC and the domain trust each other. An error: repair that first, with `Test-ComputerSecureChannel -Repair` in an elevated PowerShell window.",
    }),
    changes("Connect the PC to the company network, or start its VPN, and keep it connected during the join.", {
      rights: "user",
      proves: "When `nltest` names a domain controller there, start the join.",
    }),
    startJoin,
  ],
  sources: [precheckPhase],
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
