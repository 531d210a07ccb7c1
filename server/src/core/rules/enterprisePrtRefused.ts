import { isEnterprisePrtNeeded } from "../evidence/enterpriseToken.ts"
import { ssoState } from "../knowledge/headings.ts"
import { changes, reads } from "../knowledge/step.ts"
import { enterpriseRefusal } from "./enterpriseRefusal.ts"
import { ADFS_WANTED, faultOnlyIf } from "./message.ts"
import { rule } from "./rule.ts"
/** AD FS gave no token of its own; Microsoft Entra ID may be fine. */
export const enterprisePrtRefused = rule({
  id: "enterprise-prt-refused",
  severity: "warning",
  about: ["token attempt"],
  phase: "post-join",
  repaired: { line: "EnterprisePrt : YES" },
  summary: "AD FS gave no primary refresh token of its own.",
  why: "Besides the token of Microsoft Entra ID, Windows asked AD FS for one, and that attempt failed. It matters only where AD FS hands out certificates for Windows Hello or guards applications by device.",
  fix: [
    reads(
      "Ask whoever runs AD FS whether it issues certificates for Windows Hello for Business (certificate trust), or has access control policies that ask for a registered device.",
      {
        rights: "directory-administrator",
        where: "federation-service",
        proves: "If it does neither, nothing waits for this token: leave it. If it does one of the two, go on.",
      },
    ),
    reads(
      'Look for the device in Active Directory: `Get-ADObject -SearchBase "CN=RegisteredDevices,DC=…" -Filter "Name -eq \'{DeviceId}\'"` with the DN of your domain.',
      {
        rights: "directory-administrator",
        where: "active-directory",
        proves:
          "If nothing is found, AD FS does not know the device: device writeback is off or has not brought it yet. If it is found, look in AD FS > Admin in Event Viewer on the federation servers at the time of the attempt.",
      },
    ),
    changes(
      "If device writeback is off and wanted, turn it on in Microsoft Entra Connect under *Configure device options*. It writes every joined device of the tenant into Active Directory, so plan it first; the first devices can take up to three hours.",
      {
        rights: "administrator",
        where: "sync-server",
        proves:
          "Once the device is written back, `EnterprisePrt` says YES after the next unlock. If not, read AD FS > Admin at that time.",
      },
    ),
  ],
  sources: [ssoState],
  bad: [
    `
                AzureAdPrt : YES
             EnterprisePrt : NO
                             ^^ enterprise-prt-refused
    EnterprisePrtAuthority :
     AcquirePrtDiagnostics : PRESENT
            Attempt Status : 0xc000006d
              Endpoint URI : https://adfs.contoso.com/adfs/oauth2/token/
                HTTP Error : 0x0
               HTTP status : 400
         Server Error Code : invalid_grant
  Server Error Description : MSIS9682: Received invalid OAuth JWT Bearer request.`,
  ],
  good: [
    `
                AzureAdPrt : YES
             EnterprisePrt : NO
    EnterprisePrtAuthority :`,
    `
             EnterprisePrt : NO
     AcquirePrtDiagnostics : PRESENT
            Attempt Status : 0xc000006d
            CertEnrollment : none`,
    `
                AzureAdPrt : NO
     AcquirePrtDiagnostics : PRESENT
            Attempt Status : 0xc000006d
             EnterprisePrt : NO`,
  ],
  *check(log) {
    if (log.field("CertEnrollment") || isEnterprisePrtNeeded(log)) return
    const refusals = enterpriseRefusal(log, [
      log.says("AzureAdPrt", "YES")
        ? "The Microsoft Entra token is fine, AD FS gave none of its own"
        : "AD FS gave no token of its own",
      "No token of AD FS",
    ])
    for (const found of refusals) yield { ...found, verdict: faultOnlyIf(ADFS_WANTED, found) }
  },
})
