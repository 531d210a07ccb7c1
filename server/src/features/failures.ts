import type { Diagnosis, Reported } from "../core/diagnosis/diagnose.ts"
import type { Severity } from "../core/rules/rule.ts"
import type { Settings } from "./settings.ts"

/** How much a finding matters to this user. */
export function severityOf(finding: Reported, { severity }: Settings): Severity | "off" {
  return severity[finding.rule.id] ?? finding.severity
}

/** The findings that are more than information, in the order of the text. */
export function failures({ findings }: Diagnosis, settings: Settings): readonly Reported[] {
  return findings.filter((finding) => {
    const severity = severityOf(finding, settings)
    return severity === "error" || severity === "warning"
  })
}
