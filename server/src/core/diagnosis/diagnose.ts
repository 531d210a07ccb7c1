import { type Evidence, evidenceOf } from "../evidence/evidence.ts"
import type { Phase } from "../knowledge/code.ts"
import type { JoinType } from "../knowledge/joinType.ts"
import type { Capture } from "../log/log.ts"
import { rules } from "../rules/catalogue.ts"
import type { Rule } from "../rules/rule.ts"
import { type Choosing, choosing } from "../rules/subject.ts"
import { type Fault, faultFinding, faultRule } from "./fault.ts"
import { type Folded, folded } from "./folding.ts"
import { type Reported, reported } from "./reported.ts"
import { phaseOf, rootOf, stopsJoin, verdictOf } from "./verdict.ts"

/** The reading of one capture. */
export interface Diagnosis {
  readonly evidence: Evidence
  readonly joinType: JoinType
  /** The phase that fails first; undefined where nothing fails or the log does not show it. */
  readonly phase: Phase | undefined
  /** Join type, failing phase and root cause in one sentence. Holds no text of the log but codes. */
  readonly verdict: string
  /** The finding the verdict rests on. */
  readonly root: Reported | undefined
  /** What keeps a log in which nothing is wrong from showing everything, where its verdict ends with that. */
  readonly limit: Reported | undefined
  /** In the order of the text. */
  readonly findings: readonly Reported[]
  /** What follows from one of the findings and is told with it, in the order of the text. */
  readonly folded: readonly Folded[]
  /** What of ours broke; each has a finding of `faultRule` among the others. */
  readonly faults: readonly Fault[]
}

const catalogue = choosing(rules)

/** Reads one capture: what every rule finds in it, what follows from what, and the verdict. */
export function diagnose(capture: Capture): Diagnosis {
  return diagnosis(capture, catalogue)
}

/** The same by other rules, or by the same in another order. */
export function diagnoseBy(list: readonly Rule[], capture: Capture): Diagnosis {
  return diagnosis(capture, choosing<Rule>(list))
}

function diagnosis(capture: Capture, rulesAbout: Choosing<Rule>): Diagnosis {
  const evidence = evidenceOf(capture)
  const faults: Fault[] = []
  const found: Reported[] = []
  for (const rule of rulesAbout(evidence)) apply(rule, evidence, found, faults)
  for (const fault of faults) found.push(reported(faultFinding(capture, fault), faultRule))
  return concluded(evidence, found, faults)
}

/** What findings come to together: what follows from what, and the verdict. */
export function concluded(evidence: Evidence, found: readonly Reported[], faults: readonly Fault[]): Diagnosis {
  const { findings, folded: consequences } = folded(found)
  const root = rootOf(findings, evidence)
  const phase = root && (root.severity !== "info" || stopsJoin(root)) ? phaseOf(root) : undefined
  const limit = root ? undefined : findings.find(({ rule }) => rule.limit)
  return {
    evidence,
    joinType: evidence.joinType,
    phase,
    verdict: verdictOf(evidence, root, limit?.rule.limit),
    root,
    limit,
    findings,
    folded: consequences,
    faults,
  }
}

/** The boundary around a rule: one that breaks keeps none of the others from being heard. */
function apply(rule: Rule, evidence: Evidence, found: Reported[], faults: Fault[]): void {
  const before = found.length
  try {
    for (const finding of rule.check(evidence)) found.push(reported(finding, rule))
  } catch (error) {
    found.length = before
    faults.push({ what: `rule ${rule.id}`, error })
  }
}

export type { Reported } from "./reported.ts"
export { joinTypeName } from "./verdict.ts"
