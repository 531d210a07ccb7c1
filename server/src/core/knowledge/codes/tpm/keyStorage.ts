import type { CodeEntry } from "../../code.ts"
import { postJoinDiagnostics } from "../../headings.ts"
import { changes, endsSignIns, reads } from "../../step.ts"
import { askSupport, helloRemedies, helloUnknown, repeatSetup } from "../helloAdvice.ts"
import { registerAgain, registerAgainSteps } from "../registerAgain.ts"
import { nteNumber } from "./advice.ts"

/** Codes of key storage (NTE): data, parameters, rights, and failures inside. */
export const keyStorageCodes = (): readonly CodeEntry[] => [
  {
    kind: "code",
    code: "0x80070057",
    symbols: ["E_INVALIDARG"],
    places: ["hello"],
    title: "invalid argument during the Hello setup",
    cause: "While Windows Hello was being set up, one part of Windows passed another an argument it does not accept.",
    resolution: [
      reads(
        "Read the events of that minute in HelloForBusiness > Operational, in Event Viewer: they name the step at which the setup stopped.",
        {
          proves:
            "A second code there: follow it. None: the wrong argument came from the setup itself; repeat it after a restart.",
          rights: "user",
        },
      ),
      repeatSetup,
      askSupport,
    ],
    sources: [helloUnknown],
  },
  {
    kind: "code",
    code: "0x80090003",
    symbols: ["NTE_BAD_KEY"],
    places: ["any"],
    title: "bad key",
    cause: "Key storage was handed a key that it regards as bad.",
    resolution: [
      reads(
        "Compare `KeyProvider` and `KeySignTest` in an elevated `dsregcmd /status`: they name the provider of the device key and say whether that key can sign.",
        {
          proves:
            "FAILED: the device key is the bad one; follow the code behind it. PASSED: see in the event which program brought the other key.",
          rights: "administrator",
        },
      ),
    ],
    sources: [nteNumber, postJoinDiagnostics],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80090005",
    symbols: ["NTE_BAD_DATA"],
    places: ["any", "hello"],
    title: "bad data for a key operation",
    cause: "Key storage got data that it cannot use. The number does not tell which.",
    resolution: [
      reads(
        'As the user, run `certutil -csp "Microsoft Passport Key Storage Provider" -key`, which lists the keys of Windows Hello.',
        {
          proves:
            "If it lists them, the container is sound, and repeating the setup may do. If it ends in an error, their container is damaged: go on to deleting it.",
          rights: "user",
        },
      ),
      repeatSetup,
      endsSignIns(
        "If Windows Hello keeps failing with it, delete its container as the user with `certutil -deleteHelloContainer`, sign out and in, and set up the PIN anew.",
        { rights: "user" },
      ),
      registerAgain,
    ],
    note: "The Hello page says only: leave Microsoft Entra ID and join again. Deleting the container first is our addition. Outside Windows Hello no remedy is documented.",
    sources: [helloRemedies, registerAgainSteps, nteNumber],
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
      reads(
        'As the user, list the keys of Windows Hello with `certutil -csp "Microsoft Passport Key Storage Provider" -key`. One from an earlier setup is what stands in the way.',
        {
          proves:
            "If a key is listed and the user has no PIN that works, delete the container as below. If none is listed, repeat the setup: the name is free again.",
          rights: "user",
        },
      ),
      repeatSetup,
      endsSignIns(
        "If the old one stays, remove it as the user: `certutil -deleteHelloContainer`. Sign out and in, then set up Windows Hello again.",
        { rights: "user" },
      ),
      registerAgain,
    ],
    note: "The Hello page gives leaving and joining again as the remedy. Removing the old container first, and that it comes from an earlier setup, is inferred.",
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
      reads(
        "See where the number stands. In `KeySignTest`, run `dsregcmd /status` from an elevated prompt; in an event of Windows Hello, note the user that it names.",
        {
          proves:
            "`KeySignTest : PASSED` when elevated: only the rights were missing, and nothing is broken. The same number there: SYSTEM itself has no right to the key; go on. In Windows Hello: the key belongs to another user or to an earlier profile of this one; set up the PIN again.",
          rights: "administrator",
        },
      ),
      repeatSetup,
      askSupport,
    ],
    sources: [helloUnknown, nteNumber, postJoinDiagnostics],
  },
  {
    kind: "code",
    code: "0x80090020",
    symbols: ["NTE_FAIL"],
    places: ["any", "hello"],
    title: "internal error in key storage",
    cause: "Something failed inside key storage. This is its most general error.",
    resolution: [
      reads("Look in the System event log for events of the sources TPM and TPM-WMI at that time.", {
        proves:
          "An event of that minute: follow what it says of the TPM. None: repeat the setup, for this number comes without a fault of the TPM too.",
        rights: "user",
      }),
      repeatSetup,
      askSupport,
    ],
    note: "Reading the System log is our suggestion; the Hello page names neither cause nor remedy.",
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
      reads(
        "Find out which program made the call, by the event it stands in. If it is not Microsoft's, its maker has to correct it.",
        {
          rights: "user",
          proves: "If it is Windows Hello itself, repeat the setup: the wrong value may have been of one moment.",
        },
      ),
      repeatSetup,
      askSupport,
    ],
    sources: [helloUnknown, nteNumber],
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
      reads(
        "Look in Task Manager whether memory is short, which is how the Hello page reads the number. If it is, close what uses most of it.",
        {
          proves:
            "If there is enough memory, take the name of winerror.h: a list of keys had ended, which is no fault.",
          rights: "user",
        },
      ),
      repeatSetup,
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
    resolution: [
      reads(
        "See whether other keys on this PC work: `KeySignTest` in an elevated `dsregcmd /status`, and BitLocker with `manage-bde -protectors -get C:`.",
        {
          proves:
            "If both fail, the TPM or its driver is the matter: look at its events in the System log. If both work, only the Hello container is inconsistent: set up the PIN again.",
          rights: "administrator",
        },
      ),
      repeatSetup,
      askSupport,
    ],
    note: "Microsoft names the number on the Hello page and says no more about it. The check of the device keys is our suggestion.",
    sources: [helloUnknown, nteNumber, postJoinDiagnostics],
  },
  {
    kind: "code",
    code: "0x80090036",
    symbols: ["NTE_USER_CANCELLED"],
    places: ["any", "hello"],
    title: "canceled by the user",
    cause: "The user closed or canceled a window that asked for something. Nothing is broken.",
    resolution: [
      changes("Let the user start again and finish the dialog; Windows asks again by itself.", {
        proves: "If nobody saw a dialog, something closed it: look for a remote session or a tool that was in front.",
        rights: "user",
      }),
    ],
    note: "The symbol is that of the Windows headers; the Hello page describes the code without it.",
    sources: [helloRemedies],
  },
]
