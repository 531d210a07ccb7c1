import type { Evidence } from "../evidence/evidence.ts"
import type { FieldName } from "../knowledge/fields/catalogue.ts"
import { helloPrerequisites } from "../knowledge/headings.ts"
import { endsSignIns, reads } from "../knowledge/step.ts"
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
    reads(
      "For AD FS, check that its registration authority runs and that the certificate template exists and may be enrolled.",
      {
        rights: "directory-administrator",
        where: "federation-service",
        proves: "`AdfsRaIsReady` and `LogonCertTemplateReady` say which of the two is missing.",
      },
    ),
    reads("For device management, check that the SCEP profile reached the device.", {
      rights: "administrator",
      where: "management",
      proves: "Without the profile the device has nothing to enroll with.",
    }),
    endsSignIns("Sign out and in at the device once it is ready.", { rights: "user" }),
  ],
  sources: [helloPrerequisites],
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
