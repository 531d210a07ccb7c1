import { reads } from "../knowledge/step.ts"
import { said } from "./message.ts"
import { rule } from "./rule.ts"
import { reason } from "./story.ts"
/** The ticket for the join by Microsoft Entra Kerberos could not be had. */
export const kerberosTicketFailed = rule({
  id: "kerberos-ticket-failed",
  severity: "info",
  about: ["Kerberos Ticket Test"],
  summary: "The device got no Kerberos ticket for the join.",
  why: "Newer Windows can join with a Kerberos ticket instead of a sync, where the domain is set up for it. The test for that ticket failed. Without that setup the failure means nothing; the field itself is not documented, its meaning follows from the feature's page.",
  fix: [
    reads("Find out whether the domain is set up for the join by Microsoft Entra Kerberos.", {
      rights: "directory-administrator",
      where: "active-directory",
      proves: "If not, this test means nothing.",
    }),
    reads(
      "If it is, compare with the feature's page: the build of the PC, a domain controller with Windows Server 2025, the trusted domain object.",
      {
        rights: "directory-administrator",
        where: "active-directory",
        proves: "The one that is missing keeps the ticket away.",
      },
    ),
  ],
  sources: [{ page: "entraKerberosJoin", heading: "Kerberos errors", anchor: "kerberos-errors" }],
  bad: [
    `
      Kerberos Ticket Test : FAIL [0x80090311]
                             ^^^^^^^^^^^^^^^^^ kerberos-ticket-failed
    Token acquisition Test : PASS`,
  ],
  good: ["      Kerberos Ticket Test : SKIPPED", "      Kerberos Ticket Test : PASS"],
  *check(log) {
    const test = log.tests.find(({ field }) => /^kerberos/i.test(field.name))
    if (test?.outcome !== "fail") return
    const root = test.codes.at(-1)
    const why = reason(root, "auth")
    yield {
      span: test.field.valueSpan,
      ...said(
        why,
        "No Kerberos ticket for the join, which matters only where Microsoft Entra Kerberos is set up",
        "No Kerberos ticket, needed only for Microsoft Entra Kerberos",
        "No Microsoft Entra Kerberos ticket",
      ),
      ...(root && { code: root.code }),
    }
  },
})
