import { startJoin } from "./ladders.ts"
import { type Advice, shared } from "./shared.ts"
import type { Source } from "./source.ts"
import { changes, reads } from "./step.ts"

/*
 * Steps that show which tenant a PC or a user belongs to by its settings, and correct that.
 */

/** Where the PC learns its tenant. */
export const readConnectionPoint: readonly [Advice, ...Advice[]] = [
  shared(
    reads(
      "On the PC run `reg query HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\CDJ\\AAD`: Windows reads `TenantId` and `TenantName` there before it asks Active Directory.",
      {
        rights: "user",
        proves:
          "If both values are there, the PC takes its tenant from them: compare them with your tenant. If the key is not there, Active Directory counts.",
      },
    ),
  ),
  shared(
    reads(
      "Open ADSI Edit (`adsiedit.msc`), connect to *Configuration*, and look below CN=Services > CN=Device Registration Configuration for the object `CN=62a0ff2e-97b9-4513-943f-0d221bd30080`. Its attribute `keywords` has to hold `azureADId:` with your tenant ID and `azureADName:` with a verified domain.",
      {
        rights: "directory-administrator",
        where: "active-directory",
        proves:
          "If the object is missing, nobody has set up hybrid join in this forest. If it is there and right, this PC could not read it: run `nltest /dsgetdc:{Domain}` on the PC, and look for the object on the domain controller that it names.",
      },
    ),
  ),
]

/** Tells the PC its tenant. */
export const configureConnectionPoint: readonly [Advice, ...Advice[]] = [
  shared(
    changes(
      "If every PC of the forest is to join, start Microsoft Entra Connect on its server, choose *Configure device options* > *Configure Microsoft Entra hybrid join*, and let it write the service connection point.",
      { rights: "administrator", where: "sync-server" },
    ),
  ),
  shared(
    changes(
      "If only some PCs are to join, leave Active Directory as it is. Set `TenantId` (the tenant ID) and `TenantName` (a verified domain) below `HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\CDJ\\AAD` on those PCs, by group policy.",
      { rights: "administrator" },
    ),
  ),
]

/** Where the subscriptions of a tenant are. */
export const subscriptions: Source = { page: "subscriptions" }

/** What the PC takes for its tenant, compared with the tenant, and corrected where it is wrong. */
export const correctTenant: readonly [Advice, ...Advice[]] = [
  ...readConnectionPoint,
  shared(
    reads(
      "In the Microsoft Entra admin center open Entra ID > Overview, and compare *Tenant ID* with the ID that the PC takes; a verified domain is one of those under Entra ID > Domain names.",
      {
        rights: "directory-administrator",
        where: "entra",
        proves:
          "If they differ, correct the one in the registry or in Active Directory. If they are the same, nothing is wrong on the PC: the tenant has no active subscription, as Billing > Your products in the Microsoft 365 admin center shows.",
      },
    ),
  ),
  shared(
    changes(
      "If the ID in the registry is wrong, correct `TenantId` and `TenantName` below `HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\CDJ\\AAD`, in the group policy that sets them (`gpresult /h report.html` shows which), and run `gpupdate /force` on the PC.",
      { rights: "administrator" },
    ),
  ),
  shared(
    changes(
      "If the ID in Active Directory is wrong, let Microsoft Entra Connect write it anew on its server: *Configure device options* > *Configure Microsoft Entra hybrid join*. By hand, in ADSI Edit, remove the two values from `keywords` of that object, and add `azureADId:` with the tenant ID and `azureADName:` with a verified domain.",
      { rights: "directory-administrator", where: "active-directory" },
    ),
  ),
  startJoin,
]

/** How a user gets a suffix that the tenant knows. */
export const nameSuffix: Source = {
  page: "userNameSuffix",
  heading: "Add UPN suffixes and update your users to them",
  anchor: "add-upn-suffixes-and-update-your-users-to-them",
}

/** A user whose name ends in what Microsoft Entra ID does not know gets another name. */
export const correctSuffix: readonly [Advice, ...Advice[]] = [
  shared(
    reads(
      "In the Microsoft Entra admin center open Entra ID > Domain names, and look for the part of the user name behind the @.",
      {
        rights: "directory-administrator",
        where: "entra",
        proves:
          "If it is there and verified, the name is right: look up the user under Entra ID > Users. If it is there and not verified, or not there and a public domain of yours, verify it there. If it is an internal one such as `contoso.local`, it cannot be verified: give the user another suffix.",
      },
    ),
  ),
  shared(
    changes(
      "To add the suffix, open Active Directory Domains and Trusts, the properties of the top node, and add a verified domain of the tenant under *Alternative UPN suffixes*.",
      { rights: "directory-administrator", where: "active-directory" },
    ),
  ),
  shared(
    changes(
      "Give it to the user: `Set-ADUser {Account} -UserPrincipalName {Account}@contoso.com` with the verified domain for `contoso.com`, or the tab Account in Active Directory Users and Computers. Let the next sync end; Microsoft Entra Connect starts one every 30 minutes by default.",
      {
        rights: "directory-administrator",
        where: "active-directory",
        proves:
          "If Entra ID > Users shows the new name, the user signs out of Windows and signs in with it. If it shows the old one, the account is not synchronized: check the scope of Microsoft Entra Connect.",
      },
    ),
  ),
]
