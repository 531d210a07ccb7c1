import type { CodeEntry } from "../../code.ts"
import { deviceSettings } from "../../headings.ts"
import { registerAction } from "../../joinLadders.ts"
import { shared } from "../../shared.ts"
import { changes, reads } from "../../step.ts"
import { appAnswer, notForPrt, supportCase, table, vmMfa, whichPolicy, withoutConditionalAccess } from "./advice.ts"

const askUser = shared(
  "An app that signs in silently cannot answer this: it has to ask the user in a window, where the second step can be shown.",
)

/** Answers about a second factor: asked for, not given, not set up, too old. */
export const mfaCodes = (): readonly CodeEntry[] => [
  {
    kind: "code",
    code: "AADSTS50072",
    symbols: ["UserStrongAuthEnrollmentRequiredInterrupt"],
    places: ["any"],
    title: "second factor still to be set up, sign-in interrupted",
    cause:
      "The sign-in stopped to have the user set up a second factor, because one is required and none is registered.",
    resolution: [
      changes("Have the user sign in to the app in a browser, and go through the registration that it shows.", {
        proves:
          "It is done: the app lets the user in from then on. No registration is shown: it was done meanwhile; try the app again.",
        rights: "user",
        where: "entra",
      }),
      askUser,
      notForPrt,
    ],
    confidence: "inferred",
    sources: [table, withoutConditionalAccess],
  },
  {
    kind: "code",
    code: "AADSTS50074",
    symbols: ["UserStrongAuthClientAuthNRequiredInterrupt"],
    places: ["any"],
    title: "second factor asked for and not given",
    cause: "Multifactor authentication is required, and the user did not pass it: it was not answered, or it failed.",
    resolution: [
      reads(
        "Look at *Authentication Details* of the sign-in in the Microsoft Entra sign-in logs: which method was asked, and what became of it.",
        {
          proves: "Not answered: let the user try again. Failed: see whether the method is still the user's own.",
          rights: "directory-administrator",
          where: "entra",
        },
      ),
      reads("Have the user try once more, with the phone or key at hand.", { rights: "user" }),
      notForPrt,
    ],
    confidence: "inferred",
    sources: [table, withoutConditionalAccess],
  },
  {
    kind: "code",
    code: "AADSTS50076",
    symbols: ["UserStrongAuthClientAuthNRequired"],
    places: ["any"],
    title: "multifactor authentication required",
    cause:
      "The resource asks for multifactor authentication: by a Conditional Access policy, by per-user MFA, or because the user is in another place than usual.",
    resolution: [
      reads(
        "Have the user open the app itself and answer the second factor there; a request in the background has nobody who could.",
        {
          rights: "user",
          proves:
            "If the app opens after that, nothing is wrong. If it asks again and again, open that sign-in in the Microsoft Entra sign-in logs: the tab *Conditional Access* names the policy.",
        },
      ),
      changes(
        "At a remote desktop sign-in to a virtual machine, per-user MFA stands in the way; Microsoft advises to remove it.",
        { rights: "directory-administrator", where: "entra" },
      ),
      notForPrt,
    ],
    sources: [table, withoutConditionalAccess, vmMfa],
  },
  {
    kind: "code",
    code: "AADSTS50076",
    symbols: ["UserStrongAuthClientAuthNRequired"],
    places: ["join"],
    title: "multifactor authentication required to join",
    cause:
      "The tenant asks for multifactor authentication where somebody registers or joins a device, and the sign-in that the join came with had one factor only.",
    resolution: [
      reads(
        "See what asks for it: a Conditional Access policy for the user action *Register or join devices*, or the switch in the device settings. Then look at the user's sign-in of that minute in the sign-in logs.",
        {
          proves:
            "A policy or the switch asks: the user gives the second factor in the join. Neither: per-user MFA is on.",
          rights: "directory-administrator",
          where: "entra",
        },
      ),
      reads("Let the user join again with a second factor at hand. A hybrid join has no user who could answer.", {
        rights: "user",
      }),
    ],
    confidence: "inferred",
    sources: [table, deviceSettings, registerAction],
  },
  {
    kind: "code",
    code: "AADSTS50078",
    symbols: ["UserStrongAuthExpired"],
    places: ["any"],
    title: "multifactor authentication too long ago",
    cause:
      "The user passed multifactor authentication once, and a policy of the tenant says that this is too long ago for the resource.",
    resolution: [
      reads("Have the user open the app and answer the second factor again.", {
        proves: "It works: nothing is left to do. It comes again soon: see which sign-in frequency the policy sets.",
        rights: "user",
      }),
      whichPolicy,
      notForPrt,
    ],
    sources: [table, withoutConditionalAccess],
  },
  {
    kind: "code",
    code: "AADSTS50079",
    symbols: ["UserStrongAuthEnrollmentRequired"],
    places: ["any"],
    title: "multifactor authentication not set up",
    cause:
      "Multifactor authentication is required, and the user cannot give it yet. A user of a managed domain has no security info registered; for a federated user the identity provider sent no claim about it.",
    resolution: [
      reads(
        "Federated domain: see that the identity provider performs multifactor authentication and sends the claim.",
        {
          proves:
            "It does both: see the sign-in logs for the claim. It does not: turn it on there, or let Microsoft Entra ID ask.",
          rights: "directory-administrator",
          where: "federation-service",
        },
      ),
      changes("Managed domain: have the user register security info.", { rights: "user", where: "entra" }),
      notForPrt,
    ],
    sources: [table, withoutConditionalAccess],
  },
  {
    kind: "code",
    code: "AADSTS50087",
    symbols: ["SasRetryableError"],
    places: ["any"],
    title: "second factor failed for a reason that passes",
    cause: "Microsoft's service for strong authentication had a fault of its own while the user answered.",
    resolution: [
      reads(
        "Have the user try the second factor again after a minute or two, or use another method that is registered.",
        {
          proves:
            "It works: it passed by itself. It fails with each method: keep the correlation ID for Microsoft Support.",
          rights: "user",
        },
      ),
      supportCase,
      appAnswer,
    ],
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS50088",
    symbols: [],
    places: ["any"],
    title: "too many calls or texts for a second factor",
    cause: "So many calls or text messages were sent for multifactor authentication that a limit was reached.",
    resolution: [
      reads("Wait some minutes, or use another method, such as the authenticator app.", {
        proves: "It works: nothing is left to do. It comes back: some app asks again and again.",
        rights: "user",
      }),
      reads("If it returns, look in the sign-in logs for what asks so often.", {
        rights: "directory-administrator",
        where: "entra",
      }),
    ],
    confidence: "inferred",
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS500121",
    symbols: [],
    places: ["any"],
    title: "second factor asked for, and the request failed",
    cause:
      "The password was right, a second factor was asked for, and that request ended without success: refused, not answered in time, or not passed.",
    resolution: [
      reads("Ask the user whether the request was theirs: one that nobody expects is a sign of a stolen password.", {
        proves:
          "Theirs: let the user try again, and look in the sign-in logs why it failed. Not theirs: change the password at once.",
        rights: "user",
      }),
      reads("Read in *Authentication Details* of the sign-in which method failed, and the words beside it.", {
        rights: "directory-administrator",
        where: "entra",
      }),
      notForPrt,
    ],
    confidence: "inferred",
    sources: [{ page: "userAccountOperations" }, withoutConditionalAccess],
  },
  {
    kind: "code",
    code: "AADSTS50125",
    symbols: ["PasswordResetRegistrationRequiredInterrupt"],
    places: ["any"],
    title: "sign-in interrupted for a password reset or its registration",
    cause: "The user was led away to reset the password, or to register what a later reset needs.",
    resolution: [
      changes("Have the user sign in once in a browser and finish what it asks for.", {
        proves: "It asks and is done: try the app again. It asks for nothing: it was done meanwhile.",
        rights: "user",
        where: "entra",
      }),
      appAnswer,
    ],
    confidence: "inferred",
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS50158",
    symbols: [],
    places: ["any"],
    title: "one more demand to be met elsewhere",
    cause:
      "A policy asks for something that is settled on another page: terms of use, or a second factor of another vendor. The code marks that the user was sent there.",
    resolution: [
      reads(
        "Look at the same sign-in in the Microsoft Entra sign-in logs: it says whether that demand was met afterwards.",
        {
          proves: "Met: nothing is wrong. Not met: the log names what was asked for.",
          rights: "directory-administrator",
          where: "entra",
        },
      ),
      askUser,
      notForPrt,
    ],
    nature: "information",
    sources: [table, withoutConditionalAccess],
  },
  {
    kind: "code",
    code: "AADSTS53004",
    symbols: ["ProofUpBlockedDueToRisk"],
    places: ["any"],
    title: "registration of a second factor blocked because of risk",
    cause:
      "The user has to register for multifactor authentication before going on, and by the name of the code that registration is blocked because this sign-in looks risky.",
    resolution: [
      reads("Look at the user under ID Protection > Risky users.", {
        proves:
          "There: go on with another place; if that is blocked too, the account has to be cleared. Not there: the place or the device looked risky.",
        rights: "directory-administrator",
        where: "entra",
      }),
      changes("Have the user sign in from a place and a device that are usual for them, and register there.", {
        rights: "user",
        where: "entra",
        proves: "If the registration is blocked there too, the risk lies with the account, not with the place: go on.",
      }),
      changes("If the risk is no real one, dismiss it there, and have the user try again.", {
        rights: "directory-administrator",
        where: "entra",
      }),
      notForPrt,
    ],
    confidence: "inferred",
    sources: [
      table,
      { page: "userRisk", heading: "Unblocking based on sign-in risk", anchor: "unblocking-based-on-sign-in-risk" },
    ],
  },
  {
    kind: "code",
    code: "AADSTS53010",
    symbols: ["ProofUpBlockedDueToSecurityInfoAcr"],
    places: ["any"],
    title: "second factor that cannot be registered from here",
    cause:
      "The organization lets users register their security info from certain places or devices only, and this is not one of them.",
    resolution: [
      reads("Ask from which network and on which device the user tried to register a second factor.", {
        proves:
          "Outside what the policy allows: register from inside. Inside: see which condition of the policy failed.",
        rights: "user",
      }),
      reads(
        "In the Microsoft Entra admin center open Entra ID > Conditional Access > Policies, and look for the one whose target is *Register security information*: its conditions name the places and devices that are allowed.",
        { rights: "directory-administrator", where: "entra" },
      ),
      changes("Have the user register from the company network or from a managed PC.", { rights: "user" }),
      notForPrt,
    ],
    confidence: "inferred",
    sources: [table],
  },
]
