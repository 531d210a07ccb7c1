import type { CaseFacts, TestFact } from "../../evidence/caseFacts.ts"
import { preJoinDiagnostics } from "../../knowledge/headings.ts"
import { changes, reads } from "../../knowledge/step.ts"
import { caseRule, historiesOf } from "./caseRule.ts"

/** A test that passes for the user and fails for SYSTEM, which is the one that joins. */
export const testsDifferByAccount = caseRule({
  id: "tests-differ-by-account",
  severity: "info",
  summary: "A test ends otherwise for SYSTEM than for the user.",
  why: "Two logs of one computer stand together, one with the tests of a user, one with those of SYSTEM. The join runs as SYSTEM, so that its tests count. What only SYSTEM lacks is most often the proxy, which the user gets from their own settings.",
  fix: [
    reads("Compare `netsh winhttp show proxy` with the proxy or the script in the user's settings.", {
      rights: "administrator",
      proves: "A proxy that only the user has is the cause, where the test fails with a code of the network.",
    }),
    changes("Give SYSTEM the proxy too, and let it pass the computer account without a login.", {
      rights: "administrator",
    }),
  ],
  sources: [preJoinDiagnostics],
  bad: [
    `
              DomainJoined : YES
               Device Name : desk-1.contoso.com
              User Context : UN-ELEVATED User
        DRS Discovery Test : PASS
                             ^^^^ tests-differ-by-account

PS> dsregcmd /status
              DomainJoined : YES
               Device Name : desk-1.contoso.com
              User Context : SYSTEM
        DRS Discovery Test : FAIL [0x80072ee2]
                             ^^^^^^^^^^^^^^^^^ tests-differ-by-account`,
  ],
  good: [
    `
               Device Name : desk-1.contoso.com
              User Context : SYSTEM
        DRS Discovery Test : FAIL [0x80072ee2]

PS> dsregcmd /status
               Device Name : desk-1.contoso.com
              User Context : SYSTEM
        DRS Discovery Test : PASS`,
  ],
  *compare(logs) {
    for (const history of historiesOf(logs)) {
      const [system = -1, user = -1] = ["system", "user"].map((as) =>
        history.find((index) => logs[index]?.context?.value === as),
      )
      const ofUser = different(logs[user], logs[system])
      const ofSystem = different(logs[system], logs[user])
      if (!ofUser || !ofSystem) continue
      yield { of: system, finding: { span: ofSystem.span, message: "For the user this test ends otherwise" } }
      yield {
        of: user,
        finding: {
          span: ofUser.span,
          message: "As SYSTEM, which joins, this test ends otherwise: see the other log of this device",
          // What passes here stops the join there.
          ...(ofUser.value === "PASS" && { phase: ofUser.phase, explains: ["join-task-not-run"] }),
        },
      }
    }
  },
})

/** The first test that ends otherwise in another log. */
function different(log: CaseFacts | undefined, other: CaseFacts | undefined): TestFact | undefined {
  return [...(log?.tests ?? [])].find(([name, { value }]) => {
    const there = other?.tests.get(name)
    return there && there.value !== value
  })?.[1]
}
