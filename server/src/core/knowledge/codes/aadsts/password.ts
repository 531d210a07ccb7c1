import type { CodeEntry } from "../../code.ts"
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
        "Tell the two apart in the Microsoft Entra admin center, under Monitoring & health > Sign-in logs: open the sign-in with error 50053 and read its failure reason.",
        { rights: "directory-administrator", where: "directory" },
      ),
      changes(
        "For a locked account, find what still tries the old password, often a phone or a saved session, and stop it. Then unblock the user.",
        { rights: "directory-administrator", where: "directory" },
      ),
      reads("For a blocked address, try from another network.", { rights: "user" }),
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
        "Have the user sign in to an app or a web page and set a new password there: the Windows lock screen of a Microsoft Entra joined PC does not ask for one.",
        { rights: "user", where: "directory" },
      ),
      changes("Or let an administrator reset the password.", { rights: "directory-administrator", where: "directory" }),
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
      reads("Have the user type the password once more.", { rights: "user" }),
      reads(
        "If it stays, find out how this account is meant to sign in. With password hash synchronization, its hash may never have arrived; a new password in Active Directory sends one.",
        { rights: "directory-administrator", where: "directory" },
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
        { rights: "directory-administrator", where: "directory" },
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
      reads(
        "Have the user sign in to a web page of Microsoft 365 with the same name and password: if that works, only the PC has an old password.",
        { rights: "user" },
      ),
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
      "Microsoft Entra ID did not accept the user name and password. On a hybrid joined PC in a tenant with password hash synchronization, a password changed a short time ago may not have arrived there yet.",
    resolution: [
      reads(
        "Have the user lock the PC and unlock it with the current password. A mistyped one is the ordinary reason.",
        { rights: "user" },
      ),
      "After a change of password, wait some minutes first, until its hash is synchronized.",
      reachController,
    ],
    sources: [prtTable, hybridTable, changedOutside, hashSync, table],
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
        rights: "directory-administrator",
        where: "directory",
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
        { rights: "directory-administrator", where: "directory" },
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
        { rights: "directory-administrator", where: "directory" },
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
        rights: "directory-administrator",
        where: "directory",
      }),
      reachController,
    ],
    sources: [table, changedOutside],
  },
]
