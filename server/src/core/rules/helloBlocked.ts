import type { Evidence } from "../evidence/evidence.ts"
import { helloPrerequisites } from "../knowledge/headings.ts"
import type { Field } from "../log/log.ts"
import type { Related, Rule } from "./rule.ts"

/** Windows Hello is wanted by policy and cannot be set up. */
export const helloBlocked: Rule = {
  id: "hello-blocked",
  severity: "warning",
  phase: "post-join",
  summary: "Windows Hello for Business is wanted by policy and cannot be set up.",
  why: "A policy asks for Windows Hello, the session is at the device, and a prerequisite is not met. The lines that say NO are the reasons, to be met in their order.",
  fix: "Meet the first prerequisite that says NO: the join, then the user's token, then the hardware, then the certificate. The setup starts at the next sign-in.",
  sources: [helloPrerequisites],
  bad: [
    `
            IsDeviceJoined : YES
             IsUserAzureAD : YES
             PolicyEnabled : YES
          PostLogonEnabled : YES
            DeviceEligible : NO
        SessionIsNotRemote : YES
            CertEnrollment : none
              PreReqResult : WillNotProvision
                             ^^^^^^^^^^^^^^^^ hello-blocked`,
  ],
  good: [
    `
             PolicyEnabled : NO
            DeviceEligible : NO
        SessionIsNotRemote : YES
              PreReqResult : WillNotProvision`,
    `
             PolicyEnabled : YES
            DeviceEligible : NO
        SessionIsNotRemote : NO
              PreReqResult : WillNotProvision`,
    `
             PolicyEnabled : YES
            DeviceEligible : YES
        SessionIsNotRemote : YES
              PreReqResult : WillProvision`,
  ],
  *check(log) {
    const result = willNotProvision(log)
    if (!result || !isHelloWanted(log)) return
    const missing = missingPrerequisites(log)
    const [first] = missing
    if (first && !HAS_OWN_RULE.test(first.message)) {
      yield {
        span: result.valueSpan,
        message: `Windows Hello is wanted by policy and cannot be set up: ${first.message.charAt(0).toLowerCase()}${first.message.slice(1)}`,
        related: missing,
      }
    }
  },
}

/** Prerequisites whose NO is a finding of its own: certificate, AD FS token, cloud Kerberos ticket. */
const HAS_OWN_RULE = /AD FS|certificate|Kerberos/

/** The result line where it says that Windows Hello will not be set up, in a log that can tell. */
export function willNotProvision(log: Evidence): Field | undefined {
  const result = log.field("PreReqResult")
  return result && !log.withoutUser && /^WillNotProvision$/i.test(result.value) ? result : undefined
}

/** Whether a policy asks for Windows Hello and the session could set it up. */
function isHelloWanted(log: Evidence): boolean {
  return log.says("PolicyEnabled", "YES") && !log.says("SessionIsNotRemote", "NO")
}

/** Prerequisites in the order in which they have to be met, and what a NO means. */
const PREREQUISITES: readonly (readonly [string, string])[] = [
  ["IsDeviceJoined", "The device is not joined to Microsoft Entra ID"],
  ["IsUserAzureAD", "The signed-in user is not known to Microsoft Entra ID"],
  ["PolicyEnabled", "No policy asks for Windows Hello"],
  ["DeviceEligible", "The hardware does not meet the policy, which usually means the TPM"],
  ["SessionIsNotRemote", "The session is remote"],
  ["AdfsRefreshToken", "No token from AD FS"],
  ["AdfsRaIsReady", "The registration authority of AD FS is not ready"],
  ["LogonCertTemplateReady", "The certificate template is not ready"],
  ["ScepReady", "The certificate profile of device management is not ready"],
  ["OnPremTGT", "No cloud Kerberos ticket for on-premises resources"],
  ["CloudTGT", "No cloud Kerberos ticket for on-premises resources"],
]

/**
 * One line of the check for Windows Hello, by its name as printed: where the titles are gone, only the spelling tells
 * its `OnPremTGT` from the `OnPremTgt` of SSO State.
 */
export function prerequisite(log: Evidence, name: string): Field | undefined {
  return log.fields(name).find((field) => field.name === name)
}

/** The prerequisites that say NO, in the order in which they have to be met. */
export function missingPrerequisites(log: Evidence): Related[] {
  return PREREQUISITES.flatMap(([name, message]) => {
    const field = prerequisite(log, name)
    return field && /^NO\b/i.test(field.value) ? [{ span: field.valueSpan, message }] : []
  })
}
