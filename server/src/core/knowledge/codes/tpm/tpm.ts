import type { CodeEntry } from "../../code.ts"
import { joinPhase } from "../../headings.ts"
import { startJoin } from "../../ladders.ts"
import { shared } from "../../shared.ts"
import type { Source } from "../../source.ts"
import { changes, endsSignIns, fact, reads } from "../../step.ts"
import { antiHammering, keepTpm, otherConsiderations, waitOutLock } from "./advice.ts"

const fipsQuestion: Source = {
  page: "faq",
  heading: "Does Windows 10/11 device registration in Microsoft Entra support TPMs in FIPS mode?",
  anchor: "does-windows-10-11-device-registration-in-microsoft-entra-support-tpms-in-fips-mode",
}

/** The names and meanings of the TPM_ and TBS_ numbers in winerror.h. */
const tpmNumber: Source = { page: "tpmErrors" }

const joinWithoutTpm = shared(
  fact(
    "From Windows 10 version 1809 on, Windows notices a failing TPM by itself and completes the hybrid join without it. `TpmProtected : NO` is then the normal outcome.",
  ),
)

/** Codes of the TPM and of the services before it. */
export const tpmDeviceCodes = (): readonly CodeEntry[] => [
  {
    kind: "code",
    code: "0x80280000",
    symbols: ["TPM_E_ERROR_MASK"],
    places: ["any"],
    title: "TPM error without a number",
    cause:
      "This is the mask with which Windows makes its errors of the TPM's own, and no error by itself: the part that would tell what failed is zero.",
    resolution: [
      reads("Check that the number was copied whole, and look in the System event log for events of the source TPM.", {
        proves:
          "Another number or an event of that minute: follow that. The number alone: restart the PC and see whether it comes back.",
        rights: "user",
      }),
    ],
    confidence: "inferred",
    sources: [tpmNumber],
  },
  {
    kind: "code",
    code: "0x80280001",
    symbols: ["TPM_E_AUTHFAIL"],
    places: ["any"],
    title: "TPM rejected the authorization",
    cause: "The TPM did not accept the authorization value it was given.",
    resolution: [
      reads(
        "Run `Get-Tpm` in an elevated PowerShell window and read `LockoutCount` and `LockoutMax`: each failed attempt counts toward a lock.",
        {
          proves:
            "Near the maximum: let nobody try on, and wait. Near zero: the authorization itself was wrong; repeat it once with the right one.",
          rights: "administrator",
        },
      ),
      fact("Do not try again and again before it is known what sends the wrong value."),
    ],
    sources: [tpmNumber, antiHammering],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80280006",
    symbols: ["TPM_E_DEACTIVATED"],
    places: ["any"],
    title: "TPM deactivated",
    cause:
      "The PC has a TPM that was never activated, or was deactivated: the chip is there and does no work for Windows.",
    resolution: [
      reads("Run `Get-Tpm` in an elevated PowerShell window, and read `TpmActivated`.", {
        proves:
          "False: that is the cause; activate it in the firmware. True: it was activated meanwhile; repeat what failed.",
        rights: "administrator",
      }),
      changes("Activate the TPM in the firmware setup."),
    ],
    sources: [tpmNumber],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80280007",
    symbols: ["TPM_E_DISABLED"],
    places: ["any"],
    title: "TPM disabled",
    cause: "The PC has a TPM, and it is switched off, so no key can be made or used in it.",
    resolution: [
      reads(
        "Run `Get-Tpm` and read `TpmEnabled`, and ask whether it was switched off on purpose, as a TPM 1.2 in FIPS mode has to be.",
        {
          proves:
            "False and meant so: Windows keeps its keys in software. False by mistake: switch it on. True: it was switched on meanwhile; repeat what failed.",
          rights: "administrator",
        },
      ),
      changes("Otherwise switch it on in the firmware setup."),
    ],
    sources: [tpmNumber, fipsQuestion],
    confidence: "inferred",
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
      reads(
        "Run `tpmtool getdeviceinformation` in an elevated prompt and read `TPM Version`; `winver` shows the version of Windows.",
        {
          rights: "administrator",
          proves:
            "1.2 on Windows 10 before version 1809: disable the TPM or bring Windows up to date. 1.2 on a newer Windows: it joins without the TPM; start the join again. 2.0: the code does not fit; look at the newest code in a new log.",
        },
      ),
      joinWithoutTpm,
      fact("From Windows 10 version 1903 on, a TPM 1.2 is not used for hybrid join at all."),
      changes(
        "On an older Windows, disable the TPM 1.2 in the firmware setup before the join; ask the maker of the PC how. If BitLocker or Windows Hello use it, save the recovery key first: both have to be set up again without it.",
        { rights: "administrator" },
      ),
      startJoin,
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
      reads("See with `Get-Tpm` how near a lockout is: `LockoutCount` of `LockoutMax`.", {
        proves:
          "Near the maximum: stop all attempts and wait. Near zero: a single wrong value was given; repeat with the right one.",
        rights: "administrator",
      }),
      "Stop what keeps sending the wrong value, such as a PIN tried over and over, before the TPM locks.",
    ],
    sources: [tpmNumber, antiHammering],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80280803",
    symbols: ["TPM_E_DEFEND_LOCK_RUNNING"],
    places: ["any"],
    title: "TPM in its defense time-out",
    cause: "The TPM takes recent failures for an attack by guessing and answers nothing until a waiting time is over.",
    resolution: [
      reads("Look at `LockoutHealTime` in the output of `Get-Tpm`: it tells how long the TPM goes on refusing.", {
        proves: "With `LockedOut : True`: wait so long. With False: the time-out has ended; repeat what failed.",
        rights: "administrator",
      }),
      reads("Let the PC run without further attempts until then. On a TPM 1.2 its maker sets the time.", {
        rights: "user",
      }),
    ],
    sources: [tpmNumber, antiHammering],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80280921",
    symbols: ["TPM_20_E_LOCKOUT"],
    places: ["any"],
    title: "TPM 2.0 in lockout",
    cause:
      "The TPM 2.0 is in lockout: it refuses every key that is guarded against guessing. Windows sets it to lock after 32 failures.",
    resolution: [
      reads("Run `Get-Tpm` in an elevated PowerShell window, and read the line `LockedOut`.", {
        proves: "True: leave the PC on and wait. False: the lock has ended; repeat what failed.",
        rights: "administrator",
      }),
      waitOutLock,
    ],
    note: `${keepTpm}`,
    sources: [
      tpmNumber,
      { page: "tpm", heading: "TPM 2.0 anti-hammering", anchor: "tpm-20-anti-hammering" },
      joinPhase,
    ],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80284001",
    symbols: ["TBS_E_INTERNAL_ERROR"],
    places: ["any"],
    title: "internal error in TPM Base Services",
    cause: "TPM Base Services, the part of Windows that passes commands to the TPM, failed inside.",
    resolution: [
      reads(
        "See with `Get-Tpm` in an elevated PowerShell window whether Windows can read the TPM at all, and in the System event log what the source TPM-WMI reported at that time.",
        {
          proves:
            "If it prints values, the service works again: repeat what failed. If it ends in an error, restart the PC.",
          rights: "administrator",
        },
      ),
      endsSignIns("Restart the PC and look again.", { rights: "user" }),
    ],
    sources: [tpmNumber],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80284008",
    symbols: ["TBS_E_SERVICE_NOT_RUNNING"],
    places: ["any"],
    title: "TPM Base Services not running",
    cause:
      "The service that carries commands of Windows to the TPM (TBS) is not running and could not be started, so no key in the TPM can be used.",
    resolution: [
      reads("Run `Get-Service TBS`, and look in the System event log for why it did not start.", {
        proves:
          "`Running`: it was started meanwhile; repeat what failed. `Stopped`: the event says why; a policy or a tool may have disabled it.",
        rights: "user",
      }),
      reads("Look in the firmware whether the TPM is switched on: without one Windows has no need of the service.", {
        rights: "administrator",
      }),
    ],
    sources: [tpmNumber],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x8028400f",
    symbols: ["TBS_E_TPM_NOT_FOUND"],
    places: ["any"],
    title: "no usable TPM found",
    cause: "Windows finds no TPM on this PC that it could use.",
    resolution: [
      reads(
        "Find out whether the PC has a TPM: `tpmtool getdeviceinformation` says `TPM Present`. On a virtual machine without a virtual TPM its absence is normal, and so is a key in software.",
        {
          proves:
            "`TPM Present: True`: Windows sees it now; repeat what failed. False on a physical PC: look into the firmware setup.",
          rights: "administrator",
        },
      ),
      reads("On a PC that has a TPM, see whether it is switched on in the firmware setup."),
    ],
    sources: [tpmNumber],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80290401",
    symbols: ["TPM_E_PCP_DEVICE_NOT_READY"],
    places: ["any"],
    title: "TPM not fully provisioned",
    cause: "The platform crypto provider cannot work yet, because the TPM has not been provisioned completely.",
    resolution: [
      reads(
        "Open `tpm.msc` as an administrator and read its status: it says in words what the provisioning of the TPM still lacks, where `Get-Tpm` only says `TpmReady : False`.",
        {
          proves:
            "`ready for use`: the provisioning has ended meanwhile; repeat what failed. Otherwise do what it names, and never Clear.",
          rights: "administrator",
        },
      ),
    ],
    sources: [tpmNumber, { page: "tpm", heading: "TPM Cmdlets", anchor: "tpm-cmdlets" }],
    confidence: "inferred",
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
      reads(
        "Look at the version of Windows with `winver`, and run the join again from a Windows that is supported, to get the newest code.",
        {
          proves:
            "If the code changes, follow the new one. If it stays on a supported Windows, look at the firmware of the TPM.",
          rights: "user",
        },
      ),
      joinWithoutTpm,
      changes(
        "Before version 1809, Microsoft's advice is to disable the TPM on the PCs concerned. Moving to a newer Windows avoids that.",
        { rights: "administrator" },
      ),
    ],
    note: "The hybrid join page gives disabling the TPM as the remedy. The device FAQ demands it only for a TPM 1.2 in FIPS mode. BitLocker and Windows Hello use the same TPM.",
    sources: [joinPhase, fipsQuestion, otherConsiderations],
  },
]
