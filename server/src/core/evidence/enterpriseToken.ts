import type { Evidence } from "./evidence.ts"
/** Whether something on this device cannot work without the token of AD FS. */
export function isEnterprisePrtNeeded(log: Evidence): boolean {
  return (
    log.joinType === "enterprise-joined" ||
    (log.says("CertEnrollment", "enrollment authority") && log.says("PolicyEnabled", "YES"))
  )
}
