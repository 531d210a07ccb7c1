import type { CodeEntry } from "../../code.ts"
import { deviceSettings } from "../../headings.ts"
import { makeRoomForDevice } from "../../joinLadders.ts"
import { endsSignIns, reads } from "../../step.ts"
import { helloRemedies, helloUnknown } from "../helloAdvice.ts"
import { registerAgain, registerAgainSteps } from "../registerAgain.ts"
import { enrollmentTable, managedJoin, signOutAndRepeat } from "./advice.ts"

/** Codes about the device and its user: rights, limits, attestation, the device certificate. */
export const registrationDeviceCodes = (): readonly CodeEntry[] => [
  {
    kind: "code",
    code: "0x801c0003",
    symbols: ["DSREG_E_DEVICE_AUTHORIZATION_ERROR"],
    places: ["join", "hello", "enrollment"],
    title: "user not allowed to enroll the device",
    cause: "The user is known, but has no permission to join, register or enroll this device.",
    resolution: [
      reads(
        "In the Microsoft Entra admin center open Entra ID > Devices > Device settings, and look whether *Users may join devices to Microsoft Entra ID* covers the user.",
        {
          rights: "directory-administrator",
          where: "entra",
          proves:
            "None, or a selection without the user: that is the cause; add the user, or let somebody join who may. All: go on.",
        },
      ),
      reads(
        "For a PC that is only registered, check *Users may register their devices with Microsoft Entra ID* in the same place.",
        {
          rights: "directory-administrator",
          where: "entra",
          proves: "None: that is the cause; set it to All. All: go on.",
        },
      ),
      reads(
        "Count the devices this user already has, and look at the edition of Windows: Microsoft's Intune article on this error also names a reached device limit, device type restrictions and Windows 10 Home.",
        {
          rights: "directory-administrator",
          where: "directory",
          proves:
            "At the limit: delete devices that are no longer in use. A type that is blocked: allow it. Windows 10 Home: it cannot be joined, only registered.",
        },
      ),
    ],
    note: "The setting that lets users join devices does not apply to hybrid join.",
    sources: [helloRemedies, enrollmentTable, deviceSettings],
  },
  {
    kind: "code",
    code: "0x801c000e",
    symbols: ["DSREG_E_DEVICE_REGISTRATION_QUOTA_EXCCEEDED"],
    places: ["join", "hello", "enrollment"],
    title: "device limit of the user reached",
    cause: "The user already has as many devices in Microsoft Entra ID as the tenant allows one user to have.",
    resolution: makeRoomForDevice,
    note: "The limit counts joined and registered devices, not hybrid joined ones. The symbol is misspelled in Microsoft's table.",
    sources: [helloRemedies, enrollmentTable, deviceSettings],
  },
  {
    kind: "code",
    code: "0x801c000f",
    symbols: ["DSREG_E_DEVICE_REQUIRES_REBOOT"],
    places: ["join", "hello", "enrollment"],
    title: "restart needed to finish",
    cause: "The registration went well, but it takes effect only with a restart of the PC.",
    resolution: [
      endsSignIns("Restart the PC, then run `dsregcmd /status` again.", {
        proves:
          "If the code is gone, the restart was all that was missing. If it comes back, repeat the join and follow the code of that attempt.",
        rights: "user",
      }),
    ],
    nature: "information",
    sources: [helloRemedies, enrollmentTable],
  },
  {
    kind: "code",
    code: "0x801c0010",
    symbols: ["DSREG_E_DEVICE_AIK_VALIDATION_ERROR"],
    places: ["join", "hello", "enrollment"],
    title: "AIK certificate not accepted",
    cause:
      "The PC proves with a certificate for the attestation identity key (AIK) of its TPM that its keys are genuine. This certificate was not valid or not trusted.",
    resolution: [
      reads(
        "Check the clock of the PC, then run `tpmtool getdeviceinformation` in an elevated prompt: a certificate outside its dates is no better than one that is not trusted, and the tool says whether this TPM is capable of attestation at all.",
        {
          proves:
            "If the clock is wrong, set it and repeat. If the tool says that the TPM is not capable of attestation, update its firmware. If both are right, the service does not know the maker's certificate: take the code to Microsoft Support.",
          rights: "administrator",
        },
      ),
      signOutAndRepeat,
    ],
    note: "The look at the clock is inferred: a certificate is judged by its dates.",
    sources: [helloRemedies, enrollmentTable, { page: "tpm", heading: "Key attestation", anchor: "key-attestation" }],
  },
  {
    kind: "code",
    code: "0x801c0011",
    symbols: ["DSREG_E_DEVICE_ATTESTATION_ERROR"],
    places: ["join", "hello", "enrollment"],
    title: "attestation of the transport key invalid",
    cause:
      "With its registration the PC sends a transport key, made by the TPM, and a statement that proves where it comes from. The statement was invalid.",
    resolution: [
      reads(
        "Run `w32tm /stripchart /computer:time.windows.com /samples:3` and `curl.exe -I https://www.microsoft.com/` as SYSTEM, which show whether the clock is right and the internet in reach: the proof of the key carries the time, and its certificate comes from a service of Microsoft.",
        {
          proves:
            "An offset of minutes: set the clock. No answer from the web: let SYSTEM through proxy and firewall. Both right: repeat the join once.",
          rights: "system",
        },
      ),
      signOutAndRepeat,
    ],
    sources: [helloRemedies, enrollmentTable, managedJoin],
  },
  {
    kind: "code",
    code: "0x801c001b",
    symbols: [],
    places: ["post-join", "hello"],
    title: "device certificate not found",
    cause:
      "The certificate that the PC got when it was registered is missing. Without it the PC cannot prove to Microsoft Entra ID which device it is.",
    resolution: [
      reads(
        "On a joined PC, look into `certlm.msc` under Personal for a certificate issued by MS-Organization-Access. It belongs to the registration; if it was deleted, only registering again brings it back.",
        {
          proves:
            "If it is there, compare its thumbprint with `Thumbprint` in the log: another one is left from an earlier registration. If it is not there, register the PC again.",
          rights: "administrator",
        },
      ),
      registerAgain,
    ],
    note: "Microsoft publishes no remedy for this code. The advice rests on what its FAQ says about a deleted device certificate.",
    sources: [
      helloUnknown,
      {
        page: "faq",
        heading: "What are the MS-Organization-Access certificates present on our Windows 10/11 devices?",
      },
      registerAgainSteps,
    ],
  },
]
