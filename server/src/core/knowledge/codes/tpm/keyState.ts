import type { CodeEntry } from "../../code.ts"
import { deviceDetails, joinPhase, postJoinDiagnostics } from "../../headings.ts"
import { keyTested, startJoin } from "../../ladders.ts"
import { changes, endsSignIns, reads } from "../../step.ts"
import { helloRemedies, repeatSetup } from "../helloAdvice.ts"
import { registerAgain, registerAgainSteps } from "../registerAgain.ts"
import { antiHammering, keepTpm, nteNumber, otherConsiderations, readTpm, waitOutLock } from "./advice.ts"

/** Codes of key storage (NTE) about a key that is missing, locked or not usable. */
export const keyStateCodes = (): readonly CodeEntry[] => [
  {
    kind: "code",
    code: "0x8009000b",
    symbols: ["NTE_BAD_KEY_STATE"],
    places: ["any"],
    title: "key not usable in its state",
    cause: "The key exists, but the state it is in does not allow this operation.",
    resolution: [
      reads("On a joined PC, read `KeySignTest` in `dsregcmd /status` from an elevated prompt.", {
        proves:
          "FAILED with this number: the device key is in that state; look at the TPM next. PASSED: see in the event which key was meant; that of Windows Hello is made anew by a new setup of the PIN.",
        inLog: keyTested,
        rights: "administrator",
      }),
      readTpm,
    ],
    sources: [nteNumber, postJoinDiagnostics, { page: "tpm", heading: "TPM Cmdlets", anchor: "tpm-cmdlets" }],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x8009000d",
    symbols: ["NTE_NO_KEY"],
    places: ["any"],
    title: "key does not exist",
    cause: "A key was asked for that does not exist on this PC.",
    resolution: [
      reads(
        "Find out whose key is missing. `KeySignTest : FAILED` in a log from an elevated prompt means the device's; for Windows Hello, `certutil -csp \"Microsoft Passport Key Storage Provider\" -key` lists the user's keys.",
        {
          proves:
            "The device's: it comes back only with a new registration. A user's: set up the PIN again. Neither: the program that asked had a key of its own.",
          rights: "administrator",
        },
      ),
      reads(
        "Ask whether the TPM was cleared, or the PC restored from an image, shortly before. Either can take keys away.",
        { rights: "user" },
      ),
    ],
    sources: [nteNumber, postJoinDiagnostics, joinPhase],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80090011",
    symbols: ["NTE_NOT_FOUND"],
    places: ["any", "hello"],
    title: "key or container not found",
    cause: "The key or key container that the operation needs was not found.",
    resolution: [
      reads("Before anything is registered anew, read `KeySignTest` in a log from an elevated prompt.", {
        proves:
          "PASSED: the device's own key is there, so leave the registration alone and repeat the setup of Windows Hello. FAILED: the device key is gone too, and only a new registration brings one.",
        inLog: keyTested,
        rights: "administrator",
      }),
      repeatSetup,
      "Only if Windows Hello cannot be set up in any other way, go on to a new registration.",
      registerAgain,
    ],
    note: "The remedy on the Hello page is to leave Microsoft Entra ID and join again. The check with `KeySignTest` is our addition, to see first whether the device keys are affected at all.",
    sources: [helloRemedies, registerAgainSteps, postJoinDiagnostics, nteNumber],
  },
  {
    kind: "code",
    code: "0x80090011",
    symbols: ["NTE_NOT_FOUND"],
    places: ["join"],
    title: "key for the registration not found",
    cause:
      "The registration needs a key that Windows does not find, most likely one that an earlier registration of this PC speaks of and that went with its TPM or its image.",
    resolution: [
      reads(
        "Run `Get-Tpm` in an elevated PowerShell window and read `TpmReady`. Ask whether the TPM was cleared, or the PC set up from an image.",
        {
          rights: "administrator",
          proves:
            "`TpmReady : False`: no key can be made; `tpm.msc` says what the TPM lacks. True, and it was cleared or came from an image: the old keys are gone; register the PC again.",
        },
      ),
      registerAgain,
    ],
    note: "Microsoft explains the number for Windows Hello; what it means in a join is inferred from its name.",
    confidence: "inferred",
    sources: [nteNumber, registerAgainSteps],
  },
  {
    kind: "code",
    code: "0x80090016",
    symbols: ["NTE_BAD_KEYSET"],
    places: ["any", "join"],
    title: "key set does not exist",
    cause:
      "The keys that Windows expects for this PC are not there. That happens when the TPM was cleared, or when the PC was set up from an image of a PC that had already been joined or registered.",
    resolution: [
      reads(
        "Run `dsregcmd /status` from an elevated prompt and read `KeySignTest`: FAILED confirms that the device keys are gone. Where `AadRecoveryEnabled` is YES, Windows makes new ones at the next sign-in, so sign out and in before anything else.",
        {
          proves:
            "No such line: the PC is not joined, and nothing is lost; go on with the image. PASSED: the device keys are there now; start the join again if the PC is not joined, and let the user sign out and in if it is.",
          inLog: keyTested,
          rights: "administrator",
        },
      ),
      reads(
        "If several PCs from one image show it, run `dsregcmd /status` on the PC that the image was taken from, before it is captured.",
        {
          rights: "user",
          proves:
            "`AzureAdJoined : YES` or `WorkplaceJoined : YES`: the image carries a registration that no copy can use; on that PC, which nobody works at, run `dsregcmd /leave` from an elevated prompt, disconnect work accounts, and capture the image anew. Both NO: the image is right; go on.",
        },
      ),
      registerAgain,
      endsSignIns(
        "After that, users set up Windows Hello again. If work accounts still fail, they remove those accounts and add them again.",
        { rights: "user" },
      ),
    ],
    note: keepTpm,
    sources: [joinPhase, postJoinDiagnostics, registerAgainSteps, otherConsiderations],
  },
  {
    kind: "code",
    code: "0x80090029",
    symbols: ["NTE_NOT_SUPPORTED"],
    places: ["any"],
    title: "operation not supported",
    cause: "The key storage provider does not support what it was asked for.",
    resolution: [
      reads("Compare `KeyProvider` and `TpmProtected` with those of a PC of the same model that works.", {
        rights: "user",
        proves:
          "A software provider here and a TPM there: see why this PC's TPM was not used. The same on both: the program asks the provider for something that it cannot do.",
      }),
      readTpm,
    ],
    sources: [nteNumber, deviceDetails],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80090029",
    symbols: ["NTE_NOT_SUPPORTED"],
    places: ["hello"],
    title: "TPM not set up",
    cause: "Windows Hello wants to use the TPM, and the TPM has not been prepared.",
    resolution: [
      reads("Run `Get-Tpm` in an elevated PowerShell window, and read whether `TpmReady` is there and what it says.", {
        proves:
          "`TpmReady : False`: that is the cause; go on. True: it is prepared by now; set up Windows Hello again. `TpmPresent : False`: there is none, or it is off in the firmware.",
        rights: "administrator",
      }),
      changes("As an administrator, open `tpm.msc` and choose Prepare the TPM under Actions.", {
        rights: "administrator",
      }),
    ],
    note: "Prepare is not Clear: clearing a TPM that is in use destroys the keys in it.",
    sources: [helloRemedies],
  },
  {
    kind: "code",
    code: "0x80090030",
    symbols: ["NTE_DEVICE_NOT_READY"],
    places: ["any"],
    title: "key device not ready",
    cause:
      "The key lies in a device, for a joined PC the TPM (the security chip of the PC), and that device was not ready for use.",
    resolution: [
      reads("Run `Get-Tpm` in an elevated PowerShell window and read `TpmPresent`, `TpmReady` and `LockedOut`.", {
        rights: "administrator",
        proves:
          "`TpmReady : True` and `LockedOut : False`: the TPM works now, so the failure was one of the moment. `LockedOut : True`: wait until the lock ends (`LockoutHealTime`). `TpmReady : False`: `tpm.msc` says what it lacks. `TpmPresent : False`: the TPM is off in the firmware, or broken.",
      }),
      endsSignIns("Save open work, restart the PC, and run `dsregcmd /status` from an elevated prompt.", {
        rights: "administrator",
        proves:
          "If the code is gone, nothing is left to do. If it comes back, look at the System log in Event Viewer for the sources TPM and TPM-WMI, and update the firmware of the TPM. Never clear the TPM: that destroys every key in it.",
      }),
    ],
    sources: [nteNumber, { page: "tpm", heading: "TPM Cmdlets", anchor: "tpm-cmdlets" }],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80090031",
    symbols: ["NTE_AUTHENTICATION_IGNORED"],
    places: ["hello"],
    title: "TPM locked",
    cause:
      "The TPM's guard against guessing is active. Until it lets go, the TPM ignores what it is given, the right PIN included.",
    resolution: [
      reads(
        "Run `Get-Tpm` in an elevated PowerShell window and read `LockedOut` and `LockoutHealTime`: the second says how long the lock lasts.",
        {
          proves: "`LockedOut : True`: wait so long, with the PC on. False: the lock has ended; set up the PIN again.",
          rights: "administrator",
        },
      ),
      waitOutLock,
      endsSignIns("Then restart the PC and set up the PIN again.", { rights: "user" }),
    ],
    note: "As its last step the Hello page names resetting or clearing the TPM. The hybrid join page warns against that, for it destroys keys.",
    sources: [helloRemedies, antiHammering, joinPhase, nteNumber],
  },
  {
    kind: "code",
    code: "0x80090031",
    symbols: ["NTE_AUTHENTICATION_IGNORED"],
    places: ["join"],
    title: "TPM locked out",
    cause:
      "The TPM has locked itself after too many failed authorizations, and key operations for the join are refused. The state is temporary.",
    resolution: [
      reads("Run `Get-Tpm` in an elevated PowerShell window and read `LockedOut`.", {
        rights: "administrator",
        proves: "True: the TPM is locked; wait. False: the lock has ended; start the join.",
      }),
      waitOutLock,
      startJoin,
    ],
    note: keepTpm,
    sources: [joinPhase, antiHammering, nteNumber],
  },
  {
    kind: "code",
    code: "0x80090035",
    symbols: ["NTE_DEVICE_NOT_FOUND"],
    places: ["hello"],
    title: "policy asks for a TPM, none found",
    cause: "The Windows Hello for Business policy demands a TPM, and this PC has none.",
    resolution: [
      reads("Run `Get-Tpm` in an elevated PowerShell window and read `TpmPresent`.", {
        proves:
          "True: the policy is met now; repeat the setup. False on a PC that has a TPM: switch it on in the firmware. False on one without: the policy or the PC has to be another.",
        rights: "administrator",
      }),
      "Without a TPM, use another PC, or change the Windows Hello for Business policy so that it does not demand one.",
    ],
    note: "The symbol is that of the Windows headers; the Hello page gives none.",
    sources: [helloRemedies],
  },
]
