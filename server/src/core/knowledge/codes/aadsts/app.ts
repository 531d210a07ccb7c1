import type { CodeEntry } from "../../code.ts"
import { shared } from "../../shared.ts"
import { changes, reads } from "../../step.ts"
import { appAnswer, table } from "./advice.ts"

const whichApp = shared(
  reads("Find the app by the identifier in the message, under Enterprise apps in the Microsoft Entra admin center.", {
    rights: "directory-administrator",
    where: "entra",
    proves:
      "It is there: the consent or the name of the resource is what lacks. It is not there: the next step brings it.",
  }),
)

/** Answers about an app: its registration, its rights, its secret, and what it sends. */
export const appCodes = (): readonly CodeEntry[] => [
  {
    kind: "code",
    code: "AADSTS50001",
    symbols: ["InvalidResource"],
    places: ["any"],
    title: "resource disabled or not there",
    cause: "A token was asked for a resource that is switched off, or that does not exist under this name.",
    resolution: [
      reads(
        "Compare the address of the resource in the message with the one that the service documents, letter by letter.",
        {
          proves:
            "They differ: correct it in the app. The same: see whether the app is there and enabled in the tenant.",
          rights: "user",
          where: "app",
        },
      ),
      whichApp,
      appAnswer,
    ],
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS500011",
    symbols: ["InvalidResourceServicePrincipalNotFound"],
    places: ["any"],
    title: "resource not found in the tenant",
    cause:
      "The tenant has no service principal for the resource that the app asks for: nobody brought it there or agreed to it, or the name or the tenant in the request is wrong.",
    resolution: [
      reads(
        "Compare the resource and the tenant that the message names with what was meant: a mistyped address of the resource and a wrong tenant are two of the reasons.",
        {
          rights: "user",
          proves: "One of them is wrong: correct it where the app or the script has it. Both are right: go on.",
        },
      ),
      whichApp,
      changes("If the resource is missing, have an administrator add it and give consent.", {
        rights: "directory-administrator",
        where: "entra",
      }),
      appAnswer,
    ],
    sources: [{ page: "aadsts500011", heading: "Resolution", anchor: "resolution" }, table],
  },
  {
    kind: "code",
    code: "AADSTS500014",
    symbols: ["InvalidResourceServicePrincipalDisabled"],
    places: ["any"],
    title: "resource disabled in the tenant",
    cause:
      "The service behind the app is disabled in this tenant: an administrator closed it for sign-ins, or the subscription for it has ended.",
    resolution: [
      reads(
        "Look for the service under Enterprise apps by the identifier in the message: is *Enabled for users to sign-in* on, and is the subscription for it alive?",
        {
          proves:
            "No, or no subscription: that is the cause. Yes and alive: try again later, for a new subscription takes time.",
          rights: "directory-administrator",
          where: "entra",
        },
      ),
      appAnswer,
    ],
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS50011",
    symbols: ["InvalidReplyTo"],
    places: ["any"],
    title: "reply address of the app not registered",
    cause: "The app asks for its answer at an address that its registration does not list.",
    resolution: [
      changes(
        "Add the address in the message to the redirect addresses of the app registration, exactly as it stands there.",
        {
          proves: "If it is there already, compare it letter by letter, a slash at the end too.",
          rights: "directory-administrator",
          where: "app",
        },
      ),
      appAnswer,
    ],
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS50105",
    symbols: ["EntitlementGrantsNotFound"],
    places: ["any"],
    title: "user not assigned to the app",
    cause: "The app admits only users who are assigned to it, and this user is not one of them.",
    resolution: [
      changes("Assign the user, or a group the user is a direct member of; nested groups do not count.", {
        proves: "If the user is assigned already, sign out of the app and in, which asks anew.",
        rights: "directory-administrator",
        where: "entra",
      }),
      appAnswer,
    ],
    sources: [table, { page: "aadsts50105" }],
  },
  {
    kind: "code",
    code: "AADSTS65001",
    symbols: ["DelegationDoesNotExist"],
    places: ["any"],
    title: "no consent for the app",
    cause: "Neither the user nor an administrator has agreed to what the app wants to do.",
    resolution: [
      changes("Sign in to the app interactively and give consent, or have an administrator give it.", {
        proves: "If the dialog asks for an administrator, that one has to consent.",
        rights: "directory-administrator",
        where: "entra",
      }),
      appAnswer,
    ],
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS65002",
    symbols: [],
    places: ["any"],
    title: "one Microsoft app not allowed to use another",
    cause:
      "An app of Microsoft asked for a token for another service of Microsoft that has not approved it. An administrator cannot consent to that: Microsoft allows it, or nobody does.",
    resolution: [
      reads("See whether the app that asked is one that anybody misses. Where all works, there is nothing to do.", {
        rights: "user",
        proves: "One is missed: its maker has to register it for that use.",
      }),
      changes("Have a script or tool that uses the identifier of a Microsoft app get an app registration of its own.", {
        where: "app",
      }),
      appAnswer,
    ],
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS65004",
    symbols: ["UserDeclinedConsent"],
    places: ["any"],
    title: "user declined consent",
    cause: "The app showed what it wants to do, and the user did not agree.",
    resolution: [
      changes("If the app is a trusted one, have the user sign in to it again and accept.", {
        proves: "Not trusted: leave it as it is. The dialog does not come: an administrator has to consent.",
        rights: "user",
        where: "app",
      }),
      appAnswer,
    ],
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS7000112",
    symbols: ["UnauthorizedClientApplicationDisabled"],
    places: ["any"],
    title: "app disabled",
    cause: "The app that asks for a token is disabled.",
    resolution: [
      reads(
        "Look at *Enabled for users to sign-in* of the app under Enterprise apps, where the identifier in the message finds it.",
        {
          proves: "*No*: somebody turned it off; ask why. *Yes*: it was on again by now; try once more.",
          rights: "directory-administrator",
          where: "entra",
        },
      ),
      changes("If it should work, set that to *Yes*.", {
        rights: "directory-administrator",
        where: "entra",
      }),
      appAnswer,
    ],
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS700016",
    symbols: ["UnauthorizedClient_DoesNotMatchRequest"],
    places: ["any"],
    title: "app not found in the tenant",
    cause:
      "The tenant has no app with the identifier in the request: it is not installed there, or the request went to the wrong tenant.",
    resolution: [
      reads("Compare the tenant in the message with yours.", {
        rights: "user",
        proves: "Yours: the app is not installed there. Another: correct the tenant that the app asks.",
      }),
      changes("Have an administrator add the app, or correct its identifier.", {
        rights: "directory-administrator",
        where: "entra",
      }),
      appAnswer,
    ],
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS90023",
    symbols: ["InvalidRequest"],
    places: ["any"],
    title: "request that the service does not understand",
    cause: "The sign-in service could read the request and not make sense of it.",
    resolution: [
      reads("Read the rest of the message: it says which part of the request is wrong.", {
        rights: "user",
        proves: "A part that a proxy may change: try without it. Another: the program's developer corrects it.",
      }),
      changes(
        "On a PC behind a proxy, try without it, for it may have changed the request; an app of your own has to correct it.",
        {
          where: "network",
        },
      ),
    ],
    confidence: "inferred",
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS900144",
    symbols: [],
    places: ["any"],
    title: "request lacks a parameter",
    cause:
      "The body of the request lacks a parameter, which the message names. A token address that is opened in a browser says it as well.",
    resolution: [
      reads(
        "Ignore it when somebody opened a token address in a browser: that only shows that the address is reached.",
        { proves: "From an app: its developer adds the parameter that the message names.", rights: "user" },
      ),
      changes("In an app of your own, send the parameter.", { where: "app" }),
    ],
    confidence: "inferred",
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS900561",
    symbols: ["BadResourceRequestInvalidRequest"],
    places: ["any"],
    title: "wrong HTTP method, harmless in a browser",
    cause:
      "An address of the sign-in service was called with a method it does not take, such as GET where it wants POST. The back button of a browser does that.",
    resolution: [
      reads(
        "Ignore it when it came from opening a token address in a browser: the address was reached, and that is all such a test can show.",
        { proves: "From an app: its developer uses the method that the message names.", rights: "user" },
      ),
      changes("In an app of your own, correct the request.", { where: "app" }),
    ],
    confidence: "inferred",
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS90094",
    symbols: ["AdminConsentRequired"],
    places: ["any"],
    title: "consent of an administrator required",
    cause: "The app wants rights that a user of this tenant may not give; an administrator has to.",
    resolution: [
      changes("Have an administrator look at what the app wants and give consent, or refuse it.", {
        proves: "Given: the user signs in again. Refused: the app stays closed, as is meant.",
        rights: "directory-administrator",
        where: "entra",
      }),
      appAnswer,
    ],
    sources: [table],
  },
]
