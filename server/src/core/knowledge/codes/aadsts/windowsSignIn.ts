import type { CodeEntry } from "../../code.ts"
import { shared } from "../../shared.ts"
import { changes, endsSignIns, fact, reads } from "../../step.ts"
import { signInEvents, signInLog, table, vmMfa, withoutConditionalAccess } from "./advice.ts"

/** Where a virtual machine's own policies are; on any other PC none is evaluated. */
const vmPolicy = shared(
  changes(
    "On a virtual machine, leave the app Microsoft Azure Windows Virtual Machine Sign-in out of the policy, or have people connect from a PC that they signed in to with Windows Hello.",
    { rights: "directory-administrator", where: "entra" },
  ),
)

/** Windows has no window for a second factor while somebody signs in with a password. */
const strongSignIn = shared(
  endsSignIns("Or let the user sign in with Windows Hello or a security key, which is a strong sign-in by itself.", {
    rights: "user",
  }),
)

/** Why a policy alone is an unlikely reason here. */
const noPolicyForPrt = shared(
  fact(
    "Microsoft says that no Conditional Access policy is evaluated when a PRT is issued. A policy behind this code is one for the app that a virtual machine signs in to; else look at per-user settings.",
  ),
)

/** What policies and second factors mean where Windows itself asked, for the PRT, and no app. */
export const windowsSignInCodes = (): readonly CodeEntry[] => [
  {
    kind: "code",
    code: "AADSTS50005",
    symbols: ["DevicePolicyError"],
    places: ["post-join"],
    title: "platform that a policy shuts out, at the Windows sign-in",
    cause:
      "Microsoft Entra ID took the PC that asked for the PRT to be of a platform that a policy of the tenant does not support.",
    resolution: [
      reads("In the sign-in logs, compare the operating system that *Device info* shows with the PC in front of you.", {
        proves:
          "They differ: the attempt came from another device. The same: the policy leaves Windows out; see which.",
        rights: "directory-administrator",
        where: "entra",
      }),
      vmPolicy,
      noPolicyForPrt,
    ],
    confidence: "inferred",
    sources: [table, vmMfa, withoutConditionalAccess],
  },
  {
    kind: "code",
    code: "AADSTS50072",
    symbols: ["UserStrongAuthEnrollmentRequiredInterrupt"],
    places: ["post-join"],
    title: "no second factor set up, asked for at the Windows sign-in",
    cause:
      "The sign-in with which Windows asks for the PRT was stopped so that the user registers a second factor, and Windows has no window for that.",
    resolution: [
      changes("Have the user register security info in a browser, on any device, at `https://aka.ms/mysecurityinfo`.", {
        proves:
          "Then lock and unlock the PC: `AzureAdPrt` should say YES. If the page refuses, a policy asks for a trusted place or device.",
        rights: "user",
        where: "entra",
      }),
      strongSignIn,
      vmPolicy,
      noPolicyForPrt,
    ],
    confidence: "inferred",
    sources: [table, vmMfa, withoutConditionalAccess],
  },
  {
    kind: "code",
    code: "AADSTS50074",
    symbols: ["UserStrongAuthClientAuthNRequiredInterrupt"],
    places: ["post-join"],
    title: "second factor not given at the Windows sign-in",
    cause:
      "Windows asked for the PRT with a password, strong authentication is required of this user, and nobody could answer it there.",
    resolution: [
      reads("See whether the user is set to *Enforced* on the page of per-user multifactor authentication.", {
        rights: "directory-administrator",
        where: "entra",
        proves: "Such a user is asked at every sign-in, that of Windows too; without it look for a policy.",
      }),
      strongSignIn,
      vmPolicy,
      noPolicyForPrt,
    ],
    confidence: "inferred",
    sources: [table, vmMfa, withoutConditionalAccess],
  },
  {
    kind: "code",
    code: "AADSTS50076",
    symbols: ["UserStrongAuthClientAuthNRequired"],
    places: ["post-join"],
    title: "second factor wanted at the Windows sign-in",
    cause:
      "Windows asked for the PRT with a password, and Microsoft Entra ID wants a second factor, which Windows cannot ask for at that moment. A per-user setting does that, or a policy for the app that a virtual machine signs in to.",
    resolution: [
      reads(
        "In the Microsoft Entra admin center open Entra ID > Users > All users > *Per-user MFA*, and look up the user.",
        {
          rights: "directory-administrator",
          where: "entra",
          proves:
            "*Enabled* or *Enforced*: that is the cause; go on. *Disabled*: a policy for the sign-in to virtual machines is left; see the last step.",
        },
      ),
      changes(
        "Set the user to *Disabled* there, and ask for the second factor by a Conditional Access policy instead.",
        {
          rights: "directory-administrator",
          where: "entra",
        },
      ),
      strongSignIn,
      vmPolicy,
      noPolicyForPrt,
    ],
    confidence: "inferred",
    sources: [
      table,
      vmMfa,
      withoutConditionalAccess,
      { page: "perUserMfa", heading: "View the status for a user", anchor: "view-the-status-for-a-user" },
    ],
  },
  {
    kind: "code",
    code: "AADSTS50078",
    symbols: ["UserStrongAuthExpired"],
    places: ["post-join"],
    title: "second factor too old at the Windows sign-in",
    cause:
      "The PRT carries a second factor from an earlier day, a setting of the tenant calls it too old, and renewing it needs the user.",
    resolution: [
      reads(
        "Have the user open any Microsoft 365 app and answer the second factor there: the token is renewed with it.",
        { proves: "A new log shows the token. If no app asks, sign out of Windows and in.", rights: "user" },
      ),
      endsSignIns("Or let the user sign in with Windows Hello, which renews the second factor at each sign-in.", {
        rights: "user",
      }),
      vmPolicy,
      noPolicyForPrt,
    ],
    confidence: "inferred",
    sources: [
      table,
      { page: "prtConcept", heading: "When does a PRT get an MFA claim?", anchor: "when-does-a-prt-get-an-mfa-claim" },
    ],
  },
  {
    kind: "code",
    code: "AADSTS50079",
    symbols: ["UserStrongAuthEnrollmentRequired"],
    places: ["post-join"],
    title: "second factor not set up, wanted at the Windows sign-in",
    cause:
      "For the PRT a second factor is required of this user, who has none: no security info in a managed domain, no claim from the identity provider in a federated one.",
    resolution: [
      reads(
        "Read *Authentication methods* of the user in the Microsoft Entra admin center: is any second factor there?",
        {
          proves: "None: let the user register one. One is there: the identity provider did not send the claim.",
          rights: "directory-administrator",
          where: "entra",
        },
      ),
      "In a federated domain, have the identity provider send the claim that it did the second factor.",
      strongSignIn,
      vmPolicy,
      noPolicyForPrt,
    ],
    confidence: "inferred",
    sources: [table, vmMfa, withoutConditionalAccess],
  },
  {
    kind: "code",
    code: "AADSTS50131",
    symbols: ["ConditionalAccessFailed"],
    places: ["post-join"],
    title: "Windows sign-in refused by a policy or for its risk",
    cause:
      "The request for the PRT was turned down for the state of the device, suspicious activity or a policy of the tenant; the number alone does not say which.",
    resolution: [
      reads("Look at the user under ID Protection > Risky users and Risk detections, at the minute of the attempt.", {
        proves:
          "A risk: clear it if it is false, or let the user set a new password. None: look for the policy in the sign-in logs.",
        rights: "directory-administrator",
        where: "entra",
      }),
      signInLog,
      vmPolicy,
      noPolicyForPrt,
    ],
    confidence: "inferred",
    sources: [table, signInEvents, withoutConditionalAccess],
  },
  {
    kind: "code",
    code: "AADSTS53000",
    symbols: ["DeviceNotCompliant"],
    places: ["post-join"],
    title: "device not compliant, at the Windows sign-in",
    cause:
      "The sign-in of Windows met a policy that wants a compliant device. On a virtual machine with Windows Server such a policy can never be met, for compliance of servers is not supported there.",
    resolution: [
      reads("Read in the log which Windows the PC runs, and in Intune whether the device is there and compliant.", {
        proves:
          "Not there: enroll it. Not compliant: see which setting fails. Compliant: the policy should not ask at a Windows sign-in; see which it is.",
        rights: "directory-administrator",
        where: "management",
      }),
      vmPolicy,
      noPolicyForPrt,
    ],
    confidence: "inferred",
    sources: [table, { page: "vmSignIn" }, withoutConditionalAccess],
  },
  {
    kind: "code",
    code: "AADSTS53001",
    symbols: ["DeviceNotDomainJoined"],
    places: ["post-join"],
    title: "device not hybrid joined, at the Windows sign-in",
    cause: "The sign-in of Windows met a policy that admits hybrid joined PCs only, and this PC was not known as one.",
    resolution: [
      reads("Find the device by its `DeviceId` in the Microsoft Entra admin center and read its *Join type*.", {
        proves:
          "*Microsoft Entra hybrid joined*: see whether it is *Pending*. Another: the policy shuts this kind of PC out.",
        rights: "directory-administrator",
        where: "entra",
      }),
      vmPolicy,
      noPolicyForPrt,
    ],
    confidence: "inferred",
    sources: [table, vmMfa, withoutConditionalAccess],
  },
  {
    kind: "code",
    code: "AADSTS53003",
    symbols: ["BlockedByConditionalAccess"],
    places: ["post-join"],
    title: "Windows sign-in blocked by Conditional Access",
    cause:
      "A policy blocked the sign-in with which Windows asked for the token. For the PRT itself none is evaluated, so the policy holds for what the sign-in was for, such as the sign-in to a virtual machine.",
    resolution: [
      reads(
        "Open the attempt among the non-interactive sign-ins, where its app is `38aa3b87-a06d-4817-b275-7a316988d93b`, and read on *Conditional Access* which policy blocked it and for which resource.",
        {
          proves: "A policy for all resources: exclude what its page names. None: the block came from another sign-in.",
          rights: "directory-administrator",
          where: "entra",
        },
      ),
      vmPolicy,
    ],
    confidence: "inferred",
    sources: [table, signInEvents, { page: "virtualDesktopSignIn" }, vmMfa, withoutConditionalAccess],
  },
  {
    kind: "code",
    code: "AADSTS530032",
    symbols: ["BlockedByConditionalAccessOnSecurityPolicy"],
    places: ["post-join"],
    title: "Windows sign-in blocked by a tenant-wide policy",
    cause:
      "A security policy that the tenant has for all requests closed the one with which Windows asked for the PRT.",
    resolution: [
      reads(
        "Go through the policies that hold for all users and all resources, and see which one names no exception.",
        {
          proves: "One that fits: give it an exception for this sign-in. None: look at the service that set the rule.",
          rights: "directory-administrator",
          where: "entra",
        },
      ),
      signInLog,
      vmPolicy,
    ],
    confidence: "inferred",
    sources: [table, signInEvents],
  },
  {
    kind: "code",
    code: "AADSTS530035",
    symbols: ["BlockedBySecurityDefaults"],
    places: ["post-join"],
    title: "Windows sign-in blocked by security defaults",
    cause:
      "The tenant has security defaults on, and they took the request for the PRT for an unsafe one or for an old way of signing in.",
    resolution: [
      reads(
        "Ask whether the user has registered for multifactor authentication, which security defaults want of all.",
        {
          proves:
            "Not yet: register at https://aka.ms/mysecurityinfo. Registered: see the sign-in logs for what was blocked.",
          rights: "user",
        },
      ),
      signInLog,
      strongSignIn,
    ],
    confidence: "inferred",
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS53004",
    symbols: ["ProofUpBlockedDueToRisk"],
    places: ["post-join"],
    title: "second factor to be registered, and blocked, at the Windows sign-in",
    cause:
      "A second factor was wanted for the PRT, the user has none, and this sign-in looks too risky to register one in it.",
    resolution: [
      reads("Ask from where the user signs in: a network that others misuse makes a sign-in look risky.", {
        proves: "Such a network: register from another one. A usual one: look at the risk of the user.",
        rights: "user",
      }),
      changes(
        "Look at the risk under ID Protection, dismiss it if it is false, and have the user register in a browser.",
        {
          rights: "directory-administrator",
          where: "entra",
        },
      ),
      strongSignIn,
    ],
    confidence: "inferred",
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS53011",
    symbols: [],
    places: ["post-join"],
    title: "account at risk in its home tenant, at the Windows sign-in",
    cause: "The account that signs in to the PC is at home in another tenant, which takes it to be at risk.",
    resolution: [
      reads("Compare the suffix of `User Identity` with the tenant of the PC: a guest gets no PRT here in any case.", {
        proves: "Another tenant: sign in with an account of this one. The same: look at the risk of the user.",
        rights: "user",
      }),
      endsSignIns("Sign in with a member account of the tenant that the PC is joined to.", { rights: "user" }),
    ],
    confidence: "inferred",
    sources: [table, { page: "faq", heading: "Can a guest user sign in to a Microsoft Entra joined device?" }],
  },
]
