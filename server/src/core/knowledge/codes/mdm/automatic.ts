import type { CodeEntry } from "../../code.ts"
import type { Source } from "../../source.ts"
import { changes, reads } from "../../step.ts"
import { constants } from "./advice.ts"

/** What Intune's support says of failed enrollments. */
const windowsEnrollment: Source = { page: "windowsEnrollment" }

/** Codes of automatic enrollment, which needs the tenant, the user and the PC to be set up for it. */
export const mdmAutomaticCodes = (): readonly CodeEntry[] => [
  {
    kind: "code",
    code: "0x80180022",
    symbols: ["MENROLL_E_PROV_CSP_MISC"],
    places: ["enrollment"],
    title: "MDM enrollment: settings not applied, on Windows Home by rule",
    cause:
      "The settings that the enrollment brought could not be applied. In Autopilot, Microsoft ties the number to a PC with Windows Home, which cannot be managed.",
    resolution: [
      reads(
        "Look at the edition under Settings > System > About: Home confirms the cause that Microsoft names for Autopilot.",
        {
          proves:
            "Home: upgrade the edition. Pro or higher: look for the setting that could not be applied in the events of the enrollment.",
          rights: "user",
        },
      ),
      changes("Upgrade Windows Home to Pro or higher.", { rights: "administrator" }),
    ],
    sources: [constants, windowsEnrollment],
  },
  {
    kind: "code",
    code: "0x80180026",
    symbols: ["MENROLL_E_DEVICE_MANAGEMENT_BLOCKED"],
    places: ["enrollment"],
    title: "MDM enrollment: blocked on this device",
    cause:
      "Something on the device keeps device management out: a policy, or another management agent such as the old Intune PC client, which set the device as managed elsewhere.",
    resolution: [
      reads(
        "Look under HKLM\\SOFTWARE\\Microsoft\\Enrollments for the value `ExternallyManaged`, and in Group Policy for a setting that disables MDM enrollment.",
        {
          rights: "administrator",
          proves:
            "`ExternallyManaged` 1, or an agent of another management: take that away first; go on. The policy *Disable MDM Enrollment* (Computer Configuration > Administrative Templates > Windows Components > MDM): set it to Not Configured. Neither: the old Intune PC client is the usual reason.",
        },
      ),
      changes("Uninstall the Intune PC client or the other agent if the PC is to be managed by MDM.", {
        rights: "administrator",
      }),
    ],
    note: "Microsoft names policy and the Intune PC client. The registry value is known from reports.",
    sources: [
      constants,
      windowsEnrollment,
      { page: "mobileEnrollment", heading: "Disable MDM enrollments", anchor: "disable-mdm-enrollments" },
    ],
  },
  {
    kind: "code",
    code: "0x8018002a",
    symbols: [],
    places: ["enrollment"],
    title: "MDM enrollment: sign-in not finished by the user",
    cause:
      "The enrollment in the background needed the user, mostly for multifactor authentication, and the notification was closed or not answered.",
    resolution: [
      reads(
        "Have the user sign in once with multifactor authentication, for example by locking and unlocking the PC and answering the notification.",
        {
          proves:
            "If the enrollment goes on after that, the second factor was all that was missing. If not, see which policy asks for it.",
          rights: "user",
        },
      ),
      reads(
        "Check which Conditional Access policy asks for multifactor authentication on Microsoft Intune Enrollment.",
        {
          rights: "directory-administrator",
          where: "entra",
        },
      ),
    ],
    confidence: "reported",
    sources: [windowsEnrollment],
  },
  {
    kind: "code",
    code: "0x8018002b",
    symbols: [],
    places: ["enrollment"],
    title: "MDM enrollment: automatic enrollment not set up for the user",
    cause:
      "Automatic enrollment found no MDM service for this user: the user name ends in a domain that is not verified, such as `contoso.local`, or the MDM user scope is None.",
    resolution: [
      reads("Run `whoami /upn` as the user: the part behind the @ has to be a verified domain of the tenant.", {
        proves:
          "Another suffix, such as `.local`: give the user a verified one. A verified one: look at the scope and the license next.",
        rights: "user",
      }),
      reads(
        "In Microsoft Entra ID, Mobility (MDM and WIP), read the MDM user scope of Microsoft Intune: the user has to be in it.",
        {
          rights: "directory-administrator",
          where: "entra",
        },
      ),
      changes(
        "Give the user a verified UPN suffix in Active Directory, or put the user into the scope, then wait for a synchronization.",
        {
          rights: "directory-administrator",
          where: "active-directory",
        },
      ),
    ],
    sources: [windowsEnrollment],
  },
  {
    kind: "code",
    code: "0x80180031",
    symbols: ["MENROLL_E_MDM_NOT_CONFIGURED"],
    places: ["enrollment"],
    title: "MDM enrollment: no MDM service set up",
    cause: "The tenant has no MDM service that this PC could enroll in.",
    resolution: [
      reads(
        "Read `MdmUrl` in the log: an empty value says the same. Then look under Mobility (MDM and WIP) in Microsoft Entra ID.",
        {
          proves:
            "Set up there and empty here: the user is not in its scope, or the PC joined before. Not set up: choose a service and its scope.",
          inLog: [
            {
              fields: ["MdmUrl"],
              leaves: reads("Look under Mobility (MDM and WIP) in Microsoft Entra ID; on this PC `MdmUrl` is {0}.", {
                rights: "directory-administrator",
                where: "entra",
              }),
            },
          ],
          rights: "directory-administrator",
          where: "entra",
        },
      ),
    ],
    sources: [constants],
  },
]
