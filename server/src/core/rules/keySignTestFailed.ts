import { mentionsIn } from "../evidence/mention.ts"
import { registerAgain } from "../knowledge/codes/registerAgain.ts"
import { postJoinAuthentication, postJoinDiagnostics } from "../knowledge/headings.ts"
import { endsSignIns, reads } from "../knowledge/step.ts"
import { YES } from "../knowledge/yesNo.ts"
import { said } from "./message.ts"
import { rule } from "./rule.ts"
import { reason } from "./story.ts"
/** The device cannot sign with its own key. */
export const keySignTestFailed = rule({
  id: "key-sign-test-failed",
  severity: "error",
  about: ["KeySignTest : FAIL…", "KeySignTest : ERROR…"],
  phase: "post-join",
  explains: [
    "device-keys-unusable",
    "prt-missing",
    { rule: "prt-refused", sameCode: true },
    { rule: "device-auth-not-tested", sameCode: true },
    { rule: "device-auth-failed", sameCode: true },
    { rule: "device-auth-not-tested", codes: ["0x80090011", "0x80090016", "0x80090030", "0x80284001"] },
  ],
  summary: "The device cannot use its key.",
  why: "The key that the device registered with is damaged, gone from the TPM, or not to be read. Without it the device cannot prove itself, and single sign-on fails.",
  fix: [
    reads("Run `dsregcmd /status` from an elevated prompt once more, after a restart.", {
      rights: "administrator",
      proves:
        "PASSED means that the TPM was busy or locked. The same code again means that the key is gone or damaged.",
    }),
    endsSignIns(
      "Sign out and in again: Windows registers a hybrid joined device anew without a prompt, and asks the user of a Microsoft Entra joined one. Do not clear the TPM.",
      { rights: "user" },
    ),
    registerAgain,
  ],
  sources: [postJoinDiagnostics, postJoinAuthentication],
  bad: [
    `
               KeySignTest : FAILED
                             ^^^^^^ key-sign-test-failed`,
    `
               KeySignTest: : FAILED. Error: 0x80090016
                              ^^^^^^^^^^^^^^^^^^^^^^^^^ key-sign-test-failed`,
    `
               KeySignTest : FAILED. ERROR:80090016
                             ^^^^^^^^^^^^^^^^^^^^^^ key-sign-test-failed`,
  ],
  good: [
    "               KeySignTest : PASSED",
    "               KeySignTest: : MUST Run elevated to test.",
    "               KeySignTest :",
    "               KeySignTest : [redacted]",
  ],
  *check(log) {
    const test = log.field("KeySignTest")
    if (!test || !/^(?:FAIL|ERROR)/i.test(test.value)) return
    const code = mentionsIn(test).at(-1)
    const why = reason(code, "post-join")
    const prt = log.field("AzureAdPrt")
    const recovery = [log.field("AadRecoveryEnabled"), log.field("AadRecoveryNeeded")].find((field) =>
      YES.test(field?.value ?? ""),
    )
    yield {
      span: test.valueSpan,
      ...said(why, "The device cannot use its key"),
      ...(code && { code: code.code }),
      related: [
        ...(recovery ? [{ span: recovery.valueSpan, message: "Windows starts a recovery at the next sign-in" }] : []),
        ...(prt && log.says("AzureAdPrt", "NO")
          ? [{ span: prt.valueSpan, message: "No token, from the same cause" }]
          : []),
      ],
    }
  },
})
