import { prerequisite } from "../evidence/hello.ts"
import { helloPrerequisites } from "../knowledge/headings.ts"
import { rule } from "./rule.ts"
/** Windows Hello over cloud Kerberos trust lacks its ticket. */
export const cloudTrustTicketMissing = rule({
  id: "cloud-trust-ticket-missing",
  severity: "warning",
  about: ["PreReqResult"],
  phase: "post-join",
  summary: "Windows Hello waits for a cloud Kerberos ticket.",
  why: "The check for Windows Hello asks for a Kerberos ticket from Microsoft Entra ID for on-premises resources, which it does only where cloud Kerberos trust is set by policy, and the ticket is not there. Windows Hello is not set up until it is.",
  fix: "Check that the Microsoft Entra Kerberos server object exists in the domain and that the user is a synchronized one. Then sign in again with a password while the PC has internet.",
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
      if (ticket && /^NO$/i.test(ticket.value)) {
        yield {
          span: ticket.valueSpan,
          message: "No cloud Kerberos ticket for on-premises resources, for which Windows Hello waits",
        }
        return
      }
    }
  },
})
