import type { Diagnosis, Reported } from "../core/diagnosis/diagnose.ts"
import { faultRule } from "../core/diagnosis/fault.ts"
import type { Severity } from "../core/rules/rule.ts"
import type { Settings } from "./settings.ts"

/** How much a finding matters to this user. */
export function severityOf({ rule, severity }: Reported, settings: Settings): Severity | "off" {
  return weighed(rule.id, severity, settings)
}

/** The same by the id of the rule and its own severity. No setting switches off or weakens what tells of a fault of ours. */
export function weighed(rule: string, severity: Severity, settings: Settings): Severity | "off" {
  return rule === faultRule.id ? severity : (settings.severity[rule] ?? severity)
}

/** The findings that are more than information, in the order of the text. */
export function failures({ findings }: Diagnosis, settings: Settings): readonly Reported[] {
  return findings.filter((finding) => {
    const severity = severityOf(finding, settings)
    return severity === "error" || severity === "warning"
  })
}

/** Whether there is something to say of a capture: what dsregcmd printed, or that it could not be read. */
export function isTold({ evidence, faults }: Diagnosis): boolean {
  return evidence.capture.sections.length > 0 || faults.length > 0
}
