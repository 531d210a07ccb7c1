import type { CodeEntry } from "../../code.ts"
import { ofHybrid } from "../../joinType.ts"
import { askForTokenAgain } from "../../ladders.ts"
import { shared } from "../../shared.ts"
import type { Source } from "../../source.ts"
import { changes, fact, reads } from "../../step.ts"
import {
  changedOutside,
  hybridTable,
  newPassword,
  prtTable,
  reachController,
  signInEvents,
  signInLog,
  table,
  whichPolicy,
} from "./advice.ts"

/** How fast a changed password arrives, and what happens to the old one. */
const hashSync: Source = {
  page: "passwordHashSync",
  heading: "How password hash synchronization works",
  anchor: "how-password-hash-synchronization-works",
}

const manualReset: Source = { page: "userRisk", heading: "Manual password reset", anchor: "manual-password-reset" }

const changePassword = shared(
  changes(
    "Have the user change the password in a browser, where the sign-in asks for it, or let an administrator set a new one.",
    { rights: "user", where: "directory" },
  ),
)

const SAME_PASSWORD =
  "If that works, Microsoft Entra ID knows this password, and the PC sent an older one: lock the PC and unlock it with the current password. If it is refused, Microsoft Entra ID holds another password than the one of Windows: the step on password hash synchronization is the one to do. If it works with another user name only, that name is the right one to sign in to Windows with."

