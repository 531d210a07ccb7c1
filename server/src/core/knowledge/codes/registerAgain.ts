import { shared } from "../shared.ts"
import type { Source } from "../source.ts"
import { endsSignIns } from "../step.ts"
import { NO, YES } from "../yesNo.ts"

/** How a device is registered again, by join type. */
export const registerAgainSteps: Source = {
  page: "faq",
  heading: "I disabled or deleted my device, but the local state on the device says it's registered. What should I do?",
  anchor: "i-disabled-or-deleted-my-device--but-the-local-state-on-the-device-says-it-s-registered--what-should-i-do",
}

/** The one safe command for each join type: `/leave` would lock the users of an Entra joined PC out. */
export const registerAgain = shared(
  endsSignIns(
    "Register the PC again, by its join type. Hybrid joined: keep a copy of the BitLocker recovery key, run `dsregcmd /leave` from an elevated prompt, then sign out and in. Microsoft Entra joined: run `dsregcmd /forcerecovery` as an administrator, never `/leave`, after which nobody can sign in with a Microsoft Entra account.",
    {
      rights: "administrator",
      inLog: [
        {
          fields: ["DomainJoined"],
          when: YES,
          leaves: endsSignIns(
            "Register the PC again: keep a copy of the BitLocker recovery key, run `dsregcmd /leave` from an elevated prompt, then sign out and in, and the hybrid join runs anew.",
            { rights: "administrator" },
          ),
        },
        {
          fields: ["DomainJoined"],
          when: NO,
          leaves: endsSignIns(
            "Register the PC again: run `dsregcmd /forcerecovery` as an administrator, never `/leave`, after which nobody can sign in with a Microsoft Entra account.",
            { rights: "administrator" },
          ),
        },
      ],
    },
  ),
)
