import { joinPhase } from "../knowledge/headings.ts"
import { waitForSync } from "../knowledge/joinLadders.ts"
import { rule } from "./rule.ts"
import { serverMessageFindings } from "./serverMessageRule.ts"
/** The certificate known to Microsoft Entra ID is not the one the device signed with. */
export const computerSidMismatch = rule({
  id: "computer-sid-mismatch",
  severity: "warning",
  about: ["registration"],
  phase: "join",
  explains: ["hybrid-join-incomplete", "token-acquisition-fell-back"],
  summary: "The device's certificate has not been synchronized yet.",
  why: "In a join by sync the device proves itself with a certificate on its computer object. The copy in Microsoft Entra ID is another one, usually because the sync has not finished.",
  fix: waitForSync,
  sources: [joinPhase],
  bad: [
    `
          Client ErrorCode : 0x801c0002
          Server ErrorCode : AuthenticationError
            Server Message : The verification of the target computer's SID failed.
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ computer-sid-mismatch`,
  ],
  good: ["            Server Message : The device object by the given id (e92325d0) is not found."],
  check: (log) =>
    serverMessageFindings(log, "computer-sid-mismatch", "The device's certificate is not synchronized yet"),
})
