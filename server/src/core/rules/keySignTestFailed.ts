import { mentionsIn } from "../evidence/mention.ts"
import { postJoinAuthentication, postJoinDiagnostics } from "../knowledge/headings.ts"
import { rule } from "./rule.ts"
import { reason } from "./story.ts"
/** The device cannot sign with its own key. */
export const keySignTestFailed = rule({
  id: "key-sign-test-failed",
  severity: "error",
  about: ["KeySignTest : FAIL…", "KeySignTest : ERROR…"],
  phase: "post-join",
  explains: ["device-keys-unusable", "prt-missing"],
  summary: "The device cannot use its key.",
  why: "The key that the device registered with is damaged, gone from the TPM, or not to be read. Without it the device cannot prove itself, and single sign-on fails.",
  fix: "A new registration makes new keys. Windows starts that at the next sign-in: silently for a hybrid joined device, with a prompt for a Microsoft Entra joined one. Do not clear the TPM.",
  sources: [postJoinDiagnostics, postJoinAuthentication],
  bad: [
    `
               KeySignTest : FAILED
                             ^^^^^^ key-sign-test-failed`,
    `
               KeySignTest: : FAILED. Error: 0x80090016
                              ^^^^^^^^^^^^^^^^^^^^^^^^^ key-sign-test-failed`,
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
      /^YES$/i.test(field?.value ?? ""),
    )
    yield {
      span: test.valueSpan,
      message: `The device cannot use its key${why && `: ${why}`}`,
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
