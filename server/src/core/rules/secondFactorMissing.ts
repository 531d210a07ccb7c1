import { deviceSettings } from "../knowledge/headings.ts"
import { giveSecondFactor, mfaSetup, registerAction } from "../knowledge/joinLadders.ts"
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
  fix: giveSecondFactor,
  sources: [deviceSettings, registerAction, mfaSetup],
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