/** Answers about the user's password, a new one that is wanted, and an account that is locked or disabled. */
export const passwordCodes = (): readonly CodeEntry[] => [
  {
    kind: "code",
    code: "AADSTS50053",
    symbols: ["IdsLocked"],
    places: ["post-join"],
    title: "account locked, or its IP address blocked",
    cause:
      "Two reasons share this code. Either the account is locked after too many attempts with a wrong name or password, or the sign-in came from an IP address that is known for attacks.",
    resolution: [
      reads(
        "In the Microsoft Entra admin center open Entra ID > Monitoring & health > Sign-in logs, open the sign-in of this user with error 50053, and read its failure reason.",
        {
          rights: "directory-administrator",
          where: "entra",
          proves: "It says which of the two it is: an account that is locked, or an IP address that is blocked.",
        },
      ),
      reads(
        "If the account is locked, find what still sends the old password: in the same log the failed sign-ins of this user show the app and the device, often a phone or a mail program.",
        {
          rights: "directory-administrator",
          where: "entra",
          proves: "While something goes on sending it, the account locks again.",
        },
      ),
      reads("If the address is blocked, lock and unlock the PC on another network, such as a phone's.", {
        rights: "user",
        proves:
          "If the token comes there, the address of the first network is the cause: ask its owner, or Microsoft Support.",
      }),
      changes(
        "Stop what sends the old password, wait until the lock ends, or let the user set a new password, and unlock the PC with the right one.",
        {
          rights: "user",
          where: "entra",
        },
      ),
    ],
    confidence: "inferred",
    sources: [table, { page: "userRisk", heading: "Unblocking users", anchor: "unblocking-users" }],
  },
  {
    kind: "code",
    code: "AADSTS50055",
    symbols: ["InvalidPasswordExpiredPassword"],
    places: ["post-join"],
    title: "password expired in Microsoft Entra ID",
    cause: "The user's password has expired, and with it the session.",
    resolution: [
      changes(
        "Let the user sign in with a browser (public cloud: https://myaccount.microsoft.com) and set a new password when asked: the lock screen of a Microsoft Entra joined PC does not ask for one.",
        {
          rights: "user",
          where: "entra",
          proves: "If the page does not ask, the password is synchronized from Active Directory: set a new one there.",
        },
      ),
      changes("If the user cannot, let an administrator reset the password.", {
        rights: "directory-administrator",
        where: "directory",
      }),
      newPassword,
    ],
    sources: [
      table,
      {
        page: "faq",
        heading: "How can users change their temporary or expired password on Microsoft Entra joined devices?",
      },
    ],
  },
  {
    kind: "code",
    code: "AADSTS50056",
    symbols: [],
    places: ["post-join"],
    title: "no password for this user in the directory",
    cause: "The password was empty or invalid: Microsoft Entra ID holds none for this user.",
    resolution: [
      reads("Have the user type the password once more.", {
        proves: "It works: it was mistyped. It fails: go on, for the directory may have no password of this user.",
        rights: "user",
      }),
      reads(
        "If it stays, find out how this account is meant to sign in. With password hash synchronization, its hash may never have arrived; a new password in Active Directory sends one.",
        { rights: "directory-administrator", where: "active-directory" },
      ),
    ],
    confidence: "inferred",
    sources: [table, hashSync],
  },
  {
    kind: "code",
    code: "AADSTS50057",
    symbols: ["UserDisabled"],
    places: ["post-join"],
    title: "user account disabled",
    cause: "The user's account is disabled, in Active Directory or in Microsoft Entra ID.",
    resolution: [
      reads(
        "Look at the account in Active Directory and in Microsoft Entra ID, and ask whether it was disabled on purpose; then this answer is as it should be.",
        {
          proves:
            "Disabled and not meant: enable it. Enabled in both: the attempt is from before; lock and unlock the PC.",
          rights: "directory-administrator",
          where: "directory",
        },
      ),
      changes(
        "Otherwise enable the account where it is mastered: in Active Directory for a synchronized user, else in Microsoft Entra ID.",
        { rights: "directory-administrator", where: "directory" },
      ),
      fact(
        "Do not take a working desktop for proof that the account is enabled: a Microsoft Entra joined PC lets the user in with the cached password until it learns better, typically within four hours.",
      ),
    ],
    sources: [
      table,
      { page: "aadsts50057", heading: "Solution", anchor: "solution" },
      { page: "faq", heading: "Can a disabled or deleted user sign in to a Microsoft Entra joined device?" },
    ],
  },
  {
    kind: "code",
    code: "AADSTS50064",
    symbols: ["CredentialAuthenticationError"],
    places: ["any"],
    title: "user name or password did not pass the check",
    cause: "Microsoft Entra ID checked the user name and the password, and one of them failed.",
    resolution: [
      reads("Have the user sign in to a web page of Microsoft 365 with the same name and password, typed by hand.", {
        proves:
          "It works: only the PC has an old password; sign out and in with this one. It fails too: set a new password.",
        rights: "user",
      }),
      signInLog,
      newPassword,
    ],
    confidence: "inferred",
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS50126",
    symbols: ["InvalidUserNameOrPassword"],
    places: ["post-join"],
    title: "wrong user name or password",
    cause:
      "Microsoft Entra ID did not accept the user name and password. If Windows let the user in with the same password, Active Directory and Microsoft Entra ID hold different ones: after a change the new one may not have arrived yet, or Windows checked an old one that it keeps. The user name may also be another one than in Microsoft Entra ID.",
    resolution: [
      reads(
        "Let the user open a private browser window and sign in there (public cloud: https://myaccount.microsoft.com), with the full user name and the password of Windows.",
        {
          rights: "user",
          inLog: [
            {
              fields: ["User Identity"],
              leaves: reads(
                "Let the user open a private browser window and sign in there (public cloud: https://myaccount.microsoft.com), as {0} with the password of Windows.",
                { rights: "user", proves: SAME_PASSWORD },
              ),
            },
          ],
          proves: SAME_PASSWORD,
        },
      ),
      askForTokenAgain,
      reads(
        "If Active Directory and Microsoft Entra ID hold different passwords, look at password hash synchronization, which runs every 2 minutes: on the server of Microsoft Entra Connect run `Invoke-ADSyncDiagnostics -PasswordSync` in an elevated PowerShell window.",
        {
          rights: "administrator",
          where: "sync-server",
          joins: ofHybrid,
          proves:
            "If it reports an error or no heartbeat, no password arrives: repair that. If it reports none, run it with `-ADConnectorName` and `-DistinguishedName` for this user. If this tenant does not synchronize hashes, AD FS or a pass-through agent checks the password: look there.",
        },
      ),
      changes(
        "If the two still differ, let the user set a new password with Ctrl+Alt+Del, with a domain controller in reach. Its hash arrives within minutes. Then unlock the PC with it.",
        { rights: "user", where: "active-directory", joins: ofHybrid },
      ),
      changes("If the user does not know the password either, let an administrator set a new one.", {
        rights: "directory-administrator",
        where: "directory",
      }),
      reachController,
    ],
    sources: [prtTable, hybridTable, changedOutside, hashSync, { page: "passwordHashTrouble" }, table],
  },
  {
    kind: "code",
    code: "AADSTS50135",
    symbols: ["PasswordChangeCompromisedPassword"],
    places: ["any"],
    title: "password change wanted, for the account is at risk",
    cause: "Microsoft Entra ID takes the account to be at risk, and wants a new password before it goes on.",
    resolution: [
      reads("Look at the user under ID Protection > Risky users, and find out what raised the risk.", {
        proves: "A real risk: let the user change the password. A false one: dismiss it.",
        rights: "directory-administrator",
        where: "entra",
      }),
      changePassword,
      newPassword,
      reachController,
    ],
    confidence: "inferred",
    sources: [table, manualReset],
  },
  {
    kind: "code",
    code: "AADSTS50137",
    symbols: [],
    places: ["any"],
    title: "password change wanted by a security rule",
    cause: "A rule of the tenant's security policy wants this user to choose a new password.",
    resolution: [
      reads(
        "Read the failure reason of the sign-in in the Microsoft Entra sign-in logs: it tells which rule wants the change.",
        {
          proves: "The rule is meant: let the user change the password. It is not: take the user out of it.",
          rights: "directory-administrator",
          where: "entra",
        },
      ),
      changePassword,
      newPassword,
      reachController,
    ],
    confidence: "inferred",
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS50142",
    symbols: [],
    places: ["any"],
    title: "password change wanted by Conditional Access",
    cause: "A Conditional Access policy, most often one about user risk, wants a new password from this user.",
    resolution: [
      reads(
        "See under ID Protection > Risky users whether this user stands there; if not, a policy asks for another reason.",
        {
          proves:
            "There: let the user change the password, which clears it. Not there: find the policy in the sign-in logs.",
          rights: "directory-administrator",
          where: "entra",
        },
      ),
      whichPolicy,
      changePassword,
      newPassword,
    ],
    confidence: "inferred",
    sources: [table, signInEvents, manualReset],
  },
  {
    kind: "code",
    code: "AADSTS50144",
    symbols: ["InvalidPasswordExpiredOnPremPassword"],
    places: ["post-join"],
    title: "password expired in Active Directory",
    cause:
      "The user's account is one of Active Directory, and its password there has run out. A new one has to come from there.",
    resolution: [
      changes("Set a new password in Active Directory, or have the user do it with self-service password reset.", {
        proves:
          "Then lock and unlock the PC with it. If the code comes back, the synchronization has not brought the new one yet.",
        rights: "directory-administrator",
        where: "active-directory",
      }),
      reachController,
    ],
    sources: [table, changedOutside],
  },
]
