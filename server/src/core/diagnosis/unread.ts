import { readLog } from "../log/readLog.ts"
import { type Diagnosis, diagnose, type Reported } from "./diagnose.ts"
import { faultRule, unreadFinding } from "./fault.ts"

/** What is known of an empty text; worked out beforehand, for what reads a text later may be what is broken. */
const [nothing] = readLog("").map(diagnose)

/**
 * Stands in the place of the diagnosis of a text whose reading or diagnosing broke. All the rest of it is that of an
 * empty text: nothing of the log is known, and the one finding says so.
 */
export function unreadDiagnosis(text: string, error: unknown): Diagnosis {
  const finding: Reported = { ...unreadFinding(text), rule: faultRule, severity: faultRule.severity }
  return {
    ...(nothing as Diagnosis),
    verdict: `${finding.message}.`,
    root: finding,
    findings: [finding],
    faults: [{ what: "the reading", error }],
  }
}
