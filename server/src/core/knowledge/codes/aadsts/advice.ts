import { ofHybrid } from "../../joinType.ts"
import { shared } from "../../shared.ts"
import type { Source } from "../../source.ts"
import { changes, endsSignIns, fact, reads } from "../../step.ts"
import { NO, YES } from "../../yesNo.ts"

/*
 * What several families of AADSTS codes rest on and advise.
 */

/** The table of all published codes; it prints a name and a sentence for each. */
export const table: Source = { page: "aadsts", heading: "AADSTS error codes", anchor: "aadsts-error-codes" }

/** The codes that Microsoft explains for a primary refresh token. */
export const prtTable: Source = {
  page: "prt",
  heading: 'Common server error codes ("AADSTS" prefix)',
  anchor: "common-server-error-codes-aadsts-prefix",
}

/** The codes that Microsoft explains for hybrid joined devices. */
export const hybridTable: Source = {
  page: "hybridJoin",
  heading: "Common server error codes",
  anchor: "common-server-error-codes",
}

/** Says that Conditional Access is not evaluated when a PRT is issued. */
export const withoutConditionalAccess: Source = {
  page: "prtConcept",
  heading: "Browser behavior",
  anchor: "browser-behavior",
}

/** What a second factor does to the sign-in to a virtual machine. */
export const vmMfa: Source = {
  page: "vmSignIn",
  heading: "MFA sign-in method required",
  anchor: "mfa-sign-in-method-required",
}

/** How to find the policy behind a refused sign-in. */
export const signInEvents: Source = {
  page: "conditionalAccess",
  heading: "Microsoft Entra sign-in events",
  anchor: "azure-ad-sign-in-events",
}

/** How a device comes to be deleted or disabled without anybody touching it. */
export const deletedDevice: Source = {
  page: "faq",
  heading:
    'Why do my users see an error message saying "Your organization has deleted the device" or "Your organization has disabled the device" on their Windows 10/11 devices?',
  anchor:
    "why-do-my-users-see-an-error-message-saying--your-organization-has-deleted-the-device--or--your-organization-has-disabled-the-device--on-their-windows-10-11-devices",
}

/** What soft deletion keeps, and for how long. */
export const softDeleted: Source = {
  page: "softDelete",
  heading: "Restore a soft-deleted device",
  anchor: "restore-a-soft-deleted-device",
}

/** Where a deleted device is restored in the admin center. */
export const deletedDevices: Source = {
  page: "cloudSyncDevices",
  heading: "Recover a deleted device",
  anchor: "recover-a-deleted-device",
}

/** What happens on a hybrid joined PC after a password was changed away from a domain controller. */
export const changedOutside: Source = {
  page: "faq",
  heading:
    "What happens if a user changes their password and tries to sign in to their Windows 10/11 Microsoft Entra hybrid joined device outside the corporate network?",
}

/** Which browsers and apps do not show the device to Microsoft Entra ID. */
export const deviceNotShown: Source = {
  page: "aadsts530004",
  heading: "Device authentication fails",
  anchor: "device-authentication-fails",
}

/** Why a policy never explains a missing token of the device. */
export const notForPrt = shared(
  fact(
    "Look for another reason if the PRT is missing: Conditional Access is not evaluated when a PRT is issued. This code belongs to the token of an app or to the sign-in to a virtual machine.",
  ),
)

/** Why an answer to an app never explains a missing token of the device. */
export const appAnswer = shared(
  fact(
    "This is an answer to an app or a browser. It does not explain a missing PRT, for which Windows asks by itself at sign-in.",
  ),
)

/** The way from a refused sign-in to the policy behind it. */
export const whichPolicy = shared(
  reads(
    "Open the failed sign-in in the Microsoft Entra sign-in logs, which the correlation ID finds, and read on its *Conditional Access* tab which policy failed and what it asks for.",
    { rights: "directory-administrator", where: "entra" },
  ),
)

/** The way from an attempt on the PC to what the service noted about it. */
export const signInLog = shared(
  reads(
    "Find the attempt in the Microsoft Entra sign-in logs by its correlation ID and read the failure reason there.",
    { rights: "directory-administrator", where: "entra" },
  ),
)

/** A browser or app that hides the device looks like a device that does not fit. */
export const showDevice = shared(
  reads(
    "See that the device is shown at all: a private window, a browser without support or with cookies off, and an app that uses no broker leave it out.",
  ),
)

const FIRST_WHY =
  "If the device is disabled, first find out why: that is also how lost and stolen devices are locked out. Then enable it in the Microsoft Entra admin center, under Entra ID > Devices > All devices."

/** How to bring a disabled device back. */
export const enableDevice = shared(
  changes(
    `${FIRST_WHY} A hybrid joined one follows its computer account: enable that in Active Directory, and the next sync enables the device.`,
    {
      rights: "directory-administrator",
      where: "directory",
      inLog: [
        {
          fields: ["DomainJoined"],
          when: NO,
          leaves: changes(FIRST_WHY, {
            rights: "directory-administrator",
            where: "entra",
            proves: "After that the user locks and unlocks the PC, and gets a token.",
          }),
        },
        {
          fields: ["DomainJoined"],
          when: YES,
          leaves: changes(
            "If the device is disabled, first find out why: that is also how lost and stolen devices are locked out. It follows its computer account: see in Active Directory Users and Computers that this one is enabled, else enable it there, and the next sync enables the device. If the account is enabled, enable the device in the Microsoft Entra admin center, under Entra ID > Devices > All devices.",
            { rights: "directory-administrator", where: "directory" },
          ),
        },
      ],
    },
  ),
)

/** How to bring a deleted device back with its secrets. */
export const restoreDevice = shared(
  changes(
    "If the device was deleted, look in the Microsoft Entra admin center under Entra ID > Devices > Deleted devices before you register it again. If it is listed, restore it, for up to 30 days with its BitLocker keys and LAPS passwords, and let the user sign in again or restart the PC. If it is not listed, register the PC again.",
    { rights: "directory-administrator", where: "entra" },
  ),
)

/** A sign-in that asks for a new token; only the user can do it. */
export const newPassword = shared(
  endsSignIns(
    "Let the user sign out of Windows and sign in with the current password, so that a new PRT is requested.",
    { rights: "user" },
  ),
)

/** What a sign-in with a new password needs on a hybrid joined PC. */
export const reachController = shared(
  fact(
    "When a user signs in with a new password, a hybrid joined PC has to reach a domain controller, in the office or over VPN: without one, Windows cannot check it.",
    { joins: ofHybrid },
  ),
)

/** Who helps where Microsoft's own side failed. */
export const supportCase = shared(
  "If it stays, open a case with Microsoft Support and give the code, the time and the correlation ID of the attempt.",
)

/** For what passes on Microsoft's side. */
export const tryAgain = shared(
  reads("Lock and unlock the PC after some minutes, and read a new log: each unlock asks again.", { rights: "user" }),
)
