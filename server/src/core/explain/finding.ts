import type { Reported } from "../diagnosis/diagnose.ts"
import type { Evidence } from "../evidence/evidence.ts"
import { type ValueOf, valueNear } from "../evidence/valueNear.ts"
import { endingOf } from "./ending.ts"
import { bare, type Explanation } from "./explanation.ts"
import { codeId, type ExplanationId } from "./explanationId.ts"
import { joinStart } from "./joinStart.ts"
import { plainSteps } from "./print/plain.ts"
import { english, type Say } from "./say.ts"
import { sourceLink } from "./sources.ts"
import { advised, sentence } from "./steps.ts"

/**
 * A finding in a log: its message, why it matters and what to do, by its code or message where that says more than the
 * rule. With the log itself, what to do begins behind what the log answers.
 */
export function explainFinding(finding: Reported, log?: Evidence, say: Say = english): Explanation {
  const { entry, rule, message, severity } = finding
  const byRule = rule.whateverCode || entry === undefined
  const causes = finding.why ?? (byRule ? [rule.why, ...(entry ? [entry.cause] : [])] : entry.cause)
  const advice = [byRule ? rule.fix : entry.resolution].flat()
  const { facts, steps } = log
    ? advised([...advice, ...joinStart(finding, log, advice)], answersFor(finding, log), log.joinType)
    : advised(advice)
  return {
    ...bare,
    title: message,
    fullTitle: message,
    summary: message,
    inList: { name: `\`${rule.id}\``, text: rule.summary },
    names: [message],
    tags: [severity === "info" ? "information" : severity],
    why: [...[causes].flat().map(sentence), ...facts],
    steps,
    ...(log && { ending: endingOf(finding, log, say) }),
    sources: [...(byRule ? rule.sources : []), ...(entry?.sources ?? [])].map(sourceLink),
    confidence: entry?.confidence ?? "documented",
  }
}

/** What the log tells at the places of a finding. */
function answersFor({ span, related = [] }: Reported, log: Evidence): ValueOf {
  return valueNear(log, [span, ...related.map((place) => place.span)])
}

/** What to do about a finding in its log, as plain text, one line a step. */
export function stepsHere(finding: Reported, log: Evidence): readonly string[] {
  return plainSteps(explainFinding(finding, log))
}

/** The first of them that is left to be done: what the log answers is none. */
export function firstErrand(finding: Reported, log: Evidence): string | undefined {
  const { steps, ...rest } = explainFinding(finding, log)
  const errands = steps.filter(({ rights, risk }) => rights !== undefined || risk !== undefined)
  return plainSteps({ ...rest, steps: errands.length > 0 ? errands : steps })[0]
}

/** What to do about a finding, wherever it stands, as plain text with nothing of the log, one line a step. */
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
