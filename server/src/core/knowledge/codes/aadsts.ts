import type { CodeEntry } from "../code.ts"
import {
  connectionPoint,
  deviceState,
  joinPhase,
  networkRequirements,
  postJoinDiagnostics,
  ssoState,
} from "../headings.ts"
import { shared } from "../shared.ts"
import type { Source } from "../source.ts"
import { changes, endsSignIns, reads } from "../step.ts"
import { registerAgain, registerAgainSteps } from "./registerAgain.ts"

/** The table of all published codes; it prints a name and a sentence for each. */
const table: Source = { page: "aadsts", heading: "AADSTS error codes", anchor: "aadsts-error-codes" }

const prtTable: Source = {
  page: "prt",
  heading: 'Common server error codes ("AADSTS" prefix)',
  anchor: "common-server-error-codes-aadsts-prefix",
}

const hybridTable: Source = {
  page: "hybridJoin",
  heading: "Common server error codes",
  anchor: "common-server-error-codes",
}

/** Says that Conditional Access is not evaluated when a PRT is issued. */
const withoutConditionalAccess: Source = { page: "prtConcept", heading: "Browser behavior", anchor: "browser-behavior" }

/** How a device comes to be deleted or disabled without anybody touching it. */
const deletedDevice: Source = {
  page: "faq",
  heading:
    'Why do my users see an error message saying "Your organization has deleted the device" or "Your organization has disabled the device" on their Windows 10/11 devices?',
  anchor:
    "why-do-my-users-see-an-error-message-saying--your-organization-has-deleted-the-device--or--your-organization-has-disabled-the-device--on-their-windows-10-11-devices",
}

const softDeleted: Source = {
  page: "softDelete",
  heading: "Restore a soft-deleted device",
  anchor: "restore-a-soft-deleted-device",
}

/** What happens on a hybrid joined PC after a password was changed away from a domain controller. */
const changedOutside: Source = {
  page: "faq",
  heading:
    "What happens if a user changes their password and tries to sign in to their Windows 10/11 Microsoft Entra hybrid joined device outside the corporate network?",
}

/** Which browsers and apps do not show the device to Microsoft Entra ID. */
const deviceNotShown: Source = {
  page: "aadsts530004",
  heading: "Device authentication fails",
  anchor: "device-authentication-fails",
}

const vmMfa: Source = {
  page: "vmSignIn",
  heading: "MFA sign-in method required",
  anchor: "mfa-sign-in-method-required",
}

const notForPrt = shared(
  "Look for another reason if the PRT is missing: Conditional Access is not evaluated when a PRT is issued. This code belongs to the token of an app or to the sign-in to a virtual machine.",
)

const appAnswer = shared(
  "This is an answer to an app or a browser. It does not explain a missing PRT, for which Windows asks by itself at sign-in.",
)

const whichPolicy = shared(
  reads(
    "Find the policy in the Microsoft Entra sign-in logs: open the failed sign-in and read what was evaluated for it.",
    { rights: "directory-administrator", where: "directory" },
  ),
)

const showDevice = shared(
  reads(
    "See that the device is shown at all: a private window, a browser without support or with cookies off, and an app that uses no broker leave it out.",
  ),
)

const helloAgain = shared(
  changes(
    "Have the user sign in with the password. If that brings a PRT, only the Windows Hello key is at fault: set up Windows Hello again, which registers a new one.",
    { rights: "user" },
  ),
)

const enableDevice = shared(
  changes(
    "Find the device in the Microsoft Entra admin center by its `DeviceId`. A disabled one only has to be enabled. A hybrid joined one follows its computer account in Active Directory: enable that, and the next synchronization by Microsoft Entra Connect enables the device.",
    { rights: "directory-administrator", where: "directory" },
  ),
)

const restoreDevice = shared(
  changes(
    "If a Microsoft Entra joined device was deleted, first ask Microsoft Graph for `directory/deletedItems/microsoft.graph.device`: for 30 days it can be restored, with its BitLocker keys and LAPS passwords (preview). A hybrid joined device is gone at once, and so are those secrets.",
    { rights: "directory-administrator", where: "directory" },
  ),
)

