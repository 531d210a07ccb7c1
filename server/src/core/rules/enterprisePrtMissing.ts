import { isEnterprisePrtNeeded } from "../evidence/enterpriseToken.ts"
import { helloPrerequisites, ssoState } from "../knowledge/headings.ts"
import { askForEnterpriseTokenAgain } from "../knowledge/ladders.ts"
import { reads } from "../knowledge/step.ts"
import { enterpriseRefusal } from "./enterpriseRefusal.ts"
import { ADFS_WANTED, faultOnlyIf } from "./message.ts"
import { rule } from "./rule.ts"

/** Windows Hello waits for a certificate that only a token of AD FS can bring. */
export const enterprisePrtMissing = rule({
  id: "enterprise-prt-missing",
  severity: "error",
  about: ["EnterprisePrt : NO"],
  phase: "post-join",
  explains: ["hello-certificate-not-ready"],
  repaired: { line: "EnterprisePrt : YES" },
  summary: "The AD FS token that this device needs is missing.",
  why: "Windows Hello is set to get certificates from AD FS, or the device is joined to its registration service. Both need the primary refresh token of AD FS, and the user has none.",
  fix: [
    reads(
      'Look for the device in Active Directory: `Get-ADObject -SearchBase "CN=RegisteredDevices,DC=…" -Filter "Name -eq \'{DeviceId}\'"` with the DN of your domain.',
      {
        rights: "directory-administrator",
        where: "active-directory",
        proves:
          "If nothing is found, AD FS does not know the device: see in Microsoft Entra Connect, under *Configure device options*, whether device writeback is on. If it is off, turn it on there: it writes every joined device of the tenant into Active Directory, so plan it first, and the first ones take up to three hours. If the device is found, go on.",
      },
    ),
    reads("From the PC run `Test-NetConnection NAME -Port 443` with the name of the federation service.", {
      rights: "user",
      proves:
        "`TcpTestSucceeded : False`: the network or the VPN is the cause. True: look in AD FS > Admin in Event Viewer on the federation servers at the time of the attempt.",
    }),
    askForEnterpriseTokenAgain,
  ],
  sources: [ssoState, helloPrerequisites],
  bad: [
    `
             EnterprisePrt : NO
                             ^^ enterprise-prt-missing
             PolicyEnabled : YES
            CertEnrollment : enrollment authority`,
    `
             AzureAdJoined : NO
          EnterpriseJoined : YES
              DomainJoined : YES
             EnterprisePrt : NO
                             ^^ enterprise-prt-missing`,
  ],
  good: [
    `
             EnterprisePrt : NO
             PolicyEnabled : YES
            CertEnrollment : none`,
    `
             EnterprisePrt : NO
             PolicyEnabled : NO
            CertEnrollment : enrollment authority`,
  ],
  *check(log) {
    const prt = log.field("EnterprisePrt")
    if (!prt || log.withoutUser || !log.says("EnterprisePrt", "NO") || !isEnterprisePrtNeeded(log)) return
    const isFine = log.says("AzureAdPrt", "YES") ? "The Microsoft Entra token is fine; " : ""
    const refusals = [
      ...enterpriseRefusal(log, [
        `${isFine}AD FS gave no token of its own, which the settings ask for`,
        "AD FS gave no token, which the settings ask for",
        "No token of AD FS",
      ]),
    ]
    const missing = { span: prt.valueSpan, message: "The token of AD FS, which the settings ask for, is missing" }
    for (const found of refusals.length > 0 ? refusals : [missing]) {
      yield { ...found, verdict: faultOnlyIf(ADFS_WANTED, found) }
    }
  },
})
