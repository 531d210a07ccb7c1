import type { Reported } from "../diagnosis/diagnose.ts"
import { bare, type Explanation } from "./explanation.ts"
import { codeId, type ExplanationId } from "./explanationId.ts"
import { plainSteps } from "./print/plain.ts"
import { sourceLink } from "./sources.ts"
import { sentence, stepsOf } from "./steps.ts"

/** A finding in a log: its message, why it matters and what to do, by its code or message where that says more than the rule. */
export function explainFinding({ entry, rule, message, severity }: Reported): Explanation {
  const cause = entry?.cause ?? rule.why
  return {
    ...bare,
    title: message,
    fullTitle: message,
    summary: message,
    inList: { name: `\`${rule.id}\``, text: rule.summary },
    names: [message],
    tags: [severity === "info" ? "information" : severity],
    why: [sentence(cause)],
    steps: stepsOf(entry?.resolution ?? rule.fix),
    sources: (entry ?? rule).sources.map(sourceLink),
    confidence: entry?.confidence ?? "documented",
  }
}

/** What to do about a finding, as plain text, one line a step. */
export function nextSteps(finding: Reported): readonly string[] {
  const adviser = finding.entry ?? finding.rule
  const steps = known.get(adviser) ?? plainSteps(explainFinding(finding))
  known.set(adviser, steps)
  return steps
}

/** Steps by the entry or rule that advises them: a file of many logs asks for the same few thousands of times. */
const known = new WeakMap<object, readonly string[]>()

/** The page that says most about a finding: that of its message, of its code where it stands, or of its rule. */
export function findingId({ entry, code, phase, rule }: Reported): ExplanationId {
  if (entry?.kind === "server-message") return `message/${entry.id}`
  return code ? codeId(code, phase ?? rule.phase ?? "any") : `rule/${rule.id}`
}
