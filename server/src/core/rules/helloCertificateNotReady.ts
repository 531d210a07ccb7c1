import type { Evidence } from "../evidence/evidence.ts"
import type { FieldName } from "../knowledge/fields/catalogue.ts"
import { helloPrerequisites } from "../knowledge/headings.ts"
import { helloNeedsAuthority, helloNeedsProfile, registrationAuthority } from "../knowledge/helloLadders.ts"
import { endsSignIns } from "../knowledge/step.ts"
import { NO } from "../knowledge/yesNo.ts"
import type { Field } from "../log/log.ts"
import { rule } from "./rule.ts"
/** The way Windows Hello should get its certificate is not ready. */
export const helloCertificateNotReady = rule({
  id: "hello-certificate-not-ready",
  severity: "warning",
  about: ["PolicyEnabled : YES"],
  phase: "post-join",
  summary: "The certificate for Windows Hello cannot be enrolled.",
  why: "The policy lets Windows Hello sign in with a certificate, and the source of that certificate is not ready: the template and authority of AD FS, or the profile of device management.",
  fix: [
    { ...helloNeedsAuthority, inLog: [{ fields: ["CertEnrollment"], when: /management|mdm/i }] },
    { ...helloNeedsProfile, inLog: [{ fields: ["CertEnrollment"], when: /authority/i }] },
    endsSignIns("Sign out and in at the device once it is ready.", { rights: "user" }),
  ],
  sources: [helloPrerequisites, registrationAuthority],
  bad: [
    `
             PolicyEnabled : YES
            CertEnrollment : enrollment authority
             AdfsRaIsReady : NO
                             ^^ hello-certificate-not-ready
    LogonCertTemplateReady : NO ( StateUnknown )`,
    `
             PolicyEnabled : YES
            CertEnrollment : enrollment authority
    LogonCertTemplateReady : NO ( StateUnknown )
                             ^^^^^^^^^^^^^^^^^^^ hello-certificate-not-ready`,
    `
             PolicyEnabled : YES
            CertEnrollment : mobile device management
                 ScepReady : NO
                             ^^ hello-certificate-not-ready`,
  ],
  good: [
    `
             PolicyEnabled : YES
            CertEnrollment : enrollment authority
             AdfsRaIsReady : YES
    LogonCertTemplateReady : YES ( StateReady )`,
    `
             PolicyEnabled : YES
            CertEnrollment : none
             AdfsRaIsReady : NO`,
    `
             PolicyEnabled : NO
            CertEnrollment : enrollment authority
             AdfsRaIsReady : NO`,
  ],
  *check(log) {
    if (log.withoutUser || !log.says("PolicyEnabled", "YES")) return
    const [first, ...others] = sources(log)
    if (!first) return
    yield {
      span: first.valueSpan,
      message: `${NOT_READY.get(first.key) ?? "The source of the Windows Hello certificate"} is not ready`,
      related: others.map(({ key, valueSpan }) => ({
        span: valueSpan,
        message: `${NOT_READY.get(key) ?? "Its source"} is not ready either`,
      })),
    }
  },
})

/** What a line about the certificate's source speaks of. */
const NOT_READY: ReadonlyMap<string, string> = new Map([
  ["adfsraisready", "AD FS, which issues the Windows Hello certificate,"],
  ["logoncerttemplateready", "The template of the Windows Hello certificate"],
  ["scepready", "The SCEP profile for the Windows Hello certificate"],
])

/** The lines about the certificate's source that say NO. */
function sources(log: Evidence): Field[] {
  const names: readonly FieldName[] = log.says("CertEnrollment", "enrollment authority")
    ? ["AdfsRaIsReady", "LogonCertTemplateReady"]
    : log.says("CertEnrollment", "mobile device management")
      ? ["ScepReady"]
      : []
  return names.flatMap((name) => {
    const field = log.field(name)
    return field && NO.test(field.value) ? [field] : []
  })
}
