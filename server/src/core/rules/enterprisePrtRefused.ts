import { isEnterprisePrtNeeded } from "../evidence/enterpriseToken.ts"
import { ssoState } from "../knowledge/headings.ts"
import { askForTokenAgain } from "../knowledge/ladders.ts"
import { changes, reads } from "../knowledge/step.ts"
import { enterpriseRefusal } from "./enterpriseRefusal.ts"
import { rule } from "./rule.ts"
/** AD FS gave no token of its own; Microsoft Entra ID may be fine. */
export const enterprisePrtRefused = rule({
  id: "enterprise-prt-refused",
  severity: "warning",
  about: ["token attempt"],
  phase: "post-join",
  summary: "AD FS gave no primary refresh token of its own.",
  why: "Besides the token of Microsoft Entra ID, Windows asked AD FS for one, and that attempt failed. It matters only where AD FS hands out certificates for Windows Hello or guards applications by device.",
  fix: [
    reads("Find out whether AD FS issues certificates for Windows Hello, or guards applications by device.", {
      rights: "directory-administrator",
      where: "federation-service",
      proves: "If it does neither, nothing waits for this token: leave it.",
    }),
    changes("Turn on device writeback in Microsoft Entra Connect, which makes the device known to AD FS.", {
      rights: "directory-administrator",
      where: "directory",
    }),
    askForTokenAgain,
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
    if (!log.field("CertEnrollment") && !isEnterprisePrtNeeded(log))
      yield* enterpriseRefusal(log, [
        log.says("AzureAdPrt", "YES")
          ? "The Microsoft Entra token is fine, AD FS gave none of its own"
          : "AD FS gave no token of its own",
        "No token of AD FS",
      ])
  },
})
