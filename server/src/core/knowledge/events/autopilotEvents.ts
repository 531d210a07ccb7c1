import type { Source } from "../source.ts"
import type { EventEntry } from "./eventEntry.ts"

const source: Source = { page: "autopilotTroubleshooting" }

const of = {
  kind: "event-entry",
  log: "ModernDeployment-Diagnostics-Provider",
  about: "setup",
  sources: [source],
} as const

/** What Windows Autopilot writes while a PC is set up, before it joins. Its log is called Autopilot. */
export const autopilotEvents: readonly EventEntry[] = [
  {
    ...of,
    id: 153,
    title: "state of the Autopilot profile changed",
    sentences: ["autopilotmanager reported the state changed from"],
    read: "The state behind it: ProfileState_Available says that a profile came.",
    nature: "information",
  },
  {
    ...of,
    id: 160,
    title: "Autopilot begins to fetch its profile",
    sentences: ["autopilotretrievesettings beginning acquisition"],
    nature: "information",
  },
  {
    ...of,
    id: 161,
    title: "Autopilot profile fetched",
    sentences: ["autopilotmanager retrieve settings succeeded"],
    nature: "success",
  },
  {
    ...of,
    id: 163,
    title: "Autopilot profile there already",
    sentences: ["autopilotmanager determined download is not required"],
    meaning: "The PC keeps the profile it has; only resetting or generalizing it takes the profile away.",
    nature: "information",
  },
  {
    ...of,
    id: 164,
    title: "Autopilot may go online for its profile",
    sentences: ["autopilotmanager determined internet is available"],
    nature: "information",
  },
  {
    ...of,
    id: 171,
    title: "TPM of the PC not attested",
    sentences: ["autopilotmanager failed to set tpm identity confirmed"],
    meaning: "The proof of the TPM, which self-deploying mode and pre-provisioning need, did not come about.",
    read: "The HRESULT at the end.",
    nature: "failure",
  },
  {
    ...of,
    id: 172,
    title: "Autopilot profile not made available",
    sentences: ["autopilotmanager failed to set autopilot profile as available"],
    meaning: "Usually it follows from event 171, and has the same cause.",
    read: "Event 171 of the same minute, then the HRESULT at the end.",
    nature: "failure",
  },
  {
    ...of,
    id: 807,
    title: "PC not registered with Autopilot",
    sentences: ["ztddeviceisnotregistered"],
    meaning: "No hardware hash of this PC is known to Windows Autopilot, or none was when it asked.",
    read: "Whether the serial number stands under Windows Autopilot devices in Intune.",
    nature: "failure",
  },
  {
    ...of,
    id: 809,
    title: "Autopilot profile of the PC deleted",
    sentences: ["ztddevicehasnoassignedprofile - assigned profile does not exist"],
    meaning: "The profile that the PC was assigned to is gone, and its assignment was left behind.",
    read: "Assign another profile, then enroll the PC again.",
    nature: "failure",
  },
  {
    ...of,
    id: 815,
    title: "no Autopilot profile assigned",
    sentences: ["ztddevicehasnoassignedprofile"],
    meaning: "The PC is registered, but neither it nor the tenant as a default has a profile.",
    read: "Which group the profile is assigned to, and whether the PC is in it.",
    nature: "failure",
  },
  {
    ...of,
    id: 908,
    title: "hardware does not match the Autopilot registration",
    sentences: ["serialnumbermismatch", "productkeyidmismatch"],
    meaning: "Serial number or product key are others than those that were registered, as after a new mainboard.",
    read: "Take the PC out of Windows Autopilot, and register it with its new hardware hash.",
    nature: "failure",
  },
]
