import type { CodeEntry } from "../code.ts"
import { deviceDetails, joinPhase, postJoinDiagnostics } from "../headings.ts"
import { shared } from "../shared.ts"
import type { Source } from "../source.ts"
import { changes, endsSignIns, reads } from "../step.ts"

const fipsQuestion: Source = {
  page: "faq",
  heading: "Does Windows 10/11 device registration in Microsoft Entra support TPMs in FIPS mode?",
  anchor: "does-windows-10-11-device-registration-in-microsoft-entra-support-tpms-in-fips-mode",
}

const otherConsiderations: Source = {
  page: "hybridPlan",
  heading: "Other considerations",
  anchor: "other-considerations",
}

const antiHammering: Source = { page: "tpm", heading: "Anti-hammering", anchor: "anti-hammering" }

/** The names and meanings of the NTE_ numbers in winerror.h. */
const nteNumber: Source = { page: "comErrors", heading: "COM Error Codes (Security and Setup)" }

/** The names and meanings of the TPM_ and TBS_ numbers in winerror.h. */
const tpmNumber: Source = { page: "tpmErrors" }

/** Hello errors that Microsoft gives a remedy for. */
export const helloRemedies: Source = { page: "helloErrors", heading: "Error mitigations", anchor: "error-mitigations" }

/** Hello errors that Microsoft sends to its support. */
export const helloUnknown: Source = {
  page: "helloErrors",
  heading: "Errors with unknown mitigation",
  anchor: "errors-with-unknown-mitigation",
}

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
    { rights: "administrator" },
  ),
)

/** What Microsoft advises for every Windows Hello error before anything else. */
export const repeatSetup = shared(
  "In Windows Hello, repeat the setup: at once, after signing out and in, and after a restart. Some of these errors pass by themselves.",
)

/** For the Hello codes whose remedy Microsoft keeps to its support. */
export const askSupport = shared(
  "Microsoft publishes no remedy for this code in Windows Hello. If repeating does not help, give it to Microsoft Support.",
)

const readTpm = shared(
  reads("Run `Get-Tpm` in an elevated PowerShell window and read `TpmPresent`, `TpmReady` and `LockedOut`.", {
    rights: "administrator",
  }),
)

const testDeviceKeys = shared(
  reads(
    "On a joined PC, run `dsregcmd /status` from an elevated prompt and read `KeySignTest`: PASSED means that the device keys work.",
    { rights: "administrator" },
  ),
)

const waitOutLock = shared(
  "Leave the PC switched on for 10 minutes; sleep counts as on, while hibernation and power-off may not. A TPM 2.0 forgets one failed attempt every 10 minutes.",
)

const joinWithoutTpm = shared(
  "From Windows 10 version 1809 on, Windows notices a failing TPM by itself and completes the hybrid join without it. `TpmProtected : NO` is then the normal outcome.",
)

const numberOnly =
  "Windows defines the number. No Microsoft page ties it to device registration, so the advice is inferred from its meaning."

const keepTpm =
  "Do not clear the TPM: that destroys keys in it, and users may then have to remove their accounts and add them again."

