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

/**
 * The findings as this user wants them, in the order of the text: none that is off. What follows from one that is off is
 * told by itself, or nothing would be left of a failure that shows twice.
 */
function toldFindings({ findings, folded }: Diagnosis, settings: Settings): readonly Reported[] {
  const isOff = (finding: Reported) => severityOf(finding, settings) === "off"
  const freed = folded.filter(({ causes }) => causes.every(isOff)).map(({ finding }) => finding)
  const told = [...findings, ...freed].filter((finding) => !isOff(finding))
  return freed.length > 0 ? told.sort((a, b) => a.span.start - b.span.start) : told
}

/** The same beside a verdict: what that rests on is told in any case, and what follows from it with it. */
export function toldWithRoot(diagnosis: Diagnosis, settings: Settings): readonly Reported[] {
  const { root, folded } = diagnosis
  const follows = new Set(folded.flatMap(({ finding, cause }) => (cause === root ? [finding] : [])))
  const others = toldFindings(diagnosis, settings).filter((finding) => finding !== root && !follows.has(finding))
  return root ? [root, ...others] : others
}

/** Those of them that are more than information. */
export function failures(diagnosis: Diagnosis, settings: Settings): readonly Reported[] {
  return toldFindings(diagnosis, settings).filter((finding) => severityOf(finding, settings) !== "info")
}

/** Whether there is something to say of a capture: what dsregcmd printed, or that it could not be read. */
export function isTold({ evidence, faults }: Diagnosis): boolean {
  return evidence.capture.sections.length > 0 || faults.length > 0
}
