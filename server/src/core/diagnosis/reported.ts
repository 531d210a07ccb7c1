import type { Finding, Rule, Severity } from "../rules/rule.ts"

/** A finding with the rule it came from. */
export interface Reported extends Finding {
  readonly rule: Rule
  readonly severity: Severity
}

/** A finding of a rule. */
export function reported(finding: Finding, rule: Rule): Reported {
  return { ...finding, rule, severity: rule.severity }
}
