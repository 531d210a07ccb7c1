import { ssoState } from "../knowledge/headings.ts"
import { reads } from "../knowledge/step.ts"
import { enterpriseRefusal } from "./enterpriseRefusal.ts"
import { rule } from "./rule.ts"
/** AD FS gave no token of its own, and Windows Hello does not wait for one. */
export const enterprisePrtUnneeded = rule({
  id: "enterprise-prt-unneeded",
  severity: "info",
  about: ["token attempt"],
  phase: "post-join",
  summary: "AD FS gave no token of its own, and Windows Hello does not need one.",
  why: "Windows asked AD FS for a primary refresh token besides the one of Microsoft Entra ID and did not get it. Windows Hello takes no certificate from AD FS on this device, or no policy asks for it, so nothing waits for that token.",
  fix: reads("Find out whether applications behind AD FS are guarded by device.", {
    rights: "directory-administrator",
    where: "federation-service",
    proves: "If they are not, nothing waits for this token and nothing is left to do.",
  }),
  sources: [ssoState],
  bad: [
    `
             EnterprisePrt : NO
                             ^^ enterprise-prt-unneeded
     AcquirePrtDiagnostics : PRESENT
            Attempt Status : 0xc000006d
            CertEnrollment : none`,
    `
             EnterprisePrt : NO
                             ^^ enterprise-prt-unneeded
     AcquirePrtDiagnostics : PRESENT
            Attempt Status : 0xc000006d
             PolicyEnabled : NO
            CertEnrollment : enrollment authority`,
  ],
  good: [
    `
             EnterprisePrt : NO
            CertEnrollment : none`,
    `
             EnterprisePrt : NO
     AcquirePrtDiagnostics : PRESENT
            Attempt Status : 0xc000006d`,
    `
             EnterprisePrt : NO
     AcquirePrtDiagnostics : PRESENT
            Attempt Status : 0xc000006d
             PolicyEnabled : YES
            CertEnrollment : enrollment authority`,
  ],
  *check(log) {
    const enrollment = log.field("CertEnrollment")?.value ?? ""
    if (log.joinType === "enterprise-joined" || /^(?:UNKNOWN)?$/i.test(enrollment)) return
    if (!/^enrollment authority$/i.test(enrollment) || log.says("PolicyEnabled", "NO")) {
      yield* enterpriseRefusal(log, [
        "AD FS gave no token of its own, which Windows Hello does not need here",
        "No token of AD FS, and none needed",
        "No token of AD FS",
      ])
    }
  },
})