/** Codes of the TPM, of the services before it, and of the key storage that joins and Windows Hello use. */
export const tpmCodes: readonly CodeEntry[] = [
  {
    kind: "code",
    code: "0x80070057",
    symbols: ["E_INVALIDARG"],
    places: ["hello"],
    title: "invalid argument during the Hello setup",
    cause: "While Windows Hello was being set up, one part of Windows passed another an argument it does not accept.",
    resolution: [repeatSetup, askSupport],
    sources: [helloUnknown],
  },
  {
    kind: "code",
    code: "0x80090003",
    symbols: ["NTE_BAD_KEY"],
    places: ["any"],
    title: "bad key",
    cause: "Key storage was handed a key that it regards as bad.",
    resolution: [testDeviceKeys],
    note: numberOnly,
    sources: [nteNumber, postJoinDiagnostics],
  },
  {
    kind: "code",
    code: "0x80090005",
    symbols: ["NTE_BAD_DATA"],
    places: ["any", "hello"],
    title: "bad data for a key operation",
    cause: "Key storage got data that it cannot use. The number does not tell which.",
    resolution: [
      repeatSetup,
      "If Windows Hello keeps failing with it, the key on this PC has to be replaced together with the registration.",
      registerAgain,
    ],
    note: "The Hello page says only: leave Microsoft Entra ID and join again. Outside Windows Hello no remedy is documented.",
    sources: [helloRemedies, registerAgainSteps, nteNumber],
  },
  {
    kind: "code",
    code: "0x8009000b",
    symbols: ["NTE_BAD_KEY_STATE"],
    places: ["any"],
    title: "key not usable in its state",
    cause: "The key exists, but the state it is in does not allow this operation.",
    resolution: [testDeviceKeys, readTpm],
    note: numberOnly,
    sources: [nteNumber, postJoinDiagnostics, { page: "tpm", heading: "TPM Cmdlets", anchor: "tpm-cmdlets" }],
  },
  {
    kind: "code",
    code: "0x8009000d",
    symbols: ["NTE_NO_KEY"],
    places: ["any"],
    title: "key does not exist",
    cause: "A key was asked for that does not exist on this PC.",
    resolution: [
      testDeviceKeys,
      "Ask whether the TPM was cleared, or the PC restored from an image, shortly before. Either can take keys away.",
    ],
    note: numberOnly,
    sources: [nteNumber, postJoinDiagnostics, joinPhase],
  },
  {
    kind: "code",
    code: "0x8009000f",
    symbols: ["NTE_EXISTS"],
    places: ["any", "hello"],
    title: "key or container already exists",
    cause:
      "A new key or key container was to be created under a name that is taken already, for example by an earlier Windows Hello setup.",
    resolution: [
      repeatSetup,
      "If Windows Hello keeps running into the old container, a new registration is what remains.",
      registerAgain,
    ],
    note: "The Hello page gives leaving and joining again as the remedy. That the old container comes from an earlier setup is inferred.",
    sources: [helloRemedies, registerAgainSteps, nteNumber],
  },
  {
    kind: "code",
    code: "0x80090010",
    symbols: ["NTE_PERM"],
    places: ["any", "hello"],
    title: "access to a key denied",
    cause: "Key storage denied access: the account that made the call has no right to the key.",
    resolution: [
      repeatSetup,
      "Outside Windows Hello, see whether the command needs elevation. Of the checks in `dsregcmd /status`, `KeySignTest` does.",
      askSupport,
    ],
    sources: [helloUnknown, nteNumber, postJoinDiagnostics],
  },
  {
    kind: "code",
    code: "0x80090011",
    symbols: ["NTE_NOT_FOUND"],
    places: ["any", "hello"],
    title: "key or container not found",
    cause: "The key or key container that the operation needs was not found.",
    resolution: [
      repeatSetup,
      testDeviceKeys,
      "Only if Windows Hello cannot be set up in any other way, go on to a new registration.",
      registerAgain,
    ],
    note: "The remedy on the Hello page is to leave Microsoft Entra ID and join again. The check with `KeySignTest` is our addition, to see first whether the device keys are affected at all.",
    sources: [helloRemedies, registerAgainSteps, postJoinDiagnostics, nteNumber],
  },
  {
    kind: "code",
    code: "0x80090016",
    symbols: ["NTE_BAD_KEYSET"],
    places: ["join"],
    title: "key set does not exist",
    cause:
      "The keys that Windows expects for this PC are not there. That happens when the TPM was cleared, or when the PC was set up from an image of a PC that had already been joined or registered.",
    resolution: [
      "If several PCs from one image show it, correct the image: the PC it is taken from must not be Microsoft Entra joined, hybrid joined or registered.",
      registerAgain,
      endsSignIns(
        "After that, users set up Windows Hello again. If work accounts still fail, they remove those accounts and add them again.",
        { rights: "user" },
      ),
    ],
    note: keepTpm,
    sources: [joinPhase, registerAgainSteps, otherConsiderations],
  },
  {
    kind: "code",
    code: "0x80090020",
    symbols: ["NTE_FAIL"],
    places: ["any", "hello"],
    title: "internal error in key storage",
    cause: "Something failed inside key storage. This is its most general error.",
    resolution: [repeatSetup, readTpm, askSupport],
    note: "Reading the TPM state is our suggestion; the Hello page names neither cause nor remedy.",
    sources: [helloUnknown, nteNumber],
  },
  {
    kind: "code",
    code: "0x80090027",
    symbols: ["NTE_INVALID_PARAMETER"],
    places: ["any", "hello"],
    title: "wrong parameter for key storage",
    cause: "A program called key storage with a wrong parameter.",
    resolution: [
      repeatSetup,
      "If the call came from a program that is not Microsoft's, its maker has to correct it.",
      askSupport,
    ],
    sources: [helloUnknown, nteNumber],
  },
  {
    kind: "code",
    code: "0x80090029",
    symbols: ["NTE_NOT_SUPPORTED"],
    places: ["any"],
    title: "operation not supported",
    cause: "The key storage provider does not support what it was asked for.",
    resolution: [
      reads("Compare `KeyProvider` and `TpmProtected` with those of a PC of the same model that works."),
      readTpm,
    ],
    note: numberOnly,
    sources: [nteNumber, deviceDetails],
  },
  {
    kind: "code",
    code: "0x80090029",
    symbols: ["NTE_NOT_SUPPORTED"],
    places: ["hello"],
    title: "TPM not set up",
    cause: "Windows Hello wants to use the TPM, and the TPM has not been prepared.",
    resolution: [
      changes("As an administrator, open `tpm.msc` and choose Prepare the TPM under Actions.", {
        rights: "administrator",
      }),
    ],
    note: "Prepare is not Clear: clearing a TPM that is in use destroys the keys in it.",
    sources: [helloRemedies],
  },
  {
    kind: "code",
    code: "0x8009002a",
    symbols: ["NTE_NO_MORE_ITEMS", "NTE_NO_MEMORY"],
    places: ["any", "hello"],
    title: "no more data, or too little memory",
    cause:
      "Two Microsoft pages read this number differently. In winerror.h it is NTE_NO_MORE_ITEMS: there is no more data. The Hello page calls it NTE_NO_MEMORY, which in winerror.h is 0x8009000e.",
    resolution: [
      repeatSetup,
      "In Windows Hello, also try what the Hello page says: close programs that use much memory, then repeat.",
    ],
    note: "The name on the Hello page looks like a slip, so its advice may not fit the number.",
    sources: [helloRemedies, nteNumber],
  },
  {
    kind: "code",
    code: "0x8009002d",
    symbols: ["NTE_INTERNAL_ERROR"],
    places: ["any", "hello"],
    title: "consistency check failed in key storage",
    cause: "Key storage found its own data inconsistent.",
    resolution: [repeatSetup, testDeviceKeys, askSupport],
    note: "Microsoft names the number on the Hello page and says no more about it. The check of the device keys is our suggestion.",
    sources: [helloUnknown, nteNumber, postJoinDiagnostics],
  },
  {
    kind: "code",
    code: "0x80090030",
    symbols: ["NTE_DEVICE_NOT_READY"],
    places: ["any"],
    title: "key device not ready",
    cause: "The device behind the key storage provider, for a platform key the TPM, is not ready for use.",
    resolution: [readTpm, endsSignIns("Restart the PC and try once more before anything else is changed.")],
    note: numberOnly,
    sources: [nteNumber, { page: "tpm", heading: "TPM Cmdlets", anchor: "tpm-cmdlets" }],
  },
  {
    kind: "code",
    code: "0x80090031",
    symbols: ["NTE_AUTHENTICATION_IGNORED"],
    places: ["hello"],
    title: "TPM locked",
    cause:
      "The TPM's guard against guessing is active. Until it lets go, the TPM ignores what it is given, the right PIN included.",
    resolution: [endsSignIns("Restart the PC and set up the PIN again."), waitOutLock],
    note: `As its last step the Hello page names resetting or clearing the TPM. The hybrid join page warns against clearing. ${keepTpm}`,
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
    resolution: [waitOutLock, "Then let the next join attempt run. It should succeed once the lock is gone."],
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
      "Use a PC with a TPM, or change the Windows Hello for Business policy so that it does not demand one.",
    ],
    note: "The symbol is that of the Windows headers; the Hello page gives none.",
    sources: [helloRemedies],
  },
  {
    kind: "code",
    code: "0x80090036",
    symbols: ["NTE_USER_CANCELLED"],
    places: ["any", "hello"],
    title: "canceled by the user",
    cause: "The user closed or canceled a window that asked for something. Nothing is broken.",
    resolution: ["Let the user start again and finish the dialog; Windows asks again by itself."],
    note: "The symbol is that of the Windows headers; the Hello page describes the code without it.",
    sources: [helloRemedies],
  },
  {
    kind: "code",
    code: "0x80280001",
    symbols: ["TPM_E_AUTHFAIL"],
    places: ["any"],
    title: "TPM rejected the authorization",
    cause: "The TPM did not accept the authorization value it was given.",
    resolution: ["Do not try again and again: failed attempts add up and end in a lockout.", readTpm],
    note: numberOnly,
    sources: [tpmNumber, antiHammering],
  },
  {
    kind: "code",
    code: "0x80280006",
    symbols: ["TPM_E_DEACTIVATED"],
    places: ["any"],
    title: "TPM deactivated",
    cause: "The PC has a TPM, but it is not activated.",
    resolution: [
      changes("Activate the TPM in the firmware setup."),
      reads("Afterwards `Get-Tpm` should show `TpmActivated : True`.", { rights: "administrator" }),
    ],
    note: numberOnly,
    sources: [tpmNumber],
  },
  {
    kind: "code",
    code: "0x80280007",
    symbols: ["TPM_E_DISABLED"],
    places: ["any"],
    title: "TPM disabled",
    cause: "The TPM of this PC is switched off.",
    resolution: [
      changes(
        "Switch it on in the firmware setup, unless it was switched off on purpose, as a TPM 1.2 in FIPS mode has to be.",
      ),
      reads("Read `TpmEnabled` with `Get-Tpm` to see that it worked.", { rights: "administrator" }),
    ],
    note: numberOnly,
    sources: [tpmNumber, fipsQuestion],
  },
  {
    kind: "code",
    code: "0x80280036",
    symbols: ["TPM_E_NOTFIPS"],
    places: ["join"],
    title: "TPM 1.2 in FIPS mode",
    cause:
      "Device registration does not work with a TPM 1.2 in FIPS mode. A TPM 2.0 that complies with FIPS is supported.",
    resolution: [
      joinWithoutTpm,
      "From Windows 10 version 1903 on, a TPM 1.2 is not used for hybrid join at all.",
      changes(
        "On an older Windows, disable the TPM 1.2 that is in FIPS mode before the join. Microsoft has no tool for it; ask the maker of the PC.",
      ),
    ],
    note: "The hybrid join page speaks of any TPM in FIPS mode. The device FAQ and the hybrid join plan limit it to TPM 1.2.",
    sources: [joinPhase, fipsQuestion, otherConsiderations],
  },
  {
    kind: "code",
    code: "0x8028008e",
    symbols: ["TPM_20_E_AUTH_FAIL"],
    places: ["any"],
    title: "TPM 2.0 authorization failed",
    cause:
      "The authorization of a command failed in the TPM 2.0. It counted this as one more failed attempt on the way to a lockout.",
    resolution: [
      "Stop what keeps sending the wrong value, such as a PIN tried over and over, before the TPM locks.",
      reads("Read `LockoutCount` and `LockoutMax` with `Get-Tpm` to see how near a lockout is.", {
        rights: "administrator",
      }),
    ],
    note: numberOnly,
    sources: [tpmNumber, antiHammering],
  },
  {
    kind: "code",
    code: "0x80280803",
    symbols: ["TPM_E_DEFEND_LOCK_RUNNING"],
    places: ["any"],
    title: "TPM in its defense time-out",
    cause: "The TPM takes recent failures for an attack by guessing and answers nothing until a waiting time is over.",
    resolution: [
      "Let the PC run without further attempts and try later. How long it takes is set by Windows on a TPM 2.0 and by the maker on a TPM 1.2.",
    ],
    note: numberOnly,
    sources: [tpmNumber, antiHammering],
  },
  {
    kind: "code",
    code: "0x80280921",
    symbols: ["TPM_20_E_LOCKOUT"],
    places: ["any"],
    title: "TPM 2.0 in lockout",
    cause:
      "The TPM 2.0 is in lockout: it refuses every key that is guarded against guessing. Windows sets it to lock after 32 failures.",
    resolution: [waitOutLock],
    note: `${numberOnly} ${keepTpm}`,
    sources: [
      tpmNumber,
      { page: "tpm", heading: "TPM 2.0 anti-hammering", anchor: "tpm-20-anti-hammering" },
      joinPhase,
    ],
  },
  {
    kind: "code",
    code: "0x80284001",
    symbols: ["TBS_E_INTERNAL_ERROR"],
    places: ["any"],
    title: "internal error in TPM Base Services",
    cause: "TPM Base Services, the part of Windows that passes commands to the TPM, failed inside.",
    resolution: [endsSignIns("Restart the PC, then see whether `Get-Tpm` can read the TPM at all.")],
    note: numberOnly,
    sources: [tpmNumber],
  },
  {
    kind: "code",
    code: "0x80284008",
    symbols: ["TBS_E_SERVICE_NOT_RUNNING"],
    places: ["any"],
    title: "TPM Base Services not running",
    cause: "TPM Base Services is not running, and starting it failed too.",
    resolution: [reads("Look in the System event log for why TPM Base Services (`TBS`) did not start.")],
    note: numberOnly,
    sources: [tpmNumber],
  },
  {
    kind: "code",
    code: "0x8028400f",
    symbols: ["TBS_E_TPM_NOT_FOUND"],
    places: ["any"],
    title: "no usable TPM found",
    cause: "Windows finds no TPM on this PC that it could use.",
    resolution: [
      "On a virtual machine without a virtual TPM this is what to expect, and a key in software is normal.",
      reads("On a PC that has a TPM, see whether it is switched on in the firmware setup."),
    ],
    note: numberOnly,
    sources: [tpmNumber],
  },
  {
    kind: "code",
    code: "0x80290401",
    symbols: ["TPM_E_PCP_DEVICE_NOT_READY"],
    places: ["any"],
    title: "TPM not fully provisioned",
    cause: "The platform crypto provider cannot work yet, because the TPM has not been provisioned completely.",
    resolution: [
      readTpm,
      reads(
        "If `TpmReady` is False, open `tpm.msc` as an administrator and read what it says about the state of the TPM.",
        { rights: "administrator" },
      ),
    ],
    note: numberOnly,
    sources: [tpmNumber, { page: "tpm", heading: "TPM Cmdlets", anchor: "tpm-cmdlets" }],
  },
  {
    kind: "code",
    code: "0x80290407",
    symbols: ["TPM_E_PCP_INTERNAL_ERROR"],
    places: ["join"],
    title: "general TPM error",
    cause:
      "The platform crypto provider, through which Windows uses the TPM, hit an unexpected error. The number says no more than that the TPM failed.",
    resolution: [
      joinWithoutTpm,
      "Let the join run again on such a Windows and read the newest code.",
      changes(
        "Before version 1809, Microsoft's advice is to disable the TPM on the PCs concerned. Moving to a newer Windows avoids that.",
      ),
    ],
    note: "The hybrid join page gives disabling the TPM as the remedy. The device FAQ demands it only for a TPM 1.2 in FIPS mode. BitLocker and Windows Hello use the same TPM.",
    sources: [joinPhase, fipsQuestion, otherConsiderations],
  },
]