const newPassword = shared(
  endsSignIns(
    "Let the user sign out of Windows and sign in with the current password, so that a new PRT is requested.",
    { rights: "user" },
  ),
)

const reachController = shared(
  "A hybrid joined PC has to reach a domain controller for that sign-in, in the office or over VPN: without one, Windows cannot check a new password.",
)

const passwordSession = shared(
  "The session is no longer valid: the password expired, or it was changed a short time ago.",
)

/** The limit of the one-line table, for the entries that add advice to it. */
const causeOnly = "Microsoft's table gives the cause only; the advice is inferred from it."

/** Codes that Microsoft Entra ID answers with, in `Server Error Description`, in events and in browsers. */
export const aadstsCodes: readonly CodeEntry[] = [
  {
    kind: "code",
    code: "AADSTS130004",
    symbols: ["NgcKeyNotFound"],
    places: ["post-join"],
    title: "no Windows Hello key for this user",
    cause: "The user signed in with Windows Hello, and Microsoft Entra ID has no Windows Hello key for that account.",
    resolution: [reads("Check `Credential Type` in the same block: NGC stands for Windows Hello."), helloAgain],
    note: causeOnly,
    sources: [table, ssoState],
  },
  {
    kind: "code",
    code: "AADSTS130005",
    symbols: ["NgcInvalidSignature"],
    places: ["post-join"],
    title: "signature of the Windows Hello key not accepted",
    cause: "The signature that the PC made with the user's Windows Hello key did not pass the check.",
    resolution: [helloAgain],
    note: causeOnly,
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS130006",
    symbols: ["NgcTransportKeyNotFound"],
    places: ["post-join"],
    title: "device without a transport key",
    cause:
      "The transport key is not set up for this device. A PC makes that key, and sends its public part, when it registers.",
    resolution: [
      reads("Read `KeySignTest` in a log from an elevated prompt: it tells whether the keys on the PC can be used.", {
        rights: "administrator",
      }),
      registerAgain,
    ],
    note: causeOnly,
    sources: [
      table,
      { page: "prtConcept", heading: "How is a PRT issued?", anchor: "how-is-a-prt-issued" },
      postJoinDiagnostics,
      registerAgainSteps,
    ],
  },
  {
    kind: "code",
    code: "AADSTS130007",
    symbols: ["NgcDeviceIsDisabled"],
    places: ["post-join"],
    title: "device disabled, seen at a Windows Hello sign-in",
    cause: "The device that the user's Windows Hello key belongs to is disabled in Microsoft Entra ID.",
    resolution: [enableDevice],
    sources: [table, deletedDevice, registerAgainSteps],
  },
  {
    kind: "code",
    code: "AADSTS130008",
    symbols: ["NgcDeviceIsNotFound"],
    places: ["post-join"],
    title: "device not found, seen at a Windows Hello sign-in",
    cause: "The user's Windows Hello key refers to a device that Microsoft Entra ID does not find.",
    resolution: [
      restoreDevice,
      registerAgain,
      changes("Afterwards set up Windows Hello again, for the old key belongs to the old device object.", {
        rights: "user",
      }),
    ],
    note: causeOnly,
    sources: [table, deletedDevice, softDeleted, registerAgainSteps],
  },
  {
    kind: "code",
    code: "AADSTS135010",
    symbols: ["KeyNotFound"],
    places: ["post-join"],
    title: "key not found",
    cause: "Microsoft Entra ID did not find the key that this sign-in was made with.",
    resolution: ["If `Credential Type` says NGC, take it for a missing Windows Hello key.", helloAgain],
    note: "Microsoft publishes no more than the name; cause and advice are inferred from it.",
    sources: [table, ssoState],
  },
  {
    kind: "code",
    code: "AADSTS135011",
    symbols: [],
    places: ["post-join"],
    title: "device disabled",
    cause: "The device that takes part in this sign-in is disabled in Microsoft Entra ID.",
    resolution: [
      "Ask why before you enable it: disabling is also how lost and stolen devices are locked out.",
      enableDevice,
    ],
    sources: [table, deletedDevice, registerAgainSteps],
  },
  {
    kind: "code",
    code: "AADSTS293004",
    symbols: [],
    places: ["any"],
    title: "remote PC not found under the name that was typed",
    cause:
      "A remote desktop connection with a web account was made to a name that is none of the host names of the target device in Microsoft Entra ID: `pc1.contoso.com`, say, where the device is known as `pc1`.",
    resolution: [
      "Connect with the host name that the target's device object has in Microsoft Entra ID, and make that name resolve, in DNS or in the HOSTS file of the PC you connect from.",
      reads(
        "Check the target's primary DNS suffix, which a policy may set: a wrong one gives the device object a wrong host name.",
      ),
      changes(
        "To connect with the full name, set the primary DNS suffix on the target and restart it; a scheduled task then adds the name to the device object.",
        { rights: "administrator" },
      ),
      "Nothing is wrong with the PRT on this PC, so do not register any device again.",
    ],
    sources: [
      {
        page: "vmSignIn",
        heading: "AADSTS293004: The target-device identifier in the request xxx wasn't found in the tenant xxx",
      },
    ],
  },
  {
    kind: "code",
    code: "AADSTS5000611",
    symbols: [],
    places: ["post-join"],
    title: "Windows lacks the security update of July 2021",
    cause:
      "This Windows build is older than July 2021 and derives its keys in a way (KDFv1) that Microsoft Entra ID blocks, because of CVE-2021-33781. Such a PC gets no PRT.",
    resolution: [
      changes("Install the current Windows updates on the PC."),
      "Do not trust a retry that works: the block is rolled out in steps, so the failure may come and go at first.",
      reads("Search the Microsoft Entra sign-in logs for 5000611 to find the other PCs.", {
        rights: "directory-administrator",
        where: "directory",
      }),
    ],
    sources: [{ page: "kdfV1", heading: "Error messages", anchor: "error-messages" }],
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
      ),
      "Sign in again in a private browser window with the right account, or invite the user as a guest.",
      "A guest cannot sign in to a Microsoft Entra joined PC, so look for an app or a browser behind this code.",
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
      reads("Read the name that was sent, in event 1144 of AAD Analytic or in `User Identity`."),
      reads(
        "If it is the full UPN, check that the account exists in this tenant and that Microsoft Entra Connect synchronizes it.",
        { where: "directory" },
      ),
      "If it is a short name on a hybrid joined PC, unlock again after a few minutes, or sign out and in. Windows may call the account disabled (0xc0000072) although it is not.",
    ],
    note: "That `User Identity` shows the short name in the hybrid case is inferred; Microsoft names the events only.",
    sources: [prtTable, hybridTable, { page: "accountDisabled", heading: "Cause", anchor: "cause" }, table],
  },
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
        "For a locked account, end the attempts with the wrong password, then unblock the user as Microsoft Entra ID Protection describes it.",
        { rights: "directory-administrator", where: "directory" },
      ),
      "For a blocked address, try from another network.",
    ],
    note: "Microsoft tells how to find the reason and links to unblocking users; the advice for a blocked address is inferred.",
    sources: [table],
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
      "Have the user type the password once more.",
      reads(
        "If it stays, check how this account is meant to sign in. With password hash synchronization, its hash may never have arrived.",
        { where: "directory" },
      ),
    ],
    note: "Asking for the password again is Microsoft's whole advice; the second step is inferred.",
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS50057",
    symbols: ["UserDisabled"],
    places: ["post-join"],
    title: "user account disabled",
    cause: "The user's account is disabled, in Active Directory or in Microsoft Entra ID.",
    resolution: [
      "Ask whether that is intended; then this answer is as it should be.",
      changes(
        "Otherwise enable the account where it is mastered: in Active Directory for a synchronized user, else in Microsoft Entra ID.",
        { rights: "directory-administrator", where: "directory" },
      ),
      "Do not take a working desktop for proof that the account is enabled: a Microsoft Entra joined PC lets the user in with the cached password until it learns better, typically within four hours.",
    ],
    note: "Where to enable the account is put together from two Microsoft pages, which each name one side.",
    sources: [
      table,
      { page: "aadsts50057", heading: "Solution", anchor: "solution" },
      { page: "faq", heading: "Can a disabled or deleted user sign in to a Microsoft Entra joined device?" },
    ],
  },
  {
    kind: "code",
    code: "AADSTS500571",
    symbols: [],
    places: ["any"],
    title: "guest account disabled",
    cause: "The guest account of this user is disabled in the tenant that the app belongs to.",
    resolution: [
      "Ask the owners of that tenant, or the guest's sponsor, whether it is meant to be disabled. If not, they enable it.",
      appAnswer,
    ],
    sources: [{ page: "aadsts500571", heading: "Solution", anchor: "solution" }],
  },
  {
    kind: "code",
    code: "AADSTS50058",
    symbols: ["UserInformationNotProvided"],
    places: ["any"],
    title: "silent sign-in without a session",
    cause:
      "An app tried to sign in without asking the user, and there was no session to use. Before the first sign-in that is expected.",
    resolution: [
      "Let the user sign in to the app once.",
      reads(
        "If the user had signed in before, look at `AzureAdPrt` in this log: without a PRT there is no session to take over.",
      ),
      appAnswer,
    ],
    note: "Microsoft says that the session was not found or not valid; the look at the PRT is inferred.",
    sources: [table],
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
      "Repeat the request where the user can answer the second factor.",
      notForPrt,
      changes(
        "At a remote desktop sign-in to a virtual machine, per-user MFA stands in the way; Microsoft advises to remove it.",
        { rights: "directory-administrator", where: "directory" },
      ),
    ],
    sources: [table, withoutConditionalAccess, vmMfa],
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
      changes("Managed domain: have the user register security info.", { rights: "user", where: "directory" }),
      reads(
        "Federated domain: see that the identity provider performs multifactor authentication and sends the claim.",
        { where: "federation-service" },
      ),
      notForPrt,
    ],
    sources: [table, withoutConditionalAccess],
  },
  {
    kind: "code",
    code: "AADSTS50097",
    symbols: ["DeviceAuthenticationRequired"],
    places: ["any"],
    title: "device authentication required",
    cause: "The app or the policy behind it wants to know the device, and the request came without it.",
    resolution: [
      showDevice,
      reads("Check `AzureAdPrt` in a log of this user: the PRT is what shows the device."),
      appAnswer,
    ],
    note: causeOnly,
    sources: [table, deviceNotShown],
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
        rights: "directory-administrator",
        where: "directory",
      }),
      appAnswer,
    ],
    sources: [table, { page: "aadsts50105" }],
  },
  {
    kind: "code",
    code: "AADSTS50107",
    symbols: ["InvalidRealmUri"],
    places: ["any"],
    title: "unknown federation realm",
    cause: "The request named a federation realm that Microsoft Entra ID does not know.",
    resolution: [
      reads(
        "Compare the issuer that the message names with the one configured for the domain in Microsoft Entra ID; they have to be the same.",
        { where: "directory" },
      ),
      "For a guest from an organization with direct federation, the setting is under External Identities > All identity providers.",
    ],
    note: "Microsoft describes it for guests who redeem an invitation. For a user of a federated domain the advice is inferred.",
    sources: [table, { page: "aadsts50107", heading: "Cause", anchor: "cause" }],
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
      "After a change of password, wait until it is synchronized, then lock and unlock the PC.",
      reachController,
      "Else have the user type name and password again; a few of these errors are ordinary typing mistakes.",
    ],
    sources: [prtTable, hybridTable, changedOutside, table],
  },
  {
    kind: "code",
    code: "AADSTS50128",
    symbols: [],
    places: ["any"],
    title: "no tenant can be told from the domain name",
    cause: "Neither the request nor the sign-in name in it says which tenant is meant.",
    resolution: [
      reads("Check the domain behind the @ of the sign-in name: it has to be a verified domain of the tenant.", {
        where: "directory",
      }),
      appAnswer,
    ],
    note: causeOnly,
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS50129",
    symbols: ["DeviceIsNotWorkplaceJoined"],
    places: ["any"],
    title: "device not registered",
    cause:
      "The request needs a device that is registered with Microsoft Entra ID (workplace joined), and it came without one.",
    resolution: [
      changes("On a personal PC, connect the work account under Settings > Accounts > Access work or school.", {
        rights: "user",
      }),
      showDevice,
      appAnswer,
    ],
    note: causeOnly,
    sources: [table, deviceNotShown],
  },
  {
    kind: "code",
    code: "AADSTS50131",
    symbols: ["ConditionalAccessFailed"],
    places: ["any"],
    title: "refused by a policy, for one of several reasons",
    cause:
      "Microsoft Entra ID refused the request by a policy: the state of the device, suspicious activity, an access policy or a security policy. The code does not say which.",
    resolution: [whichPolicy, notForPrt],
    sources: [table, withoutConditionalAccess],
  },
  {
    kind: "code",
    code: "AADSTS50132",
    symbols: ["SsoArtifactInvalidOrExpired"],
    places: ["post-join"],
    title: "session no longer valid after a password change",
    cause: passwordSession,
    resolution: [newPassword, reachController],
    note: "Microsoft prints the same text for AADSTS50133. The advice is inferred.",
    sources: [table, changedOutside],
  },
  {
    kind: "code",
    code: "AADSTS50133",
    symbols: ["SsoArtifactRevoked"],
    places: ["post-join"],
    title: "session revoked after a password change",
    cause: passwordSession,
    resolution: [newPassword, reachController],
    note: "Microsoft prints the same text for AADSTS50132. The advice is inferred.",
    sources: [table, changedOutside],
  },
  {
    kind: "code",
    code: "AADSTS50144",
    symbols: ["InvalidPasswordExpiredOnPremPassword"],
    places: ["post-join"],
    title: "password expired in Active Directory",
    cause: "The password of the user's account in Active Directory has expired.",
    resolution: [
      changes("Set a new password in Active Directory, or have the user do it with self-service password reset.", {
        where: "directory",
      }),
      reachController,
    ],
    sources: [table, changedOutside],
  },
  {
    kind: "code",
    code: "AADSTS50155",
    symbols: ["DeviceAuthenticationFailed"],
    places: ["post-join"],
    title: "device not accepted",
    cause:
      "Microsoft Entra ID could not authenticate the device, so it issues no PRT. The device may have been disabled or deleted there; a computer that was moved out of the synchronized organizational units is deleted as well.",
    resolution: [
      reads("Read `DeviceAuthStatus`: it says whether the device is disabled or deleted."),
      enableDevice,
      restoreDevice,
      registerAgain,
    ],
    sources: [prtTable, hybridTable, deletedDevice, softDeleted, registerAgainSteps],
  },
  {
    kind: "code",
    code: "AADSTS50173",
    symbols: ["FreshTokenNeeded"],
    places: ["post-join"],
    title: "token revoked",
    cause:
      "The token that was presented is from before the moment since which this user's tokens count. The password was changed or reset, or an administrator revoked the tokens.",
    resolution: [
      reads("Compare the two times in the message: when the token was issued, and from when on tokens are valid."),
      newPassword,
      reachController,
    ],
    sources: [{ page: "aadsts50173", heading: "Cause", anchor: "cause" }, table, changedOutside],
  },
  {
    kind: "code",
    code: "AADSTS50187",
    symbols: ["DeviceInformationNotProvided"],
    places: ["post-join"],
    title: "device could not be authenticated",
    cause: "The service failed to authenticate the device. By its name, the information about the device was missing.",
    resolution: [
      reads(
        "Run `dsregcmd /status` from an elevated prompt and read `KeySignTest` and `DeviceAuthStatus`: the first tests the keys on the PC, the second the device in Microsoft Entra ID.",
        { rights: "administrator" },
      ),
      changes(
        "If a proxy inspects TLS on the way, exempt `device.login.microsoftonline.com`: inspection breaks the device's certificate sign-in.",
        { where: "network" },
      ),
    ],
    note: causeOnly,
    sources: [table, postJoinDiagnostics, networkRequirements],
  },
  {
    kind: "code",
    code: "AADSTS50196",
    symbols: ["LoopDetected"],
    places: ["any"],
    title: "an app asks for tokens in a loop",
    cause: "One app sent the same request too often in a short time, so it is held off.",
    resolution: [
      changes(
        "Find the app in the sign-in logs and update or restart it; an app of your own has to cache its tokens and handle errors.",
        { where: "app" },
      ),
      appAnswer,
    ],
    sources: [table],
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
        { where: "management" },
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
      changes(
        "Set up cross-tenant access so that compliant or hybrid joined devices of the guest's home tenant are trusted.",
        { rights: "directory-administrator", where: "directory" },
      ),
      reads("Check that the guest's device is compliant or hybrid joined at home.", { where: "directory" }),
      showDevice,
      changes(
        "If the policy asks for an approved client app, leave guests out of it: that combination is not supported.",
        { rights: "directory-administrator", where: "directory" },
      ),
    ],
    sources: [{ page: "aadsts530004" }, deviceNotShown],
  },
  {
    kind: "code",
    code: "AADSTS53001",
    symbols: ["DeviceNotDomainJoined"],
    places: ["any"],
    title: "device not domain joined",
    cause: "A Conditional Access policy wants a domain joined device, and the request came from another one.",
    resolution: [
      reads("Compare `AzureAdJoined` and `DomainJoined`: only YES for both is a hybrid joined PC."),
      showDevice,
      notForPrt,
    ],
    note: "Microsoft's table says domain joined; that the policy is about hybrid joined devices is inferred.",
    sources: [table, deviceState, deviceNotShown, withoutConditionalAccess],
  },
  {
    kind: "code",
    code: "AADSTS53003",
    symbols: ["BlockedByConditionalAccess"],
    places: ["any"],
    title: "blocked by Conditional Access",
    cause: "A Conditional Access policy forbids a token for this request.",
    resolution: [whichPolicy, notForPrt],
    sources: [table, withoutConditionalAccess],
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
        where: "directory",
      }),
      appAnswer,
    ],
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS700003",
    symbols: [],
    places: ["post-join"],
    title: "device object deleted",
    cause:
      "The tenant has no device object for this device any more: it was deleted in the home tenant. The PC does not notice and goes on to show itself as joined.",
    resolution: [
      reads(
        "Search the Microsoft Entra audit log for the activity *Delete device* to learn who or what deleted it, so that it does not happen again.",
        { rights: "directory-administrator", where: "directory" },
      ),
      restoreDevice,
      registerAgain,
      endsSignIns(
        "A device that is only registered: disconnect the account under Settings > Accounts > Access work or school, then connect it again.",
        { rights: "user" },
      ),
    ],
    sources: [{ page: "aadsts700003", heading: "Solution", anchor: "solution" }, softDeleted, registerAgainSteps],
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
      changes(
        "Compare the tenant in the message with yours, then have an administrator add the app or correct its identifier.",
        { rights: "directory-administrator", where: "directory" },
      ),
      appAnswer,
    ],
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS70002",
    symbols: ["InvalidClient"],
    places: ["post-join"],
    title: "credentials not accepted, a second code may say why",
    cause:
      "The credentials in the request did not pass. Alone, the code means a wrong secret of an app. From a device it can come with a second code in the same text, such as AADSTS50155, and that one is the cause.",
    resolution: [
      reads("Read the whole message and look up the AADSTS code behind this one."),
      "If it is AADSTS50155 on a PC that Configuration Manager enrolls, with 0xcaa9001f in its log, follow that code first.",
    ],
    sources: [table, { page: "mdmEnrollment9001f", heading: "Symptoms", anchor: "symptoms" }],
  },
  {
    kind: "code",
    code: "AADSTS70008",
    symbols: ["ExpiredOrRevokedGrant"],
    places: ["post-join"],
    title: "refresh token expired",
    cause: "The refresh token was not used for too long and has expired.",
    resolution: [
      "Have the user sign in again; a PC that was off or away for long does that at the next sign-in to Windows.",
    ],
    note: causeOnly,
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS700082",
    symbols: ["ExpiredOrRevokedGrantInactiveToken"],
    places: ["post-join"],
    title: "refresh token expired after a long pause",
    cause:
      "An app presented a refresh token that had been idle too long. The message says when it was issued and how long it was not used. This is part of a token's ordinary life.",
    resolution: ["Let the user sign in to the app again."],
    note: causeOnly,
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS70043",
    symbols: ["BadTokenDueToSignInFrequency"],
    places: ["any"],
    title: "sign-in frequency reached",
    cause: "A Conditional Access policy limits how long a sign-in counts, and the refresh token is older than that.",
    resolution: [
      "Let the user sign in again; the message names the longest lifetime that the policy allows.",
      appAnswer,
    ],
    note: "A sign-in frequency also limits how long the session of a PRT lasts.",
    sources: [
      table,
      { page: "prtConcept", heading: "What is the lifetime of a PRT?", anchor: "what-is-the-lifetime-of-a-prt" },
    ],
  },
  {
    kind: "code",
    code: "AADSTS81010",
    symbols: ["DesktopSsoAuthTokenInvalid"],
    places: ["any"],
    title: "Kerberos ticket for seamless single sign-on not valid",
    cause: "Seamless single sign-on failed, because the user's Kerberos ticket has expired or is not valid.",
    resolution: [
      "Where a domain controller can be reached, lock and unlock the PC or sign in again, so that Windows gets fresh tickets.",
      appAnswer,
    ],
    note: causeOnly,
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS90002",
    symbols: ["InvalidTenantName"],
    places: ["join"],
    title: "tenant in the service connection point not found",
    cause:
      "The device joined by the tenant ID in its service connection point (SCP), and Microsoft Entra ID finds no such tenant. The ID is wrong, or the tenant has no active subscription.",
    resolution: [
      reads(
        "Compare the ID in the message with `azureADId` in the SCP and with the tenant ID in the Microsoft Entra admin center.",
        { where: "directory" },
      ),
      reads(
        "Look into the registry of the device as well, under HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\CDJ\\AAD: a value there wins over Active Directory.",
      ),
      reads("If the IDs agree, see whether the tenant still has an active subscription.", { where: "directory" }),
    ],
    note: "Outside a join the code says the same of a request by an app: wrong tenant, or the wrong cloud.",
    sources: [
      joinPhase,
      connectionPoint,
      {
        page: "hybridControl",
        heading: "Configure client-side registry setting for SCP",
        anchor: "configure-client-side-registry-setting-for-scp",
      },
      table,
    ],
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
      "Ignore it when it came from opening a token address in a browser: the address was reached, and that is all such a test can show.",
      changes("In an app of your own, correct the request.", { where: "app" }),
    ],
    note: "Microsoft says that it can be ignored; that it proves the address reachable is inferred.",
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
      changes(
        "For your own user, compare the sourceAnchor in Active Directory with the ImmutableID of the user in Microsoft Entra ID, and correct the mismatch in the synchronization or in the claims of the federation service.",
        { rights: "directory-administrator", where: "directory" },
      ),
      "For an external user, add the account as a guest, or sign in with another one.",
    ],
    note: "Microsoft names both reasons; that the second one shows in federated domains, and how to correct it, is inferred.",
    sources: [table, { page: "aadsts50020", heading: "Symptoms", anchor: "symptoms" }],
  },
]
