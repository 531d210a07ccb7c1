import { shared } from "../shared.ts"
import type { Source } from "../source.ts"
import { changes, endsSignIns } from "../step.ts"
import { NO, YES } from "../yesNo.ts"

/** How a device is registered again, by join type. */
export const registerAgainSteps: Source = {
  page: "faq",
  heading: "I disabled or deleted my device, but the local state on the device says it's registered. What should I do?",
  anchor: "i-disabled-or-deleted-my-device--but-the-local-state-on-the-device-says-it-s-registered--what-should-i-do",
}

/** What helps where a PC stays unjoined, in some cases. */
export const leftOver: Source = {
  page: "stateRoaming",
  heading: "Verify the device registration status",
  anchor: "verify-the-device-registration-status",
}

/** The switches of manage-bde: https://learn.microsoft.com/windows-server/administration/windows-commands/manage-bde-protectors. */
const HYBRID =
  "Bring the PC onto the company network or its VPN, and keep its BitLocker recovery key first: from an elevated prompt `manage-bde -protectors -get C:` shows the key and its ID, but stores neither. Write the 48 digits down away from this PC, or put them into Active Directory with `manage-bde -protectors -adbackup C: -id ID`. Then, at the same prompt, run `dsregcmd /leave`, and sign out and in: the hybrid join then runs anew, within some minutes. Until it is done there is no single sign-on, and Windows Hello may have to be set up again."

const ENTRA =
  "Run `dsregcmd /forcerecovery` as an administrator, choose *Sign in* in the window that opens, sign in with the work account, then sign out and in. Never run `/leave` on a PC of this type that is in use: after that nobody can sign in with a Microsoft Entra account."

/** The one safe command for each join type: `/leave` would lock the users of an Entra joined PC out. */
export const registerAgain = shared(
  endsSignIns(`Register the PC again, by its join type. Hybrid joined: ${HYBRID} Microsoft Entra joined: ${ENTRA}`, {
    rights: "administrator",
    inLog: [
      {
        fields: ["AzureAdJoined"],
        when: NO,
        leaves: changes(
          "This PC is not joined, and may hold the rest of an earlier registration: run `dsregcmd /leave` from an elevated prompt, restart, and let it join again, which Microsoft says may help. It takes no sign-in away, as none goes by that registration.",
          { rights: "administrator" },
        ),
      },
      {
        fields: ["DomainJoined"],
        when: YES,
        leaves: endsSignIns(`Register the PC again. ${HYBRID}`, { rights: "administrator" }),
      },
      {
        fields: ["DomainJoined"],
        when: NO,
        leaves: endsSignIns(`Register the PC again. ${ENTRA}`, { rights: "administrator" }),
      },
    ],
  }),
)
