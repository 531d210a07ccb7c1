import type { CodeEntry } from "../code.ts"
import { tenantDetails } from "../headings.ts"
import { shared } from "../shared.ts"
import type { Source } from "../source.ts"
import { changes, endsSignIns, reads } from "../step.ts"

const constants: Source = { page: "mdmConstants", heading: "MDM registration error values" }

const messages: Source = { page: "mdmIntegration", heading: "Error codes", anchor: "error-codes" }

const askMdmService = shared(
  "Try the enrollment again. If it fails again, take the code and the time to whoever runs the MDM service: the error arose there.",
)

const notTheJoin =
  "This code belongs to enrollment in mobile device management (MDM), not to the device join. The join can be in order all the same."

const causeOnly = `${notTheJoin} Microsoft documents the cause; the advice follows from it.`

/** Codes of enrollment in mobile device management, which starts after a join and can fail without it. */
export const mdmCodes: readonly CodeEntry[] = [
  {
    kind: "code",
    code: "0x80180001",
    symbols: ["MENROLL_E_DEVICE_MESSAGE_FORMAT_ERROR"],
    places: ["enrollment"],
    title: "MDM enrollment: malformed message",
    cause: "During MDM enrollment the server reported a message in the wrong format or against its schema.",
    resolution: [askMdmService],
    note: causeOnly,
    sources: [constants, messages],
  },
  {
    kind: "code",
    code: "0x80180002",
    symbols: ["MENROLL_E_DEVICE_AUTHENTICATION_ERROR"],
    places: ["enrollment"],
    title: "MDM enrollment: user not authenticated",
    cause: "The MDM server could not authenticate the user who was enrolling the device.",
    resolution: [
      "Have the user repeat the enrollment with the work account, and check in the meantime that this account can sign in elsewhere.",
    ],
    note: causeOnly,
    sources: [constants, messages],
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
        { where: "management" },
      ),
    ],
    note: causeOnly,
    sources: [constants, messages, tenantDetails],
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
        { where: "management" },
      ),
    ],
    note: `${causeOnly} The symbol is misspelled in Windows itself.`,
    sources: [constants, messages],
  },
  {
    kind: "code",
    code: "0x80180005",
    symbols: ["MENROLL_E_DEVICE_CONFIGMGRSERVER_ERROR"],
    places: ["enrollment"],
    title: "MDM enrollment: management server failed",
    cause: "The management server itself failed, for example when it went to its database.",
    resolution: [askMdmService],
    note: causeOnly,
    sources: [constants, messages],
  },
  {
    kind: "code",
    code: "0x80180006",
    symbols: ["MENROLL_E_DEVICE_INTERNALSERVICE_ERROR"],
    places: ["enrollment"],
    title: "MDM enrollment: unhandled server error",
    cause: "The MDM server stopped at an exception that it does not handle.",
    resolution: [askMdmService],
    note: `${causeOnly} One Microsoft page prints the symbol of 0x80180005 for it by mistake.`,
    sources: [constants, messages],
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
        "Check the user's account first, then ask the operator of the MDM service what the server logged for this request.",
      ),
    ],
    note: `${notTheJoin} Microsoft's list of constants repeats the text of 0x80180006 here. The meaning is read from the symbol and from the message the user gets.`,
    sources: [messages, constants],
  },
  {
    kind: "code",
    code: "0x80180008",
    symbols: ["MENROLL_E_DEVICE_UNKNOWN_ERROR"],
    places: ["enrollment"],
    title: "MDM enrollment: unknown server error",
    cause: "The MDM server failed and gave no reason.",
    resolution: [askMdmService],
    note: causeOnly,
    sources: [constants, messages],
  },
  {
    kind: "code",
    code: "0x80180009",
    symbols: ["MENROLL_E_ENROLLMENT_IN_PROGRESS"],
    places: ["enrollment"],
    title: "MDM enrollment: another one is running",
    cause: "An enrollment of this device is already under way.",
    resolution: ["Let the running enrollment finish, and start a new one only if it fails."],
    note: causeOnly,
    sources: [constants, messages],
  },
  {
    kind: "code",
    code: "0x8018000a",
    symbols: ["MENROLL_E_DEVICE_ALREADY_ENROLLED"],
    places: ["enrollment"],
    title: "MDM enrollment: device already enrolled",
    cause: "The device is enrolled in an MDM service already.",
    resolution: [
      reads(
        "Look under Settings > Accounts > Access work or school for a connection that exists already, perhaps one that another user made.",
      ),
      endsSignIns(
        "If that connection is not wanted, remove it as the user who made it, then enroll again. On a Microsoft Entra joined PC, removing it also ends the join.",
        { rights: "user" },
      ),
    ],
    note: `${notTheJoin} The connection of another user is the cause that Microsoft's Intune article on Windows enrollment errors names.`,
    sources: [
      constants,
      messages,
      { page: "faq", heading: "How do I unjoin a Microsoft Entra joined device locally on the device?" },
    ],
  },
  {
    kind: "code",
    code: "0x8018000d",
    symbols: ["MENROLL_E_DISCOVERY_SEC_CERT_DATE_INVALID"],
    places: ["enrollment"],
    title: "MDM enrollment: date of the discovery certificate invalid",
    cause: "While it looked for the MDM server, Windows met a security certificate whose date is not valid.",
    resolution: [reads("Check date and time on the PC, then the validity of the discovery server's certificate.")],
    note: causeOnly,
    sources: [constants, messages],
  },
  {
    kind: "code",
    code: "0x8018000e",
    symbols: ["MENROLL_E_PASSWORD_NEEDED"],
    places: ["enrollment"],
    title: "MDM enrollment: password missing",
    cause: "The enrollment needs a password and was not given one.",
    resolution: ["Start the enrollment again so that the user can enter the password."],
    note: causeOnly,
    sources: [constants, messages],
  },
  {
    kind: "code",
    code: "0x8018000f",
    symbols: ["MENROLL_E_WAB_ERROR"],
    places: ["enrollment"],
    title: "MDM enrollment: error in the sign-in window",
    cause: "The sign-in window of the enrollment, shown by the web authentication broker (WAB), ended with an error.",
    resolution: [
      "Repeat the enrollment, and note at which page of the sign-in it stops: these pages come from the sign-in service, not from Windows.",
    ],
    note: causeOnly,
    sources: [constants, messages],
  },
  {
    kind: "code",
    code: "0x80180010",
    symbols: ["MENROLL_E_CONNECTIVITY"],
    places: ["enrollment"],
    title: "MDM enrollment: network error",
    cause: "The network failed during the enrollment, for instance in name resolution or with a time-out.",
    resolution: [
      reads("Take the host from `MdmUrl` and test name resolution and an HTTPS connection to it from this PC."),
    ],
    note: causeOnly,
    sources: [constants, messages],
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
        "Open the address in `MdmUrl` in a browser on this PC and look at the certificate: its issuer shows whether a proxy inspects the connection.",
      ),
    ],
    note: `${notTheJoin} TLS inspection as a cause is inferred.`,
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
      changes(
        "Have the user remove devices that are no longer used, which needs no administrator, or raise the limit in the MDM service.",
        { where: "management" },
      ),
    ],
    note: `${notTheJoin} The limit of devices a user may join to Microsoft Entra ID is another one.`,
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
        "In Intune, check first that the enrollment restrictions allow Windows (MDM) and this version for the user.",
        { where: "management" },
      ),
      changes("If the version is too old for the service, upgrade Windows."),
    ],
    note: `${notTheJoin} Upgrading is the advice in Microsoft's list of constants. Its Intune article on Windows enrollment errors names Windows enrollment that is turned off in the tenant.`,
    sources: [constants, messages],
  },
  {
    kind: "code",
    code: "0x80180015",
    symbols: ["MENROLL_E_NOTSUPPORTED"],
    places: ["enrollment"],
    title: "MDM enrollment: not supported for this device",
    cause: "Mobile device management is not supported for this device at all.",
    resolution: [
      "Do not let the user try on: Microsoft expects that it cannot be resolved on this device. Check its edition of Windows against the needs of the MDM service.",
    ],
    note: `${notTheJoin} The check of the edition is inferred.`,
    sources: [constants, messages],
  },
  {
    kind: "code",
    code: "0x80180016",
    symbols: ["MENROLL_E_NOTELIGIBLETORENEW", "MREGISTER_E_NOTELIGIBLETORENEW"],
    places: ["enrollment"],
    title: "MDM enrollment: renewal rejected",
    cause: "An enrolled device wanted to renew its enrollment, and the server turned it down.",
    resolution: [reads("Check the clock of the device."), changes("If the time is right, enroll the device anew.")],
    note: notTheJoin,
    sources: [constants, messages],
  },
  {
    kind: "code",
    code: "0x80180017",
    symbols: ["MENROLL_E_INMAINTENANCE"],
    places: ["enrollment"],
    title: "MDM enrollment: service in maintenance",
    cause: "The account is in maintenance on the side of the MDM service.",
    resolution: ["Wait and enroll later. The operator of the service knows when the maintenance ends."],
    note: notTheJoin,
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
        where: "directory",
      }),
    ],
    note: notTheJoin,
    sources: [constants, messages],
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
        { where: "management" },
      ),
    ],
    note: causeOnly,
    sources: [constants, messages],
  },
]
