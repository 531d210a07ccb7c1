import type { CodeEntry } from "../../code.ts"
import { tenantDetails } from "../../headings.ts"
import { shared } from "../../shared.ts"
import { changes, reads } from "../../step.ts"
import { constants, messages } from "./advice.ts"

const askMdmService = shared(
  "Try the enrollment again. If it fails again, take the code and the time to whoever runs the MDM service: the error arose there.",
)

/** Codes with which the MDM server, or the account there, turns an enrollment down. */
export const mdmServerCodes = (): readonly CodeEntry[] => [
  {
    kind: "code",
    code: "0x80180001",
    symbols: ["MENROLL_E_DEVICE_MESSAGE_FORMAT_ERROR"],
    places: ["enrollment"],
    title: "MDM enrollment: malformed message",
    cause: "During MDM enrollment the server reported a message in the wrong format or against its schema.",
    resolution: [
      reads(
        "Open the address in {MdmUrl} on the PC: an answer of a proxy in place of the server is a malformed message too.",
        {
          rights: "user",
          proves:
            "A page of your proxy: exempt the address. An answer of the service, an error page too: the way is open, and the service disliked the message.",
        },
      ),
      askMdmService,
    ],
    sources: [constants, messages],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80180002",
    symbols: ["MENROLL_E_DEVICE_AUTHENTICATION_ERROR"],
    places: ["enrollment"],
    title: "MDM enrollment: user not authenticated",
    cause: "The MDM server could not authenticate the user who was enrolling the device.",
    resolution: [
      reads(
        "Have the user sign in elsewhere with the work account, for example in a browser (public cloud: https://myaccount.microsoft.com), to see that it works.",
        {
          proves:
            "If that fails, repair the account or its password first. If it works, repeat the enrollment with that very account.",
          rights: "user",
        },
      ),
      "Then repeat the enrollment with it.",
    ],
    sources: [constants, messages],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80180003",
    symbols: ["MENROLL_E_DEVICE_AUTHORIZATION_ERROR"],
    places: ["enrollment"],
    title: "MDM enrollment: user not authorized",
    cause: "The user is known to the MDM server, but has no permission to enroll devices.",
    resolution: [
      reads(
        "Check in the MDM service who may enroll, and in Microsoft Entra ID (Mobility) that the user is in the MDM user scope.",
        {
          rights: "directory-administrator",
          proves:
            "Left out of one: admit the user there. In both: the license or a restriction of devices is what to look at.",
          where: "management",
        },
      ),
      changes("Admit the user where one of the two leaves them out, then have them enroll again.", {
        where: "management",
      }),
    ],
    sources: [constants, messages, tenantDetails],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80180004",
    symbols: ["MENROLL_E_DEVICE_CERTIFCATEREQUEST_ERROR"],
    places: ["enrollment"],
    title: "MDM enrollment: certificate request failed",
    cause:
      "No enrollment certificate could be had: the user lacks permission on the certificate template, or the certification authority did not answer.",
    resolution: [
      reads(
        "Check the permissions on the template and whether the certification authority is up and reachable for the MDM service.",
        {
          rights: "directory-administrator",
          proves:
            "No right to enroll, or no answer of the authority: that is the cause. Both right: the log of the authority names the request that failed.",
          where: "management",
        },
      ),
      changes("Correct what fails there, then enroll again: each enrollment asks for a certificate of its own.", {
        where: "management",
      }),
    ],
    note: "The symbol is misspelled in Windows itself.",
    sources: [constants, messages],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80180005",
    symbols: ["MENROLL_E_DEVICE_CONFIGMGRSERVER_ERROR"],
    places: ["enrollment"],
    title: "MDM enrollment: management server failed",
    cause: "The management server itself failed, for example when it went to its database.",
    resolution: [
      reads("Look at the service health of the MDM service, for Intune in the Microsoft 365 admin center.", {
        rights: "directory-administrator",
        proves: "A fault that is known: wait until it is over. None: try the enrollment once more.",
        where: "management",
      }),
      askMdmService,
    ],
    sources: [constants, messages],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80180006",
    symbols: ["MENROLL_E_DEVICE_INTERNALSERVICE_ERROR"],
    places: ["enrollment"],
    title: "MDM enrollment: unhandled server error",
    cause: "The MDM server stopped at an exception that it does not handle.",
    resolution: [
      reads("Try with another PC of the same user.", {
        rights: "user",
        proves:
          "That one enrolls: it is this PC's request that the server stumbles over, and its log says where. It fails too: the server stumbles over the user or over everybody; take it to whoever runs the service.",
      }),
      askMdmService,
    ],
    note: "One Microsoft page prints the symbol of 0x80180005 for it by mistake.",
    sources: [constants, messages],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80180007",
    symbols: ["MENROLL_E_DEVICE_INVALIDSECURITY_ERROR"],
    places: ["enrollment"],
    title: "MDM enrollment: security of the request invalid",
    cause:
      "The MDM server did not accept the security of the request. Windows tells the user that the account or device could not be authenticated.",
    resolution: [
      reads(
        "See in the directory that the user's account is enabled and its password current, then ask the operator of the MDM service what the server logged for this request.",
        {
          proves:
            "Disabled or expired: repair that and enroll again. In order: the server's log says what it did not accept.",
          rights: "directory-administrator",
          where: "directory",
        },
      ),
    ],
    note: "Microsoft's list of constants repeats the text of 0x80180006 here. The meaning is read from the symbol and from the message the user gets.",
    sources: [messages, constants],
  },
  {
    kind: "code",
    code: "0x80180008",
    symbols: ["MENROLL_E_DEVICE_UNKNOWN_ERROR"],
    places: ["enrollment"],
    title: "MDM enrollment: unknown server error",
    cause: "The MDM server failed and gave no reason.",
    resolution: [
      reads(
        "Read event 76 and those before it in DeviceManagement-Enterprise-Diagnostics-Provider > Admin, in Event Viewer: they hold what the server sent.",
        {
          proves:
            "A number or words of the server: look those up. Nothing but this number: enroll once more, then ask whoever runs the service.",
          rights: "user",
        },
      ),
      askMdmService,
    ],
    sources: [constants, messages],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80180017",
    symbols: ["MENROLL_E_INMAINTENANCE"],
    places: ["enrollment"],
    title: "MDM enrollment: service in maintenance",
    cause:
      "The MDM service enrolls no device for this account at the moment, because it has the account in maintenance.",
    resolution: [
      reads("Ask the operator of the MDM service when the maintenance ends.", {
        rights: "user",
        proves:
          "When it has ended, enroll again. If there is none, the account is held by mistake, and the operator has to release it.",
        where: "management",
      }),
      "Enroll after that.",
    ],
    sources: [constants, messages],
  },
  {
    kind: "code",
    code: "0x80180018",
    symbols: ["MENROLL_E_USERLICENSE"],
    places: ["enrollment"],
    title: "MDM enrollment: license problem",
    cause: "The state of the user's license does not allow enrollment.",
    resolution: [
      reads("Check that the user has a valid license for the MDM service. The user cannot solve this alone.", {
        proves:
          "None: assign one. There is one: wait until the service knows it, and look whether it includes device management.",
        rights: "directory-administrator",
        where: "entra",
      }),
      changes("Assign one, for Intune in the Microsoft 365 admin center, then have the user enroll again.", {
        rights: "directory-administrator",
        where: "entra",
      }),
    ],
    sources: [constants, messages, { page: "windowsEnrollment" }],
  },
  {
    kind: "code",
    code: "0x80180019",
    symbols: ["MENROLL_E_ENROLLMENTDATAINVALID"],
    places: ["enrollment"],
    title: "MDM enrollment: enrollment data rejected",
    cause: "The MDM server rejected the data that came with the request. Its own configuration may be wrong.",
    resolution: [
      reads(
        "Have the operator check the server's enrollment settings, and the MDM addresses entered in Microsoft Entra ID.",
        {
          rights: "directory-administrator",
          proves:
            "An address that is wrong: correct it, for Intune as below. All right: the server's log says which data it rejected.",
          where: "management",
        },
      ),
      changes("For Intune, choose Restore default MDM URLs in Microsoft Entra ID, Mobility (MDM and WIP).", {
        rights: "directory-administrator",
        where: "entra",
      }),
    ],
    sources: [constants, messages, { page: "windowsEnrollment" }],
    confidence: "inferred",
  },
]
