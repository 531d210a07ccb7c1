import { userState } from "../knowledge/headings.ts"
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
    reads(
      "In the session of the user, from a command prompt without elevation, run `dsregcmd /status` once more and read `CanReset`.",
      {
        rights: "user",
        proves:
          "Another word than Unknown: it was the moment or the account that asked, and nothing is wrong. Unknown again: go on.",
      },
    ),
    reads(
      "In Event Viewer open Applications and Services Logs > Microsoft > Windows > HelloForBusiness > Operational, and read the errors of the time of that run.",
      {
        rights: "user",
        proves:
          "An error there says why the keys of Windows Hello could not be asked: follow its code. None: leave it as long as the PIN works; who forgets it sets up Windows Hello anew.",
      },
    ),
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
