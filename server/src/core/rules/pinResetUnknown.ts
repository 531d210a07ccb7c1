import { userState } from "../knowledge/headings.ts"
import { rule } from "./rule.ts"
/** How the PIN could be reset was not to be read. */
export const pinResetUnknown = rule({
  id: "pin-reset-unknown",
  severity: "warning",
  about: ["CanReset : Unknown"],
  phase: "post-join",
  summary: "How the PIN can be reset could not be read.",
  why: "dsregcmd could not find out whether the PIN of Windows Hello can be reset with or without losing its keys.",
  fix: "Run `dsregcmd /status` again in the user's own session. If it stays, look at the event log HelloForBusiness.",
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
