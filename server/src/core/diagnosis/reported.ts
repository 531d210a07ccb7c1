import type { Finding, Rule, Severity } from "../rules/rule.ts"

/** A finding with the rule it came from. */
export interface Reported extends Finding {
  readonly rule: Rule
  readonly severity: Severity
}

/** Every part of it, there or not, so that one that is forgotten below does not compile. */
type EveryPart = { readonly [Part in keyof Required<Reported>]: Reported[Part] | undefined }

/** A finding of a rule. All have one shape: the many that rules give them cost the engine a microsecond each. */
export function reported(finding: Finding, rule: Rule): Reported {
  const { span, message, code, entry, phase, related, explains, why, verdict } = finding
  const parts: EveryPart = {
    rule,
    severity: rule.severity,
    span,
    message,
    code,
    entry,
    phase,
    related,
    explains,
    why,
    verdict,
  }
  return parts as Reported
}
