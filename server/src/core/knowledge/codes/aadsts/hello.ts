import type { CodeEntry } from "../../code.ts"
import { postJoinDiagnostics, ssoState } from "../../headings.ts"
import { keyTested } from "../../ladders.ts"
import { shared } from "../../shared.ts"
import { changes, fact, reads } from "../../step.ts"
import { registerAgain, registerAgainSteps } from "../registerAgain.ts"
import { deletedDevice, deletedDevices, enableDevice, restoreDevice, signInLog, table } from "./advice.ts"

const helloAgain = shared(
  changes(
    "Have the user sign in with the password. If that brings a PRT, only the Windows Hello key is at fault: set up Windows Hello again, which registers a new one.",
    { rights: "user" },
  ),
)

/** Answers about the keys of Windows Hello for Business, which Microsoft calls NGC. */
export const helloCodes = (): readonly CodeEntry[] => [
  {
    kind: "code",
    code: "AADSTS130004",
    symbols: ["NgcKeyNotFound"],
    places: ["post-join"],
    title: "no Windows Hello key for this user",
    cause: "The user signed in with Windows Hello, and Microsoft Entra ID has no Windows Hello key for that account.",
    resolution: [
      reads("Check `Credential Type` in the same block: NGC stands for Windows Hello.", {
        rights: "user",
        proves:
          "NGC: the user signs in with the password once, as below. Another: the key belongs to another way of signing in, such as a security key.",
        inLog: [
          { fields: ["Credential Type"], leaves: "`Credential Type` is {0} here; NGC stands for Windows Hello." },
        ],
      }),
      helloAgain,
    ],
    confidence: "inferred",
    sources: [table, ssoState],
  },
  {
    kind: "code",
    code: "AADSTS130005",
    symbols: ["NgcInvalidSignature"],
    places: ["post-join"],
    title: "signature of the Windows Hello key not accepted",
    cause: "The signature that the PC made with the user's Windows Hello key did not pass the check.",
    resolution: [
      reads("See whether everybody on this PC fails with Windows Hello, or this user alone.", {
        proves: "This user alone: it is the user's key; set up the PIN again. Several: look at the TPM with `Get-Tpm`.",
        rights: "user",
      }),
      signInLog,
      helloAgain,
    ],
    confidence: "inferred",
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS130006",
    symbols: ["NgcTransportKeyNotFound"],
    places: ["post-join"],
    title: "device without a transport key",
    cause:
      "The transport key is not set up for this device. A PC makes that key, and sends its public part, when it registers.",
    resolution: [
      reads("Read `KeySignTest` in a log from an elevated prompt: it tells whether the keys on the PC can be used.", {
        proves:
          "PASSED: the PC has its keys, and the object in Microsoft Entra ID lacks one. FAILED: follow the code behind it. Both end in a new registration.",
        inLog: keyTested,
        rights: "administrator",
      }),
      registerAgain,
    ],
    confidence: "inferred",
    sources: [
      table,
      { page: "prtConcept", heading: "How is a PRT issued?", anchor: "how-is-a-prt-issued" },
      postJoinDiagnostics,
      registerAgainSteps,
    ],
  },
  {
    kind: "code",
    code: "AADSTS130007",
    symbols: ["NgcDeviceIsDisabled"],
    places: ["post-join"],
    title: "device disabled, seen at a Windows Hello sign-in",
    cause: "The device that the user's Windows Hello key belongs to is disabled in Microsoft Entra ID.",
    resolution: [
      reads(
        "Look in the audit log of Microsoft Entra ID for who disabled this device, and why; a lost or stolen PC should stay so.",
        {
          proves: "Meant: leave it disabled. Not meant: enable it.",
          rights: "directory-administrator",
          where: "entra",
        },
      ),
      enableDevice,
      fact("The Windows Hello key needs no setup anew: it is the device that is refused."),
    ],
    confidence: "inferred",
    sources: [table, deletedDevice, registerAgainSteps],
  },
  {
    kind: "code",
    code: "AADSTS130008",
    symbols: ["NgcDeviceIsNotFound"],
    places: ["post-join"],
    title: "device not found, seen at a Windows Hello sign-in",
    cause: "The user's Windows Hello key refers to a device that Microsoft Entra ID does not find.",
    resolution: [
      reads(
        "Compare {DeviceId} with the devices in the Microsoft Entra admin center: the key may be from before the PC was registered again.",
        {
          proves: "It is there: set up Windows Hello again. It is gone: restore it or register the PC again.",
          rights: "directory-administrator",
          where: "entra",
        },
      ),
      restoreDevice,
      changes("If this PC's own device is there, set up Windows Hello again: the old key belongs to the old object.", {
        rights: "user",
      }),
      registerAgain,
    ],
    confidence: "inferred",
    sources: [table, deletedDevice, deletedDevices, registerAgainSteps],
  },
  {
    kind: "code",
    code: "AADSTS135010",
    symbols: ["KeyNotFound"],
    places: ["post-join"],
    title: "key of this sign-in not found",
    cause: "Microsoft Entra ID did not find the key that this sign-in was made with.",
    resolution: [
      reads("Look at `Credential Type`: where it says NGC, the key is that of Windows Hello.", {
        rights: "user",
        proves:
          "NGC: the user sets up Windows Hello again. Another: a security key or passkey was deleted; register it again.",
        inLog: [
          {
            fields: ["Credential Type"],
            leaves: "`Credential Type` is {0} here; NGC stands for the key of Windows Hello.",
          },
        ],
      }),
      helloAgain,
    ],
    note: "Microsoft publishes no more than the name.",
    confidence: "inferred",
    sources: [table, ssoState],
  },
  {
    kind: "code",
    code: "AADSTS17003",
    symbols: ["CredentialKeyProvisioningFailed"],
    places: ["any"],
    title: "key of the user could not be registered",
    cause:
      "A new key for the user, such as that of Windows Hello, was sent to Microsoft Entra ID and could not be stored there.",
    resolution: [
      reads("Look at the code that the setup of Windows Hello itself showed at that time: it may say more.", {
        rights: "user",
        proves: "With a code: follow that. With none: sign out and in and repeat the setup.",
      }),
      changes("Repeat the setup of Windows Hello after signing out and in; some of its failures pass by themselves.", {
        rights: "user",
      }),
    ],
    confidence: "inferred",
    sources: [table],
  },
]
