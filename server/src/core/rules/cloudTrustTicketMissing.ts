import { prerequisite } from "../evidence/hello.ts"
import { helloPrerequisites } from "../knowledge/headings.ts"
import { helloNeedsTicket, kerberosServer } from "../knowledge/helloLadders.ts"
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
    helloNeedsTicket,
    reads(
      "Check in the Microsoft Entra admin center, under Entra ID > Users, that *On-premises sync enabled* says Yes for the user.",
      {
        rights: "directory-administrator",
        where: "entra",
        proves:
          "No: the user has no account in the domain, and gets no ticket for it. Yes: sign in again while the PC is online.",
      },
    ),
    endsSignIns(
      "Let the user sign out and, with the PC online, sign in with the password. Then read `OnPremTgt` in `dsregcmd /status`.",
      {
        rights: "user",
        proves: "YES: the ticket is there, and Windows Hello is offered at the next sign-in.",
      },
    ),
  ],
  sources: [helloPrerequisites, kerberosServer],
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
