import type { CodeEntry } from "../../code.ts"
import { deviceDetails, networkRequirements, postJoinDiagnostics } from "../../headings.ts"
import { askForTokenAgain } from "../../ladders.ts"
import { changes, endsSignIns, fact, reads } from "../../step.ts"
import { NO, YES } from "../../yesNo.ts"
import { registerAgain, registerAgainSteps } from "../registerAgain.ts"
import {
  appAnswer,
  deletedDevice,
  deletedDevices,
  deviceNotShown,
  enableDevice,
  hybridTable,
  prtTable,
  restoreDevice,
  showDevice,
  softDeleted,
  table,
} from "./advice.ts"

const OLDER =
  "If the attempt is older, it belongs to an earlier registration: ask for the token again. If it is newer, the device is refused although it is there: ask for the token again, and register the PC again only if the same code comes back."

/** Answers about the device: whether it was shown, found, enabled and believed. */
export const deviceCodes = (): readonly CodeEntry[] => [
  {
    kind: "code",
    code: "AADSTS135011",
    symbols: [],
    places: ["post-join"],
    title: "device disabled",
    cause:
      "The device that takes part in this sign-in is disabled in Microsoft Entra ID. It is there, so it was not deleted.",
    resolution: [
      reads(
        "Find out who disabled the device, and why: in the Microsoft Entra admin center, Entra ID > Devices > Audit logs, the activity *Update device* of {DeviceId}.",
        {
          rights: "directory-administrator",
          where: "entra",
          proves:
            "Lost and stolen devices are locked out in this way: if that was meant, leave it. If it was a mistake or a clean-up, enable it.",
        },
      ),
      enableDevice,
      fact("Do not register the PC again: that is for a device whose object is gone."),
    ],
    sources: [table, deletedDevice, registerAgainSteps],
  },
  {
    kind: "code",
    code: "AADSTS221000",
    symbols: ["DeviceOnlyTokensNotSupportedByResource"],
    places: ["any"],
    title: "resource that takes no token of a device alone",
    cause:
      "A token was asked for in the name of the device, without a user, and the resource is not set up to accept one.",
    resolution: [
      reads(
        "Find the resource in the message or in the sign-in logs, and see whether it is meant to be used without a user.",
        {
          rights: "user",
          proves:
            "Meant for users only: sign in as a user. Meant for devices: ask its maker which permission it needs.",
        },
      ),
      appAnswer,
    ],
    confidence: "inferred",
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS240001",
    symbols: ["BulkAADJTokenUnauthorized"],
    places: ["any"],
    title: "no right to get a token for joining many devices",
    cause:
      "Somebody asked for a bulk token, with which a provisioning package joins many PCs, and the account may not register devices in Microsoft Entra ID.",
    resolution: [
      reads(
        "Look at the roles of the account that asked. Microsoft names Global, Cloud Device, Intune and Password Administrator.",
        {
          proves:
            "None of them: use an account with one, or give it the role. One of them: see whether the setting *Users may join devices* leaves it out.",
          rights: "directory-administrator",
          where: "entra",
        },
      ),
      reads(
        "See that *Users may join devices to Microsoft Entra ID* in the device settings does not leave the account out.",
        {
          rights: "directory-administrator",
          where: "entra",
        },
      ),
      changes("Then get the bulk token again in Windows Configuration Designer, and build the package with it.", {
        where: "app",
      }),
    ],
    confidence: "inferred",
    sources: [
      table,
      { page: "bulkEnrollment", heading: "Create a provisioning package", anchor: "create-a-provisioning-package" },
      { page: "manageDevices", heading: "Configure device settings", anchor: "configure-device-settings" },
    ],
  },
  {
    kind: "code",
    code: "AADSTS293004",
    symbols: [],
    places: ["any"],
    title: "remote PC not found under the name that was typed",
    cause:
      "A remote desktop connection with a web account was made to a name that is none of the host names of the target device in Microsoft Entra ID: `pc1.contoso.com`, say, where the device is known as `pc1`.",
    resolution: [
      reads("On the target run `dsregcmd /status`, read `Device Name`, and compare it with the name that you typed.", {
        rights: "user",
        proves:
          "If you typed another one, connect with that name. If it is the same, the device object has not got it: look at the primary DNS suffix, which a policy may set wrong.",
      }),
      changes("If the name has no address, make it resolve in DNS, or in the HOSTS file of the PC you connect from.", {
        rights: "administrator",
      }),
      changes(
        "To connect with the full name, set the primary DNS suffix on the target and restart it; a scheduled task then adds the name to the device object.",
        { rights: "administrator" },
      ),
      fact("Nothing is wrong with the PRT on this PC, so do not register any device again."),
    ],
    sources: [
      {
        page: "vmSignIn",
        heading: "AADSTS293004: The target-device identifier in the request xxx wasn't found in the tenant xxx",
      },
    ],
  },
  {
    kind: "code",
    code: "AADSTS5000611",
    symbols: [],
    places: ["post-join"],
    title: "Windows lacks the security update of July 2021",
    cause:
      "This Windows build is older than July 2021 and derives its keys in a way (KDFv1) that Microsoft Entra ID blocks, because of CVE-2021-33781. Such a PC gets no PRT.",
    resolution: [
      reads("Run `winver` on the PC: a build from before July 2021 is affected.", {
        rights: "user",
        proves:
          "Older: bring Windows up to date; go on. Newer: the refusal is not for this PC; look at the device in the sign-in log.",
      }),
      reads("Search the Microsoft Entra sign-in logs for 5000611 to find the other PCs.", {
        rights: "directory-administrator",
        where: "entra",
        proves: "Each PC that is listed needs the update as well.",
      }),
      changes("Install the current Windows updates on the PC.", { rights: "administrator" }),
      fact(
        "Do not trust a retry that works: the block is rolled out in steps, so the failure may come and go at first.",
      ),
    ],
    sources: [{ page: "kdfV1", heading: "Error messages", anchor: "error-messages" }],
  },
  {
    kind: "code",
    code: "AADSTS50032",
    symbols: ["WeakRsaKey"],
    places: ["any"],
    title: "key too weak",
    cause: "The request was signed with an RSA key that is too short to be trusted.",
    resolution: [
      reads(
        "Find out which key it was, that of the device or of a certificate of the user: read its length in `certlm.msc`. A key that is shorter than those of PCs that work has to be made anew, by its certification authority or by a new registration.",
        {
          proves:
            "The device's: register the PC again. A user's certificate: let the authority issue one with a longer key.",
          rights: "administrator",
        },
      ),
    ],
    confidence: "inferred",
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS50097",
    symbols: ["DeviceAuthenticationRequired"],
    places: ["any"],
    title: "device authentication required",
    cause: "The app or the policy behind it wants to know the device, and the request came without it.",
    resolution: [
      reads("Check `AzureAdPrt` in a log of this user: the PRT is what shows the device.", {
        rights: "user",
        proves:
          "NO: the PC has nothing to show; follow the codes below it. YES: the app or the browser did not show it; go on.",
        inLog: [
          {
            fields: ["AzureAdPrt"],
            when: NO,
            leaves: "`AzureAdPrt` says NO here, and the PRT is what shows the device.",
          },
        ],
      }),
      showDevice,
      appAnswer,
    ],
    confidence: "inferred",
    sources: [table, deviceNotShown],
  },
  {
    kind: "code",
    code: "AADSTS50099",
    symbols: ["PKeyAuthInvalidJwtUnauthorized"],
    places: ["any"],
    title: "signature of the device key not valid",
    cause:
      "The device signed its answer to the challenge of Microsoft Entra ID with a key that does not belong to the certificate which it is registered with.",
    resolution: [
      reads(
        "Compare `Thumbprint` in the log with the certificate of the device in the computer's store, and its private key.",
        {
          proves:
            "They differ, or no private key: register the PC again. The same: test the key as the next step says.",
          rights: "administrator",
        },
      ),
      reads("Run `dsregcmd /status` elevated, and read `KeySignTest` there.", { rights: "administrator" }),
    ],
    confidence: "inferred",
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS50129",
    symbols: ["DeviceIsNotWorkplaceJoined"],
    places: ["any"],
    title: "device not registered",
    cause:
      "The request needs a device that is registered with Microsoft Entra ID (workplace joined), and it came without one.",
    resolution: [
      reads("Look at `AzureAdJoined` and `WorkplaceJoined`: where both say NO, there is no device to show.", {
        rights: "user",
        proves: "One says YES: the app or the browser did not show the device; go on with that.",
        inLog: [
          { fields: ["AzureAdJoined"], when: YES },
          { fields: ["WorkplaceJoined"], when: YES },
          {
            fields: ["WorkplaceJoined"],
            leaves: "`AzureAdJoined` and `WorkplaceJoined` both say NO here: there is no device to show.",
          },
        ],
      }),
      showDevice,
      changes("On a personal PC, connect the work account under Settings > Accounts > Access work or school.", {
        rights: "user",
      }),
      appAnswer,
    ],
    confidence: "inferred",
    sources: [table, deviceNotShown],
  },
  {
    kind: "code",
    code: "AADSTS50155",
    symbols: ["DeviceAuthenticationFailed"],
    places: ["post-join"],
    title: "device not accepted",
    cause:
      "Microsoft Entra ID could not authenticate the device, so it issues no PRT. The code does not tell why: the object may be disabled, or gone. A computer that left the synchronized organizational units loses its object as well.",
    resolution: [
      reads("In the Microsoft Entra admin center open Entra ID > Devices > All devices and search for {DeviceId}.", {
        rights: "directory-administrator",
        where: "entra",
        proves:
          "If it is there and *Enabled* says No: enable it. If it is not there: restore it or register again. If it is there and enabled: go on with the time.",
      }),
      reads(
        "If it is there and enabled, or `DeviceAuthStatus` says SUCCESS, compare the time of the attempt with the begin of {DeviceCertificateValidity}.",
        {
          rights: "user",
          inLog: [
            {
              fields: ["DeviceAuthStatus"],
              when: /^SUCCESS/i,
              leaves: reads(
                "`DeviceAuthStatus` says {0} here: the device is accepted now. Compare the time of the attempt with the begin of {DeviceCertificateValidity}.",
                {
                  rights: "user",
                  proves: OLDER,
                },
              ),
            },
          ],
          proves: OLDER,
        },
      ),
      askForTokenAgain,
      enableDevice,
      restoreDevice,
      registerAgain,
    ],
    sources: [prtTable, hybridTable, deletedDevice, deviceDetails, deletedDevices, softDeleted, registerAgainSteps],
  },
  {
    kind: "code",
    code: "AADSTS50187",
    symbols: ["DeviceInformationNotProvided"],
    places: ["post-join"],
    title: "device could not be authenticated",
    cause: "The service failed to authenticate the device. By its name, the information about the device was missing.",
    resolution: [
      reads(
        "Run `dsregcmd /status` from an elevated prompt and read `KeySignTest` and `DeviceAuthStatus`: the first tests the keys on the PC, the second the device in Microsoft Entra ID.",
        {
          proves:
            "`KeySignTest` FAILED: the keys are the cause. `DeviceAuthStatus` not SUCCESS: the object is. Both in order: something on the way drops the certificate.",
          rights: "administrator",
        },
      ),
      changes(
        "If a proxy inspects TLS on the way, exempt `device.login.microsoftonline.com`: inspection breaks the device's certificate sign-in.",
        { where: "network" },
      ),
    ],
    confidence: "inferred",
    sources: [table, postJoinDiagnostics, networkRequirements],
  },
  {
    kind: "code",
    code: "AADSTS700003",
    symbols: [],
    places: ["post-join"],
    title: "device object not found in the tenant",
    cause:
      "The tenant that was asked had no object for this device at the time of the attempt. Usually it was deleted there; the PC does not notice and goes on to show itself as joined.",
    resolution: [
      reads(
        "Compare the tenant in the server's message with {TenantId}, and the time of the attempt with the begin of {DeviceCertificateValidity}.",
        {
          rights: "user",
          proves:
            "Another tenant does not know this device and refuses it rightly. An attempt from before the certificate belongs to an earlier registration: ask for the token again. Neither: the device is gone; go on.",
        },
      ),
      askForTokenAgain,
      reads(
        "In the Microsoft Entra admin center, look under Entra ID > Devices > Audit logs for the activity *Delete device*.",
        {
          rights: "directory-administrator",
          where: "entra",
          proves:
            "It names who or what deleted the device. If that was a clean-up script, correct it first, or the device goes again.",
        },
      ),
      restoreDevice,
      registerAgain,
      endsSignIns(
        "If the device is only registered (`WorkplaceJoined : YES`), disconnect the account under Settings > Accounts > Access work or school, then connect it again.",
        { rights: "user", joins: ["registered"] },
      ),
    ],
    sources: [
      { page: "aadsts700003", heading: "Solution", anchor: "solution" },
      deviceDetails,
      deletedDevices,
      softDeleted,
      registerAgainSteps,
    ],
  },
]
