import { shared } from "../../shared.ts"
import type { Source } from "../../source.ts"
import { reads } from "../../step.ts"

export const otherConsiderations: Source = {
  page: "hybridPlan",
  heading: "Other considerations",
  anchor: "other-considerations",
}

export const antiHammering: Source = { page: "tpm", heading: "Anti-hammering", anchor: "anti-hammering" }

/** The names and meanings of the NTE_ numbers in winerror.h. */
export const nteNumber: Source = { page: "comErrors", heading: "COM Error Codes (Security and Setup)" }

export const readTpm = shared(
  reads("Run `Get-Tpm` in an elevated PowerShell window and read `TpmPresent`, `TpmReady` and `LockedOut`.", {
    rights: "administrator",
    proves:
      "True, True and False: the TPM works. `LockedOut : True`: wait until the lock ends. `TpmReady : False`: `tpm.msc` says what it lacks. `TpmPresent : False`: it is off in the firmware, or there is none.",
  }),
)

export const waitOutLock = shared(
  reads(
    "Leave the PC switched on for 10 minutes; sleep counts as on, while hibernation and power-off may not. A TPM 2.0 forgets one failed attempt every 10 minutes.",
    { rights: "user" },
  ),
)

export const keepTpm =
  "Do not clear the TPM: that destroys keys in it, and users may then have to remove their accounts and add them again."
