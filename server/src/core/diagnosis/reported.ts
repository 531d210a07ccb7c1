import type { Finding, Rule, Severity } from "../rules/rule.ts"

/** A finding with the rule it came from. */
export interface Reported extends Finding {
  readonly rule: Rule
  readonly severity: Severity
}

/** A finding of a rule. */
export function reported(finding: Finding, rule: Rule): Reported {
  const { span, message, code, entry, phase, related, explains, verdict } = finding
  const told: { -readonly [Key in keyof Reported]: Reported[Key] } = { rule, severity: rule.severity, span, message }
  // One by one: findings have many shapes, and a spread of each new one costs the engine a microsecond.
  if (code !== undefined) told.code = code
  if (entry) told.entry = entry
  if (phase) told.phase = phase
  if (related) told.related = related
  if (explains) told.explains = explains
  if (verdict !== undefined) told.verdict = verdict
  return told
}
