import { postJoinDiagnostics } from "../knowledge/headings.ts"
import { readElevated } from "../knowledge/ladders.ts"
import { endsSignIns, reads } from "../knowledge/step.ts"
import { rule } from "./rule.ts"
/** Windows itself found that the device's keys do not work and waits to make new ones. */
export const deviceKeysUnusable = rule({
  id: "device-keys-unusable",
  severity: "error",
  about: ["AadRecoveryEnabled : YES", "AadRecoveryNeeded : YES"],
  phase: "post-join",
  summary: "The device's keys are unusable and wait for recovery.",
  why: "The keys that prove the device's identity cannot be used. Windows has marked them, and the next sign-in starts a recovery that registers the device again.",
  fix: [
    readElevated,
    reads("If many devices say so, look at their TPM and at how their image was made.", {
      rights: "administrator",
      proves: "An image of a PC that was joined already gives every copy keys that it cannot use.",
    }),
    endsSignIns(
      "Sign out and in again. A hybrid joined device recovers without a prompt, a Microsoft Entra joined one asks the user to sign in.",
      { rights: "user" },
    ),
  ],
  sources: [postJoinDiagnostics],
  bad: [
    `
        AadRecoveryEnabled : YES
                             ^^^ device-keys-unusable
               KeySignTest : PASSED`,
    `
         AadRecoveryNeeded : YES
                             ^^^ device-keys-unusable`,
  ],
  good: ["        AadRecoveryEnabled : NO", "         AadRecoveryNeeded : NO"],
  *check(log) {
    for (const name of ["AadRecoveryEnabled", "AadRecoveryNeeded"] as const) {
      const recovery = log.field(name)
      if (recovery && log.says(name, "YES")) {
        yield {
          span: recovery.valueSpan,
          message: "The device's keys are unusable, and the next sign-in starts a recovery",
        }
      }
    }
  },
})
