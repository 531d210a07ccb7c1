import type { CodeEntry } from "../../code.ts"
import { shared } from "../../shared.ts"
import type { Source } from "../../source.ts"
import { changes, endsSignIns, reads } from "../../step.ts"
import { deletedDevices, signInLog, table } from "./advice.ts"

const guests: Source = { page: "faq", heading: "Can a guest user sign in to a Microsoft Entra joined device?" }

const expiry: Source = {
  page: "prtConcept",
  heading: "How is a PRT invalidated?",
  anchor: "how-is-a-prt-invalidated",
}

/** An account of another tenant has no way to a PRT of this one. */
const memberAccount = shared(
  endsSignIns("Sign in to Windows with an account that is a member of the tenant of the PC.", { rights: "user" }),
)

/** How Windows gets a token anew, with a name and a secret in place of an old token. */
const signInAnew = shared(
  endsSignIns("Have the user sign out of Windows and in again while the PC is online: Windows then asks anew.", {
    rights: "user",
  }),
)

/** What apps, guests and old tokens mean where Windows itself asked, for the PRT, and no app. */
export const windowsAppCodes = (): readonly CodeEntry[] => [
  {
    kind: "code",
    code: "AADSTS500011",
    symbols: ["InvalidResourceServicePrincipalNotFound"],
    places: ["post-join"],
    title: "what Windows signs in to is not in the tenant",
    cause:
      "Windows asked for the user's token together with a resource that the tenant has no service principal for, or asked a tenant that was not meant.",
    resolution: [
      reads("Compare the tenant in `Endpoint URI` with `TenantId`: the PC must ask the tenant that it is joined to.", {
        proves: "Another tenant: see whose user signed in. The same: the service is missing or disabled in the tenant.",
        rights: "user",
      }),
      signInLog,
    ],
    confidence: "inferred",
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS50014",
    symbols: ["GuestUserInPendingState"],
    places: ["post-join"],
    title: "account that is no user of the PC's tenant yet",
    cause:
      "Windows sent the user's name to the tenant of the PC, which has no such user, or only a guest whose invitation is still open.",
    resolution: [
      reads("Read `User Identity`, and see whether that name belongs to another tenant than the PC.", {
        proves:
          "Another tenant: sign in with an account of the PC's own. The same: wait until the account is known everywhere, and try again.",
        rights: "user",
      }),
      memberAccount,
    ],
    confidence: "inferred",
    sources: [table, guests],
  },
  {
    kind: "code",
    code: "AADSTS50020",
    symbols: ["UserUnauthorized"],
    places: ["post-join"],
    title: "account of another tenant at the Windows sign-in",
    cause:
      "The account that signs in to the PC is at home in another tenant or with another provider, and the tenant of the PC does not have it. A guest cannot get a PRT on a PC of this tenant either.",
    resolution: [
      reads(
        "Compare the account and the provider in the message with `TenantName`: which of the two was meant, the account or the PC?",
        {
          rights: "user",
          proves:
            "The account is of another tenant: it was the wrong one to sign in to Windows with, or the PC is joined to the wrong tenant. The account should be of this tenant: go on.",
        },
      ),
      reads(
        "Where the name should be a member's, look for a user of that name that was deleted or never synchronized.",
        {
          rights: "directory-administrator",
          where: "entra",
        },
      ),
      memberAccount,
    ],
    sources: [table, { page: "aadsts50020" }, guests],
  },
  {
    kind: "code",
    code: "AADSTS500571",
    symbols: [],
    places: ["post-join"],
    title: "disabled guest at the Windows sign-in",
    cause: "A guest account signs in to the PC, and it is disabled in the tenant that the PC belongs to.",
    resolution: [
      reads("Ask whose PC it is: a guest is not meant to sign in to Windows here, disabled or not.", {
        proves:
          "A PC of that other tenant: use an account of its own. The user's own PC: it is joined to the wrong tenant.",
        rights: "user",
      }),
      memberAccount,
    ],
    confidence: "inferred",
    sources: [{ page: "aadsts500571", heading: "Solution", anchor: "solution" }, guests],
  },
  {
    kind: "code",
    code: "AADSTS50058",
    symbols: ["UserInformationNotProvided"],
    places: ["post-join"],
    title: "no session behind the renewal of the token",
    cause: "Windows went on with a session of the user that Microsoft Entra ID did not find or no longer accepts.",
    resolution: [
      reads("Lock the PC and unlock it with the password or Windows Hello, which sends new proof of the user.", {
        proves: "Gone in a new log: nothing is left to do. Still there: sign out and in.",
        rights: "user",
      }),
      signInAnew,
    ],
    confidence: "inferred",
    sources: [table, expiry],
  },
  {
    kind: "code",
    code: "AADSTS50105",
    symbols: ["EntitlementGrantsNotFound"],
    places: ["post-join"],
    title: "user not assigned to what Windows signs in to",
    cause:
      "The app that the message names admits assigned users only, and it is one that Windows itself uses at sign-in. Whoever is not assigned gets no token at all.",
    resolution: [
      reads("Look up the name in the message under Enterprise apps, application type Microsoft Applications.", {
        rights: "directory-administrator",
        where: "entra",
        proves: "With *Assignment required?* on *Yes* it shuts out all others who sign in to PCs.",
      }),
      changes("Set *Assignment required?* to *No* for an app of Microsoft's that Windows signs in with.", {
        rights: "directory-administrator",
        where: "entra",
      }),
    ],
    confidence: "inferred",
    sources: [table, { page: "aadsts50105" }, { page: "firstPartyApps" }],
  },
  {
    kind: "code",
    code: "AADSTS50129",
    symbols: ["DeviceIsNotWorkplaceJoined"],
    places: ["post-join"],
    title: "device not known as registered, at the Windows sign-in",
    cause:
      "Microsoft Entra ID issues a PRT to registered devices only, and did not find the registration of the PC that asked.",
    resolution: [
      reads("Look for `DeviceId` under Devices in the Microsoft Entra admin center, and under Deleted devices.", {
        proves:
          "Missing: register the PC again. Among the deleted: restore it. There: the request came from another PC.",
        rights: "directory-administrator",
        where: "entra",
      }),
      reads("Compare `DeviceAuthStatus` in the same log: SUCCESS says that the device is known now.", {
        rights: "user",
      }),
    ],
    confidence: "inferred",
    sources: [
      table,
      deletedDevices,
      { page: "prtConcept", heading: "How is a PRT issued?", anchor: "how-is-a-prt-issued" },
    ],
  },
  {
    kind: "code",
    code: "AADSTS65001",
    symbols: ["DelegationDoesNotExist"],
    places: ["post-join"],
    title: "no consent for what Windows signs in to",
    cause:
      "The sign-in of Windows asked for something that nobody in the tenant has agreed to, which its own apps never need: more than the PRT was asked for.",
    resolution: [
      reads("Read the identifier of the app in the message and look for it in Microsoft's list of its own apps.", {
        rights: "user",
        proves: "One that is not in it is an app of somebody else's that uses the sign-in of Windows.",
      }),
      signInLog,
    ],
    confidence: "inferred",
    sources: [table, { page: "firstPartyApps" }],
  },
  {
    kind: "code",
    code: "AADSTS700016",
    symbols: ["UnauthorizedClient_DoesNotMatchRequest"],
    places: ["post-join"],
    title: "app of the Windows sign-in not found in the tenant",
    cause:
      "The request for the PRT came to a tenant that does not have the app it names. Microsoft's own apps are everywhere, so the tenant is the wrong one or the request was changed on its way.",
    resolution: [
      reads(
        "Read the tenant in the message and in `Endpoint URI`, and see that it is that of the PC and of its cloud.",
        {
          proves:
            "Another tenant or cloud: see whose user signed in. The right one: the app of Windows was removed there; take it to Microsoft Support.",
          rights: "user",
        },
      ),
      signInLog,
    ],
    confidence: "inferred",
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS700082",
    symbols: ["ExpiredOrRevokedGrantInactiveToken"],
    places: ["post-join"],
    title: "token that Windows keeps for the user, unused for too long",
    cause:
      "Windows showed the token that it keeps for the user, and that one had not been used for longer than it is good for, as on a PC that was off or away for weeks.",
    resolution: [
      reads("Compare in the message when the token was issued and how long it lay idle.", {
        rights: "user",
        proves:
          "Idle for 14 days or more: a new sign-in is all that is needed; go on. Less: go on too, and if it comes back, read the sign-in of that minute in the Microsoft Entra sign-in logs.",
      }),
      signInAnew,
    ],
    sources: [
      table,
      { page: "prtConcept", heading: "What is the lifetime of a PRT?", anchor: "what-is-the-lifetime-of-a-prt" },
    ],
  },
  {
    kind: "code",
    code: "AADSTS70000",
    symbols: ["InvalidGrant"],
    places: ["post-join"],
    title: "token that Windows showed not valid",
    cause:
      "Windows tried to go on with the token that it keeps for the user, and Microsoft Entra ID did not take it: it is bound to a key or a device that does not fit any more, or it was revoked.",
    resolution: [
      reads(
        "Run `dsregcmd /status` from an elevated prompt and read `KeySignTest`: a bad key of the device shows there.",
        {
          proves: "PASSED: a new sign-in to Windows brings a new token. FAILED: follow the code behind it.",
          rights: "administrator",
        },
      ),
      signInAnew,
    ],
    confidence: "inferred",
    sources: [table, expiry],
  },
  {
    kind: "code",
    code: "AADSTS7000112",
    symbols: ["UnauthorizedClientApplicationDisabled"],
    places: ["post-join"],
    title: "app of the Windows sign-in disabled in the tenant",
    cause:
      "Somebody closed for sign-ins, in this tenant, an app of Microsoft's that Windows uses to get the token; nobody gets one then.",
    resolution: [
      reads("Look up the identifier in the message under Enterprise apps: is *Enabled for users to sign-in* on *No*?", {
        proves: "*No*: no user of the tenant gets a token; turn it on. *Yes*: lock and unlock the PC.",
        rights: "directory-administrator",
        where: "entra",
      }),
      changes("Set it to *Yes* again, and ask in the audit log who closed it and why.", {
        rights: "directory-administrator",
        where: "entra",
      }),
    ],
    confidence: "inferred",
    sources: [table, { page: "firstPartyApps" }],
  },
  {
    kind: "code",
    code: "AADSTS70043",
    symbols: ["BadTokenDueToSignInFrequency"],
    places: ["post-join"],
    title: "token that Windows keeps, older than the sign-in frequency allows",
    cause:
      "A policy limits how long a sign-in counts. The token that Windows keeps was issued before that, so it does not renew without the user.",
    resolution: [
      reads(
        "Compare the two times in the message: when the token was issued, and the longest lifetime of this request.",
        {
          proves: "Older: sign in to Windows again, as the policy wants. Not older: the clock of the PC is wrong.",
          rights: "user",
        },
      ),
      signInAnew,
    ],
    confidence: "inferred",
    sources: [
      table,
      { page: "prtConcept", heading: "What is the lifetime of a PRT?", anchor: "what-is-the-lifetime-of-a-prt" },
    ],
  },
]
