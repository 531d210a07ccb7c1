import type { CodeEntry } from "../../code.ts"
import { changes, endsSignIns, reads } from "../../step.ts"
import { windowsNumber } from "../win32/advice.ts"
import { constants, messages } from "./advice.ts"

/** Codes of enrollment in device management that arise on the PC or on its way out. */
export const mdmDeviceCodes = (): readonly CodeEntry[] => [
  {
    kind: "code",
    code: "0x80180009",
    symbols: ["MENROLL_E_ENROLLMENT_IN_PROGRESS"],
    places: ["enrollment"],
    title: "MDM enrollment: another one is running",
    cause: "An enrollment of this device is already under way.",
    resolution: [
      reads("Look under Settings > Accounts > Access work or school whether the enrollment is still running.", {
        proves: "It runs: let it end. Nothing runs: it was broken off; restart the PC and enroll again.",
        rights: "user",
      }),
      "Let it finish, and start a new one only if it fails.",
    ],
    sources: [constants, messages],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x8018000a",
    symbols: ["MENROLL_E_DEVICE_ALREADY_ENROLLED"],
    places: ["enrollment"],
    title: "MDM enrollment: device already enrolled",
    cause:
      "The device is enrolled in an MDM service already, and a second enrollment beside the first is not possible.",
    resolution: [
      reads(
        "Look under Settings > Accounts > Access work or school for a connection that exists already, perhaps one that another user made.",
        {
          proves:
            "One is there: it is what stands in the way; is it wanted? None is there: the rest of an earlier enrollment is; look under HKLM\\SOFTWARE\\Microsoft\\Enrollments.",
          rights: "user",
        },
      ),
      endsSignIns(
        "If that connection is not wanted, remove it as the user who made it, then enroll again. On a Microsoft Entra joined PC, removing it also ends the join.",
        { rights: "user" },
      ),
    ],
    sources: [
      constants,
      messages,
      { page: "windowsEnrollment" },
      { page: "faq", heading: "How do I unjoin a Microsoft Entra joined device locally on the device?" },
    ],
  },
  {
    kind: "code",
    code: "0x8007064c",
    symbols: ["ERROR_INSTALL_SOURCE_ABSENT"],
    places: ["enrollment"],
    title: "MDM enrollment: PC enrolled before, or copied from one that was",
    cause:
      "The PC was enrolled before, or it was made from the image of a PC that was. The certificate of that earlier enrollment is still on it and stands in the way of a new one.",
    resolution: [
      reads("In `certlm.msc` look under Personal > Certificates for one issued by *Sc_Online_Issuing*.", {
        rights: "administrator",
        proves:
          "One is there: it is left from the earlier enrollment; go on. None is there: look for the key HKLM\\SOFTWARE\\Microsoft\\OnlineManagement, which is the other thing that an earlier enrollment leaves.",
      }),
      reads(
        "Ask whether the PC was made from an image, and look at Settings > Accounts > Access work or school on the PC that the image was taken from.",
        {
          rights: "user",
          proves:
            "That PC is enrolled: every copy has the same fault; take the image anew from one that never was. Not from an image: the enrollment is the PC's own earlier one.",
        },
      ),
      changes(
        "Delete that certificate, and the key OnlineManagement with all below it after you exported it. Then enroll again.",
        { rights: "administrator" },
      ),
    ],
    note: "In Windows Installer the same number means that the source of an installation is missing (1612).",
    sources: [
      {
        page: "windowsEnrollment",
        heading: "Error hr 0x8007064c: The machine is already enrolled",
        anchor: "error-hr-0x8007064c-the-machine-is-already-enrolled",
      },
      windowsNumber,
    ],
  },
  {
    kind: "code",
    code: "0x8018000d",
    symbols: ["MENROLL_E_DISCOVERY_SEC_CERT_DATE_INVALID"],
    places: ["enrollment"],
    title: "MDM enrollment: date of the discovery certificate invalid",
    cause: "While it looked for the MDM server, Windows met a security certificate whose date is not valid.",
    resolution: [
      reads("Compare the PC's clock with `w32tm /stripchart /computer:time.windows.com /samples:3`.", {
        rights: "user",
        proves:
          "An offset of hours or days is the fault. With a clock that is right, the certificate of the discovery server has run out, and its operator renews it.",
      }),
      changes("Set the clock with `w32tm /resync`, then enroll again.", { rights: "administrator" }),
    ],
    sources: [constants, messages],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x8018000e",
    symbols: ["MENROLL_E_PASSWORD_NEEDED"],
    places: ["enrollment"],
    title: "MDM enrollment: password missing",
    cause: "The enrollment went by a way on which the user proves who it is by the password, and none came along.",
    resolution: [
      changes(
        "Start the enrollment from Settings > Accounts > Access work or school > *Enroll only in device management*, with the user at the PC, and let the user type the password when asked.",
        {
          proves:
            "If it goes on after the password, a script or a tool had left it out. If no password is asked for, the service expects another way, such as a sign-in of the work account: start from *Connect*.",
          rights: "user",
        },
      ),
    ],
    sources: [constants, messages],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x8018000f",
    symbols: ["MENROLL_E_WAB_ERROR"],
    places: ["enrollment"],
    title: "MDM enrollment: error in the sign-in window",
    cause: "The sign-in window of the enrollment, shown by the web authentication broker (WAB), ended with an error.",
    resolution: [
      reads(
        "Repeat the enrollment, and note at which page of the sign-in it stops: these pages come from the sign-in service, not from Windows.",
        {
          proves:
            "At an error page with an AADSTS number: look that up. At an empty page: try another network, for something keeps the page from loading. At none: it was closed; repeat.",
          rights: "user",
        },
      ),
    ],
    sources: [constants, messages],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80180010",
    symbols: ["MENROLL_E_CONNECTIVITY"],
    places: ["enrollment"],
    title: "MDM enrollment: network error",
    cause: "The network failed during the enrollment, for instance in name resolution or with a time-out.",
    resolution: [
      reads(
        "Run `Test-NetConnection` with the host of {MdmUrl} and `-Port 443`: it says whether the name has an address and whether the server takes connections from here.",
        {
          proves:
            "No address: DNS. `TcpTestSucceeded : False`: the firewall, or a proxy is needed. True: the way is open now; enroll again.",
          rights: "user",
        },
      ),
    ],
    sources: [constants, messages],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80180012",
    symbols: ["MENROLL_E_INVALIDSSLCERT"],
    places: ["enrollment"],
    title: "MDM enrollment: invalid TLS certificate",
    cause: "The TLS certificate that the PC was shown during the enrollment is not valid.",
    resolution: [
      reads(
        "Open the address in {MdmUrl} in a browser on this PC and look at the certificate: its issuer shows whether a proxy inspects the connection.",
        {
          proves:
            "Your own company as the issuer: exempt the address from TLS inspection. A public one: compare the clock of the PC, then the dates of the certificate.",
          rights: "user",
        },
      ),
    ],
    note: "TLS inspection as a cause is inferred.",
    sources: [constants, messages],
  },
  {
    kind: "code",
    code: "0x80180013",
    symbols: ["MENROLL_E_DEVICECAPREACHED"],
    places: ["enrollment"],
    title: "MDM enrollment: device limit reached",
    cause: "The user has enrolled as many devices as the limit allows.",
    resolution: [
      reads(
        "Count the devices the user has enrolled, in the MDM service or with a browser (public cloud: https://myaccount.microsoft.com), and compare with the limit.",
        {
          rights: "user",
          proves:
            "At the limit: remove one or raise it. Below it: the limit is that of another group or service; ask whoever runs it.",
          where: "management",
        },
      ),
      changes(
        "Have the user remove devices that are no longer used, which needs no administrator, or raise the limit in the MDM service.",
        { where: "management" },
      ),
    ],
    note: "The limit of devices a user may join to Microsoft Entra ID is another one.",
    sources: [constants, messages],
  },
  {
    kind: "code",
    code: "0x80180014",
    symbols: ["MENROLL_E_DEVICENOTSUPPORTED"],
    places: ["enrollment"],
    title: "MDM enrollment: platform or version not supported",
    cause: "The MDM service does not take devices with this platform or version of Windows.",
    resolution: [
      reads(
        "In the Intune admin center open Devices > Enrollment > Device platform restriction, and see whether Windows (MDM) and this version are allowed for the user.",
        {
          rights: "directory-administrator",
          where: "management",
          proves: "Blocked: allow it for a group of the user, and enroll again. Allowed: go on.",
        },
      ),
      reads(
        "In the Intune admin center look under Devices > All devices for a record of this very device: Autopilot in self-deploying mode and pre-provisioning stop at one from an earlier deployment.",
        {
          rights: "directory-administrator",
          where: "management",
          proves: "There is one: go on. There is none: the version of Windows is what is left.",
        },
      ),
      changes("Delete that record, then deploy the device again.", { where: "management" }),
      changes("If the version is too old for the service, upgrade Windows."),
    ],
    note: "Upgrading is the advice in Microsoft's list of constants; its Intune article names Windows enrollment that is turned off in the tenant.",
    sources: [constants, messages, { page: "windowsEnrollment" }, { page: "autopilotKnownIssues" }],
  },
  {
    kind: "code",
    code: "0x80180015",
    symbols: ["MENROLL_E_NOTSUPPORTED"],
    places: ["enrollment"],
    title: "MDM enrollment: not supported for this device",
    cause:
      "Mobile device management is not supported for this device at all, while 0x80180014 turns away only a platform or a version.",
    resolution: [
      reads("Check the edition of Windows under Settings > System > About against the needs of the MDM service.", {
        proves:
          "An edition that the service does not take: another edition is needed. One that it takes: the device itself is of a kind that it does not manage.",
        rights: "user",
      }),
      "Do not let the user try on: Microsoft expects that it cannot be resolved on this device.",
    ],
    note: "The check of the edition is inferred.",
    sources: [constants, messages],
  },
  {
    kind: "code",
    code: "0x80180016",
    symbols: ["MENROLL_E_NOTELIGIBLETORENEW", "MREGISTER_E_NOTELIGIBLETORENEW"],
    places: ["enrollment"],
    title: "MDM enrollment: renewal rejected",
    cause: "An enrolled device wanted to renew its enrollment, and the server turned it down.",
    resolution: [
      reads(
        "Compare date and time of the device with a clock that is right: the time is what Microsoft says to check when a renewal is turned down.",
        {
          proves:
            "Wrong: set the clock, and let the renewal run again. Right: the old enrollment cannot be renewed; enroll anew.",
          rights: "user",
        },
      ),
      changes("If the time is right, enroll the device anew."),
    ],
    sources: [constants, messages],
  },
]
