import { mentionsIn } from "../evidence/mention.ts"
import { registerAgain } from "../knowledge/codes/registerAgain.ts"
import { postJoinAuthentication, postJoinDiagnostics } from "../knowledge/headings.ts"
import { endsSignIns } from "../knowledge/step.ts"
import { NO, YES } from "../knowledge/yesNo.ts"
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
  why: "The key that the device registered with is damaged, is gone from the TPM, or cannot be read. Without it the device cannot prove itself, and single sign-on fails.",
  fix: [
    endsSignIns("Save open work, restart the PC, and run `dsregcmd /status` from an elevated prompt.", {
      rights: "administrator",
      proves:
        "`KeySignTest : PASSED` means that the TPM was busy or locked, and the key works again: nothing more to do. The same code again means that the key is gone or damaged: go on. Never clear the TPM: that destroys every key in it.",
    }),
    endsSignIns("Let the user sign out and in, with the PC online, and wait five minutes.", {
      rights: "user",
      inLog: [
        {
          fields: ["DomainJoined"],
          when: YES,
          leaves: endsSignIns(
            "Let the user sign out and in, with the PC online and a domain controller in reach, and wait five minutes: Windows registers this PC anew by itself, without a prompt. Then read `KeySignTest` again.",
            { rights: "user", proves: "PASSED: the PC has a new key. Still FAILED: register it by hand." },
          ),
        },
        {
          fields: ["DomainJoined"],
          when: NO,
          leaves: endsSignIns(
            "Let the user sign out and in, with the PC online, and sign in with the work account when Windows asks for it. Then read `KeySignTest` again.",
            { rights: "user", proves: "PASSED: the PC has a new key. Still FAILED: register it by hand." },
          ),
        },
      ],
      proves:
        "A hybrid joined PC registers anew without a prompt, a Microsoft Entra joined one asks the user to sign in. `KeySignTest : PASSED` after that means a new key. Still FAILED: register the PC by hand.",
    }),
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
          ? [{ span: prt.valueSpan, message: "The user has no token, for the device cannot ask for one" }]
          : []),
      ],
    }
  },
})
