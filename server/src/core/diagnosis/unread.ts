import { evidenceOf } from "../evidence/evidence.ts"
import { once } from "../knowledge/once.ts"
import { CaptureBuilder } from "../log/builder.ts"
import { concluded, type Diagnosis, type Reported } from "./diagnose.ts"
import { faultRule, unreadFinding } from "./fault.ts"

/** What is known of nothing. No text is read for it and no rule asked, for those may be what is broken. */
const nothing = once(() => concluded(evidenceOf(new CaptureBuilder("", 0).close("", 0)), [], []))

/**
 * Stands in the place of the diagnosis of a text whose reading or diagnosing broke. All the rest of it is that of an
 * empty text: nothing of the log is known, and the one finding says so.
 */
export function unreadDiagnosis(text: string, error: unknown): Diagnosis {
  const finding: Reported = { ...unreadFinding(text), rule: faultRule, severity: faultRule.severity }
  return {
    ...nothing(),
    verdict: `${finding.message}.`,
    root: finding,
    findings: [finding],
    faults: [{ what: "the reading", error }],
  }
}
