import type { CodeEntry } from "../../code.ts"
import { deviceState } from "../../headings.ts"
import { changes, endsSignIns, reads } from "../../step.ts"
import {
  deviceNotShown,
  notForPrt,
  showDevice,
  signInEvents,
  table,
  whichPolicy,
  withoutConditionalAccess,
} from "./advice.ts"

/** Answers about what a policy or a risk demands, other than a second factor or a new password. */
export const policyCodes = (): readonly CodeEntry[] => [
  {
    kind: "code",
    code: "AADSTS50005",
    symbols: ["DevicePolicyError"],
    places: ["any"],
    title: "platform that the policy does not support",
    cause:
      "A Conditional Access policy looks at the device, and the platform that the app reports is not one it supports.",
    resolution: [
      reads("Look at *Device info* of the sign-in in the logs: which operating system and which browser it shows.", {
        proves:
          "Not what the user has: the browser tells another name; try Microsoft Edge. As it is: the policy does not take that platform.",
        rights: "directory-administrator",
        where: "entra",
      }),
      showDevice,
      notForPrt,
    ],
    confidence: "inferred",
    sources: [table, signInEvents, withoutConditionalAccess],
  },
  {
    kind: "code",
    code: "AADSTS50131",
    symbols: ["ConditionalAccessFailed"],
    places: ["any"],
    title: "refused by a policy, for one of several reasons",
    cause:
      "Microsoft Entra ID refused the request by a policy: the state of the device, suspicious activity, an access policy or a security policy. The code does not say which.",
    resolution: [
      reads(
        "Read the sentence behind the code: it mostly says whether the device, the activity or a policy was the reason.",
        {
          rights: "user",
          proves:
            "The device: see its compliance. The activity: see the risk of the user. A policy: find it in the sign-in logs.",
        },
      ),
      whichPolicy,
      notForPrt,
    ],
    sources: [table, signInEvents, withoutConditionalAccess],
  },
  {
    kind: "code",
    code: "AADSTS53000",
    symbols: ["DeviceNotCompliant"],
    places: ["any"],
    title: "device not compliant",
    cause: "A Conditional Access policy wants a compliant device, and this one is not compliant.",
    resolution: [
      reads(
        "Check the device in your device management, such as Intune: is it enrolled, and which compliance setting fails?",
        {
          proves:
            "Not enrolled: enroll it. A setting that fails: repair it, and let the PC sync. All in order: wait until Microsoft Entra ID knows it.",
          where: "management",
        },
      ),
      showDevice,
      notForPrt,
    ],
    sources: [table, deviceNotShown, withoutConditionalAccess],
  },
  {
    kind: "code",
    code: "AADSTS530004",
    symbols: [],
    places: ["any"],
    title: "guest's device is not trusted across tenants",
    cause:
      "A guest opened a resource whose Conditional Access policy asks for a compliant or hybrid joined device, and the tenants are not set up to trust each other's devices.",
    resolution: [
      reads("Check that the guest's device is compliant or hybrid joined at home.", {
        proves: "It is: see whether the tenants trust each other's devices. It is not: that has to be solved at home.",
        rights: "directory-administrator",
        where: "entra",
      }),
      showDevice,
      changes(
        "Set up cross-tenant access so that compliant or hybrid joined devices of the guest's home tenant are trusted.",
        { rights: "directory-administrator", where: "entra" },
      ),
      changes(
        "If the policy asks for an approved client app, leave guests out of it: that combination is not supported.",
        { rights: "directory-administrator", where: "entra" },
      ),
    ],
    sources: [{ page: "aadsts530004" }, deviceNotShown],
  },
  {
    kind: "code",
    code: "AADSTS530032",
    symbols: ["BlockedByConditionalAccessOnSecurityPolicy"],
    places: ["any"],
    title: "blocked by a security policy of the tenant",
    cause: "A policy that holds for the whole tenant forbids this kind of request.",
    resolution: [
      reads(
        "Read in the failed sign-in which app and which kind of client asked: tenant-wide rules often close old protocols.",
        {
          proves: "An old protocol: use a newer app. A modern one: find the rule that names it.",
          rights: "directory-administrator",
          where: "entra",
        },
      ),
      whichPolicy,
      notForPrt,
    ],
    confidence: "inferred",
    sources: [table, signInEvents],
  },
  {
    kind: "code",
    code: "AADSTS530035",
    symbols: ["BlockedBySecurityDefaults"],
    places: ["any"],
    title: "blocked by security defaults",
    cause:
      "The tenant has security defaults on. They closed this request because it came by an old way of signing in, or because it looked unsafe.",
    resolution: [
      reads(
        "Find the client in the sign-in logs: an old mail protocol or an app that cannot ask for a second factor.",
        {
          proves: "An old protocol: move to a modern app. A modern one: let the user register for a second factor.",
          rights: "directory-administrator",
          where: "entra",
        },
      ),
      changes("Update the app to one that signs in the modern way.", { where: "app" }),
      notForPrt,
    ],
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS53001",
    symbols: ["DeviceNotDomainJoined"],
    places: ["any"],
    title: "device not domain joined",
    cause: "A Conditional Access policy wants a domain joined device, and the request came from another one.",
    resolution: [
      reads("Compare `AzureAdJoined` and `DomainJoined`: only YES for both is a hybrid joined PC.", {
        rights: "user",
        proves:
          "YES for both: the device was not shown; go on. One NO: the policy asks for something that this PC is not.",
      }),
      showDevice,
      notForPrt,
    ],
    confidence: "inferred",
    sources: [table, deviceState, deviceNotShown, withoutConditionalAccess],
  },
  {
    kind: "code",
    code: "AADSTS53002",
    symbols: ["ApplicationUsedIsNotAnApprovedApp"],
    places: ["any"],
    title: "app not among the approved ones",
    cause: "A Conditional Access policy admits approved client apps only, and this app is not one of them.",
    resolution: [
      reads("Have the user open the resource in an approved app.", {
        proves:
          "It works: nothing is left to do. It is refused too: see in the sign-in logs which app the policy means.",
        rights: "user",
      }),
      whichPolicy,
      notForPrt,
    ],
    sources: [table, signInEvents],
  },
  {
    kind: "code",
    code: "AADSTS53003",
    symbols: ["BlockedByConditionalAccess"],
    places: ["any"],
    title: "blocked by Conditional Access",
    cause: "A Conditional Access policy forbids a token for this request.",
    resolution: [
      reads(
        "On the *Conditional Access* tab of the failed sign-in, look for the policy that ended with *Failure* and whose control is to block.",
        {
          proves: "Meant for this user: nothing is to be done. Not meant: exclude the user or the place from it.",
          rights: "directory-administrator",
          where: "entra",
        },
      ),
      notForPrt,
    ],
    sources: [table, signInEvents, withoutConditionalAccess],
  },
  {
    kind: "code",
    code: "AADSTS53009",
    symbols: [],
    places: ["any"],
    title: "app without an Intune protection policy",
    cause: "A Conditional Access policy wants the app to enforce an app protection policy of Intune, and it does not.",
    resolution: [
      reads("See in Intune whether an app protection policy covers this user and this app.", {
        rights: "directory-administrator",
        proves: "None: assign one. One is there: let the user sign in to the app again, which fetches it.",
        where: "management",
      }),
      whichPolicy,
      notForPrt,
    ],
    confidence: "inferred",
    sources: [
      {
        page: "conditionalAccess",
        heading: "Common Conditional Access error codes",
        anchor: "common-conditional-access-error-codes",
      },
    ],
  },
  {
    kind: "code",
    code: "AADSTS53011",
    symbols: [],
    places: ["any"],
    title: "user blocked at home because of risk",
    cause: "The user is a guest here, and the home tenant takes the account to be at risk.",
    resolution: [
      reads("Ask the administrators of the home tenant: only there can the risk be seen and cleared.", {
        proves: "Cleared: sign in again. Not to be cleared: the user stays blocked, as is meant.",
        rights: "directory-administrator",
        where: "entra",
      }),
      endsSignIns("Have them set a new password for the account if the risk is real, or dismiss it if it is false.", {
        rights: "directory-administrator",
        where: "entra",
      }),
      notForPrt,
    ],
    confidence: "inferred",
    sources: [table, { page: "userRisk", heading: "Unblocking users", anchor: "unblocking-users" }],
  },
  {
    kind: "code",
    code: "AADSTS530084",
    symbols: [],
    places: ["any"],
    title: "blocked by the policy for token protection",
    cause:
      "A Conditional Access policy wants tokens that are bound to the device (token protection), and the app asked for one that is not.",
    resolution: [
      reads("See whether the app signs in through Windows' token broker: one that does not cannot bind its tokens.", {
        proves: "It does: see whether `AzureAdPrt` is YES. It does not: another app is needed, or an exception.",
        rights: "user",
        where: "app",
      }),
      whichPolicy,
      notForPrt,
    ],
    confidence: "reported",
    sources: [{ page: "tokenProtectionReport" }, withoutConditionalAccess],
  },
]
