import type { Field } from "../log/log.ts"
import type { Span } from "../text/span.ts"
import type { Evidence } from "./evidence.ts"
/** The result line where it says that Windows Hello will not be set up, in a log that can tell. */
export function willNotProvision(log: Evidence): Field | undefined {
  const result = log.field("PreReqResult")
  return result && !log.withoutUser && /^WillNotProvision$/i.test(result.value) ? result : undefined
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

/** A prerequisite that is not met, and what that means. */
export interface Missing {
  readonly span: Span
  readonly message: string
}

/** The prerequisites that say NO, in the order in which they have to be met. */
export function missingPrerequisites(log: Evidence): Missing[] {
  return PREREQUISITES.flatMap(([name, message]) => {
    const field = prerequisite(log, name)
    return field && /^NO\b/i.test(field.value) ? [{ span: field.valueSpan, message }] : []
  })
}
