import { readLog } from "../log/readLog.ts"
import { type Diagnosis, diagnose, type Reported } from "./diagnose.ts"
import { faultRule, unreadFinding } from "./fault.ts"

/**
 * Stands in the place of the diagnosis of a text whose reading or diagnosing broke. All the rest of it is that of an
 * empty text: nothing of the log is known, and the one finding says so.
 */
export function unreadDiagnosis(text: string, error: unknown): Diagnosis {
  const finding: Reported = { ...unreadFinding(text), rule: faultRule, severity: faultRule.severity }
  const [nothing] = readLog("").map(diagnose)
  return {
    ...(nothing as Diagnosis),
    verdict: `${finding.message}.`,
    root: finding,
    findings: [finding],
    faults: [{ what: "the reading", error }],
  }
}
