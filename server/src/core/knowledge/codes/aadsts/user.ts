import type { CodeEntry } from "../../code.ts"
import { ssoState } from "../../headings.ts"
import { ofHybrid } from "../../joinType.ts"
import { askForTokenAgain } from "../../ladders.ts"
import { changes, fact, reads } from "../../step.ts"
import { appAnswer, hybridTable, prtTable, table } from "./advice.ts"

const TENANT_USER =
  "If the user is there under this very name, the attempt was older than the account: ask for the token again. If the user is there under another name, make the two names one in Active Directory. If the user is not there, the account is not synchronized: check the scope of Microsoft Entra Connect."

/** Answers about who the user is, and whether the tenant knows such a one. */
export const userCodes = (): readonly CodeEntry[] => [
  {
    kind: "code",
    code: "AADSTS16000",
    symbols: ["InteractionRequired"],
    places: ["any"],
    title: "signed-in account unknown in the app's tenant",
    cause:
      "The account of the session has no user in the tenant that the app belongs to. Microsoft's portals say it to a personal account that has no directory.",
    resolution: [
      changes("Sign out of the app, and sign in with an account that the tenant has.", {
        proves: "If only the wrong account is offered, choose *Use another account*.",
        rights: "user",
        where: "app",
      }),
      changes("Or invite the account into that tenant as an external user.", {
        rights: "directory-administrator",
        where: "entra",
      }),
      appAnswer,
    ],
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS16003",
    symbols: ["SsoUserAccountNotFoundInResourceTenant"],
    places: ["any"],
    title: "signed-in account not added to the tenant",
    cause:
      "An app asked a tenant for a token with the account that is signed in, and that tenant has not added the account.",
    resolution: [
      reads(
        "Compare the tenant in the request with the one that the account is at home in; the app may ask the wrong one.",
        {
          rights: "user",
          proves:
            "The wrong tenant: correct the address of the app. The right one: have the account added there as a guest.",
        },
      ),
      changes("If the account is meant to work in that tenant, add it there as a guest.", {
        rights: "directory-administrator",
        where: "entra",
      }),
    ],
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS50014",
    symbols: ["GuestUserInPendingState"],
    places: ["any"],
    title: "guest not there yet, or wrong tenant",
    cause:
      "The account is no user of the tenant that was asked. Its invitation as a guest is not accepted yet, or an app asks the wrong tenant.",
    resolution: [
      reads("Look for the account among the users of that tenant, and whether its invitation was accepted.", {
        proves:
          "Missing or not accepted: invite the user again, or let the user accept. There: the request went to another tenant.",
        rights: "directory-administrator",
        where: "entra",
      }),
      reads("At the sign-in to a PC that is joined to that tenant, take a member account: a guest gets no PRT there.", {
        rights: "user",
      }),
    ],
    sources: [table, { page: "faq", heading: "Can a guest user sign in to a Microsoft Entra joined device?" }],
  },
  {
    kind: "code",
    code: "AADSTS50197",
    symbols: ["ConflictingIdentities"],
    places: ["any"],
    title: "user not found, two identities in one request",
    cause: "What was sent did not lead to one user: Microsoft's table says that the user could not be found.",
    resolution: [
      reads("Repeat the sign-in with the whole name, suffix and all.", {
        proves: "It works: the short name fitted two accounts. It fails: find the second account in the tenant.",
        rights: "user",
      }),
      reads(
        "If it stays, look for the attempt in the sign-in logs by its correlation ID, and for a second user with the same name or address.",
        {
          rights: "directory-administrator",
          where: "entra",
        },
      ),
    ],
    confidence: "inferred",
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS50020",
    symbols: ["UserUnauthorized"],
    places: ["any"],
    title: "account of another tenant or provider",
    cause:
      "The account that signs in is not a user of this tenant. It is the wrong account, the wrong tenant, or a guest who was not invited.",
    resolution: [
      reads(
        "Read in the message which account, identity provider and tenant met, and compare them with what was meant.",
        {
          rights: "user",
          proves: "The wrong account: sign in with the right one. The right one: it is not invited in this tenant yet.",
        },
      ),
      reads("Sign in again in a private browser window with the account that is meant.", {
        rights: "user",
        proves:
          "If that works, the browser had offered the wrong account. If it does not, the tenant does not know this one.",
      }),
      changes("If the user should have access, invite the user as a guest.", {
        rights: "directory-administrator",
        where: "entra",
      }),
      fact("A guest cannot sign in to a Microsoft Entra joined PC, so look for an app or a browser behind this code."),
    ],
    sources: [
      table,
      { page: "aadsts50020" },
      { page: "faq", heading: "Can a guest user sign in to a Microsoft Entra joined device?" },
    ],
  },
  {
    kind: "code",
    code: "AADSTS50034",
    symbols: ["UserAccountNotFound"],
    places: ["post-join"],
    title: "user not found in the tenant",
    cause:
      "The tenant has no user under the name that was sent: it was mistyped, or the account is not synchronized. On a hybrid joined PC Windows may also have sent the short SAM name in place of the UPN, because it reached no domain controller after sleep or before the VPN was up.",
    resolution: [
      reads("Read the name that was sent: `User Identity` in the same block, or event 1144 of AAD Analytic.", {
        inLog: [{ fields: ["User Identity"], leaves: "The name that was sent is {0}." }],
        rights: "user",
        proves:
          "A full name with @: go on with the tenant. A short name without @: the PC reached no domain controller; go on with the unlock.",
      }),
      reads(
        "If it is a full name with @, look for it in the Microsoft Entra admin center under Entra ID > Users > All users.",
        {
          rights: "directory-administrator",
          where: "entra",
          proves: TENANT_USER,
          inLog: [
            {
              fields: ["User Identity"],
              when: /@/,
              leaves: reads(
                "Look for that name in the Microsoft Entra admin center under Entra ID > Users > All users.",
                {
                  rights: "directory-administrator",
                  where: "entra",
                  proves: TENANT_USER,
                },
              ),
            },
            { fields: ["User Identity"] },
          ],
        },
      ),
      reads(
        "If it is a short name on a hybrid joined PC, bring the PC to a domain controller (the company network or VPN), wait some minutes and unlock it. Windows may call the account disabled (0xc0000072) meanwhile although it is not.",
        { rights: "user", joins: ofHybrid, inLog: [{ fields: ["User Identity"], when: /@/ }] },
      ),
      askForTokenAgain,
    ],
    sources: [prtTable, hybridTable, { page: "accountDisabled", heading: "Cause", anchor: "cause" }, table, ssoState],
  },
  {
    kind: "code",
    code: "AADSTS500208",
    symbols: [],
    places: ["any"],
    title: "kind of account that the tenant does not take",
    cause:
      "The domain of the user name belongs to another kind of account than the tenant admits, such as a personal account where work accounts are wanted.",
    resolution: [
      reads("Look at the name that was sent: does its domain belong to the organization, or to a personal account?", {
        proves:
          "A personal account: use the work account. The organization's: see what kinds of account the app takes.",
        rights: "user",
      }),
      changes("If it is a personal one, have the user sign in with the work account in its place.", { rights: "user" }),
    ],
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS500571",
    symbols: [],
    places: ["any"],
    title: "guest account disabled",
    cause: "The guest account of this user is disabled in the tenant that the app belongs to.",
    resolution: [
      reads(
        "Ask the owners of that tenant, or the guest's sponsor, whether it is meant to be disabled. If not, they enable it.",
        {
          proves: "Meant: nothing is to be done. Enabled meanwhile: try again.",
          rights: "directory-administrator",
          where: "entra",
        },
      ),
      appAnswer,
    ],
    sources: [{ page: "aadsts500571", heading: "Solution", anchor: "solution" }],
  },
  {
    kind: "code",
    code: "AADSTS51004",
    symbols: ["UserAccountNotInDirectory"],
    places: ["any"],
    title: "user that the tenant does not have",
    cause:
      "The user who signed in has no account in the directory of this tenant. With a federated domain the user is looked up by the ImmutableID that the federation service sends, so an identifier that differs has the same effect.",
    resolution: [
      reads(
        "Read in the message which user and which tenant were looked up, and whether the user should be in that tenant at all.",
        {
          rights: "user",
          proves:
            "The wrong tenant: correct the address of the app. The right one: the user has to be synchronized or invited.",
        },
      ),
      reads(
        "For a synchronized user of a federated domain, compare the ImmutableID of the user in Microsoft Entra ID with the source anchor in Active Directory.",
        { rights: "directory-administrator", where: "directory" },
      ),
      "A person from elsewhere has to be invited as a guest.",
    ],
    confidence: "inferred",
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS90072",
    symbols: ["PassThroughUserMfaError"],
    places: ["post-join"],
    title: "account not in the tenant, or another ImmutableID",
    cause:
      "Either an external account signs in to a tenant it is not a guest of. Or a synchronized user has another ImmutableID (sourceAnchor) in Active Directory than in Microsoft Entra ID, which matters in a federated domain.",
    resolution: [
      reads(
        "For your own user, compare the sourceAnchor in Active Directory with the ImmutableID of the user in Microsoft Entra ID.",
        {
          proves:
            "They differ: correct the mismatch. The same: the federation service sends another one; look at its claims.",
          rights: "directory-administrator",
          where: "directory",
        },
      ),
      changes("Correct a mismatch in the synchronization, or in the claims of the federation service.", {
        rights: "administrator",
        where: "sync-server",
      }),
      "For an external user, add the account as a guest, or sign in with another one.",
    ],
    confidence: "inferred",
    sources: [table, { page: "aadsts50020", heading: "Symptoms", anchor: "symptoms" }],
  },
]
