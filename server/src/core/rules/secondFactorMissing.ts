import { deviceSettings } from "../knowledge/headings.ts"
import { reads } from "../knowledge/step.ts"
import { rule } from "./rule.ts"
import { serverMessageFindings } from "./serverMessageRule.ts"

/** The tenant asks for a second factor where somebody joins a device. */
export const secondFactorMissing = rule({
  id: "second-factor-missing",
  severity: "error",
  about: ["registration"],
  phase: "join",
  explains: ["hybrid-join-incomplete", "registration-failed"],
  summary: "Joining a device takes a second factor here, and none was given.",
  why: "The registration service says in its message that multifactor authentication is required. The sign-in that the join came with had one factor only.",
  fix: [
    reads(
      "In the Microsoft Entra admin center open Entra ID > Monitoring & health > Sign-in logs, and look at the user's sign-in of that minute, tab Authentication Details.",
      {
        rights: "directory-administrator",
        where: "entra",
        proves:
          "If a second factor was asked for and not given, let the user repeat the join with it at hand. If it was never asked for, the policy leaves out the app that joins: correct the policy.",
      },
    ),
  ],
  sources: [deviceSettings],
  bad: [
    `
               Error Phase : join
          Client ErrorCode : 0x801c03ed
            Server Message : Multi-factor authentication is required to join this device.
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ second-factor-missing`,
  ],
  good: ["            Server Message : Your request is throttled temporarily. Please try after 300 seconds."],
  *check(log) {
    yield* serverMessageFindings(log, "second-factor-missing", "Joining takes a second factor, and none was given")
  },
})
