import { prerequisite } from "../evidence/hello.ts"
import { helloPrerequisites } from "../knowledge/headings.ts"
import { endsSignIns, reads } from "../knowledge/step.ts"
import { NO } from "../knowledge/yesNo.ts"
import { rule } from "./rule.ts"
/** Windows Hello over cloud Kerberos trust lacks its ticket. */
export const cloudTrustTicketMissing = rule({
  id: "cloud-trust-ticket-missing",
  severity: "warning",
  about: ["PreReqResult"],
  phase: "post-join",
  summary: "Windows Hello waits for a cloud Kerberos ticket.",
  why: "Where cloud Kerberos trust is set by policy, Windows Hello waits for a Kerberos ticket from Microsoft Entra ID for resources on premises. The check asks for that ticket here, and it is not there.",
  fix: [
    reads("Run `Get-AzureADKerberosServer` for the domain, and compare its two key versions.", {
      rights: "directory-administrator",
      where: "directory",
      proves: "Nothing, or two versions that differ, is the cause.",
    }),
    reads("Check that the user is synchronized from Active Directory, and signs in while the PC is online.", {
      rights: "directory-administrator",
      where: "directory",
      proves: "The ticket is for resources of that domain, so a user without an account there gets none.",
    }),
    endsSignIns("Let the user sign out and sign in with a password, and read a new log.", { rights: "user" }),
  ],
  sources: [helloPrerequisites],
  bad: [
    `
             PolicyEnabled : YES
            CertEnrollment : none
                OnPremTGT : NO
                            ^^ cloud-trust-ticket-missing
              PreReqResult : WillNotProvision`,
  ],
  good: [
    `
                 OnPremTgt : NO
                  CloudTgt : NO`,
    `
| Ngc Prerequisite Check |
            CertEnrollment : none
              PreReqResult : WillNotProvision`,
    `
| SSO State |
                AzureAdPrt : YES
                 OnPremTgt : NO
                  CloudTgt : YES
| Ngc Prerequisite Check |
             PolicyEnabled : YES
              PreReqResult : WillProvision`,
    `
                AzureAdPrt : YES
                 OnPremTgt : NO
             PolicyEnabled : NO
              PreReqResult : WillNotProvision`,
  ],
  *check(log) {
    if (log.withoutUser || !log.field("PreReqResult")) return
    for (const name of ["OnPremTGT", "CloudTGT"] as const) {
      const ticket = prerequisite(log, name)
      if (ticket && NO.test(ticket.value)) {
        yield {
          span: ticket.valueSpan,
          message: "No cloud Kerberos ticket for on-premises resources, for which Windows Hello waits",
        }
        return
      }
    }
  },
})
