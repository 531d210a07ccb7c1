import { userState } from "../knowledge/headings.ts"
import { readAsUser } from "../knowledge/ladders.ts"
import { reads } from "../knowledge/step.ts"
import { rule } from "./rule.ts"
/** How the PIN could be reset was not to be read. */
export const pinResetUnknown = rule({
  id: "pin-reset-unknown",
  severity: "warning",
  about: ["CanReset : Unknown"],
  phase: "post-join",
  summary: "How the PIN can be reset could not be read.",
  why: "dsregcmd could not find out whether the PIN of Windows Hello can be reset with or without losing its keys.",
  fix: [
    readAsUser,
    reads("If it stays, look at the event log HelloForBusiness.", {
      rights: "user",
      proves: "An error there at the time of the run says more than this word.",
    }),
  ],
  sources: [userState],
  bad: [
    `
                    NgcSet : YES
                  CanReset : Unknown
                             ^^^^^^^ pin-reset-unknown`,
  ],
  good: ["                  CanReset : DestructiveOnly", "                  CanReset : DestructiveAndNonDestructive"],
  *check(log) {
    const reset = log.field("CanReset")
    if (reset && log.says("CanReset", "Unknown") && !log.withoutUser) {
      yield { span: reset.valueSpan, message: "How the PIN can be reset could not be read" }
    }
  },
})
