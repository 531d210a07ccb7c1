import type { CodeEntry } from "../../code.ts"
import type { Source } from "../../source.ts"
import { changes, reads } from "../../step.ts"

const knownIssues: Source = { page: "autopilotKnownIssues" }

const windowsEnrollment: Source = { page: "windowsEnrollment" }

/** Codes of Windows Autopilot, which joins and enrolls a PC while it is set up. */
export const autopilotCodes = (): readonly CodeEntry[] => [
  {
    kind: "code",
    code: "0x800705b4",
    symbols: ["ERROR_TIMEOUT"],
    places: ["enrollment"],
    title: "Autopilot: step timed out, often the TPM's attestation",
    cause:
      "Autopilot waited for a step in vain. In self-deploying mode, while it says that it secures the hardware, it is the TPM that cannot prove itself: the PC has none of version 2.0, or is a virtual machine.",
    resolution: [
      reads(
        "Run `tpmtool getdeviceinformation` (Shift+F10 opens a window during the setup): it says whether the TPM is 2.0 and capable of attestation.",
        {
          proves:
            "No TPM 2.0, or not capable of attestation: this mode cannot work on the PC. Both right: the way to the maker's certificate service is what to look at.",
          rights: "administrator",
        },
      ),
      changes("Without a TPM 2.0 of the hardware, use a user-driven Autopilot profile.", { where: "management" }),
    ],
    sources: [knownIssues, windowsEnrollment],
  },
  {
    kind: "code",
    code: "0x80070774",
    symbols: ["ERROR_DOMAIN_CONTROLLER_NOT_FOUND"],
    places: ["enrollment"],
    title: "Autopilot: no domain controller for the hybrid join",
    cause:
      "The PC could not find or reach a domain controller while Autopilot joined it to the domain, or it is in a state in which it cannot join any more.",
    resolution: [
      reads(
        "Look in Intune whether a user is assigned to the device in Autopilot. For a hybrid join none may be: it joins the PC to Microsoft Entra ID first.",
        {
          proves:
            "One is assigned: take the assignment away. None: see that the PC reaches a domain controller during the setup.",
          where: "management",
        },
      ),
      reads(
        "Check that the PC reaches a domain controller at that moment, and that the Intune Connector for Active Directory is set up for the same domain.",
        {
          where: "network",
        },
      ),
    ],
    sources: [windowsEnrollment],
  },
  {
    kind: "code",
    code: "0x81039001",
    symbols: ["E_AUTOPILOT_CLIENT_TPM_MAX_ATTESTATION_RETRY_EXCEEDED"],
    places: ["enrollment"],
    title: "Autopilot: TPM attestation failed for the moment",
    cause:
      "The attestation of the TPM was tried as often as it may be and did not succeed. It fails now and then by itself.",
    resolution: [
      changes("Start the provisioning again: the next attempt often succeeds.", {
        proves: "If it fails each time, look at the TPM with `tpmtool getdeviceinformation`.",
        rights: "user",
      }),
      reads(
        "If it does not, check that the PC reaches the addresses of the TPM's maker that Autopilot lists among its network requirements.",
        {
          where: "network",
        },
      ),
    ],
    sources: [knownIssues],
  },
  {
    kind: "code",
    code: "0x81039023",
    symbols: [],
    places: ["enrollment"],
    title: "Autopilot: TPM attestation failed on an early Windows 11",
    cause:
      "Windows 11 without the updates of May 2022 fails at the attestation of the TPM in self-deploying mode and pre-provisioning.",
    resolution: [
      reads(
        "Run `winver` from the window that Shift+F10 opens during the setup: Windows 11 with a build from before the updates of May 2022 is affected.",
        {
          proves: "An older build: update the image. A newer one: the cause is another; look at the TPM.",
          rights: "user",
        },
      ),
      changes("Install the cumulative update KB5013943 or a later one, or start from a newer installation image.", {
        rights: "administrator",
      }),
    ],
    sources: [knownIssues],
  },
  {
    kind: "code",
    code: "0x81039024",
    symbols: [],
    places: ["enrollment"],
    title: "Autopilot: TPM with a known weakness",
    cause: "The attestation stopped because the firmware of this TPM has weaknesses that are known.",
    resolution: [
      reads("Read the maker and firmware version of the TPM in `tpm.msc` or with `Get-Tpm`.", {
        proves:
          "A version that the maker lists as affected: update the firmware. One that is not: take the two values to the maker's support.",
        rights: "administrator",
      }),
      changes("Install the firmware that the maker of the PC offers for this TPM.", { rights: "administrator" }),
    ],
    sources: [knownIssues],
  },
  {
    kind: "code",
    code: "0xc1036501",
    symbols: [],
    places: ["enrollment"],
    title: "Autopilot: more than one MDM service in the tenant",
    cause:
      "Autopilot in self-deploying mode enrolls the PC without a user, so the tenant must leave no choice. It has several MDM services set up.",
    resolution: [
      reads(
        "In Microsoft Entra ID, open Mobility (MDM and WIP) and count the services with a user scope other than None.",
        {
          proves: "More than one: leave one. One or none: look at the scope of that one.",
          rights: "directory-administrator",
          where: "entra",
        },
      ),
      changes("Leave one of them, and remove or empty the others.", {
        rights: "directory-administrator",
        where: "entra",
      }),
    ],
    note: "Microsoft gives the cause; the remedy follows from it.",
    sources: [knownIssues],
  },
]
