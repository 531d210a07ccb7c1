import { registerAgain } from "../knowledge/codes/registerAgain.ts"
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
  explains: ["prt-missing"],
  summary: "The device's keys are unusable and wait for recovery.",
  why: "The keys that prove the device's identity cannot be used. Windows has marked them, and the next sign-in starts a recovery that registers the device again.",
  fix: [
    readElevated,
    reads("If several PCs say so, look at whether they come from one image, and run `dsregcmd /status` on it.", {
      rights: "administrator",
      proves:
        "With `AzureAdJoined : YES` on the image, every PC made from it has keys that it cannot use: take the image out of the join first.",
    }),
    endsSignIns(
      "Let the user sign out and in, with the PC online. Then read `KeySignTest` again, as an administrator.",
      {
        rights: "user",
        proves:
          "A hybrid joined PC recovers without a prompt, a Microsoft Entra joined one asks the user to sign in. PASSED after that means new keys. FAILED: register the PC by hand.",
      },
    ),
    registerAgain,
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
