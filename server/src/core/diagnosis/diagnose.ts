import { type Evidence, evidenceOf } from "../evidence/evidence.ts"
import type { Phase } from "../knowledge/code.ts"
import type { JoinType } from "../knowledge/joinType.ts"
import { phaseName } from "../knowledge/lookup.ts"
import type { Capture } from "../log/log.ts"
import { rules } from "../rules/catalogue.ts"
import type { Finding, Rule, Severity } from "../rules/rule.ts"
import { type Fault, faultFinding, faultRule } from "./fault.ts"

/** A finding with the rule it came from. */
export interface Reported extends Finding {
  readonly rule: Rule
  readonly severity: Severity
}

/** The reading of one capture. */
export interface Diagnosis {
  readonly evidence: Evidence
  readonly joinType: JoinType
  /** The phase that fails first; undefined where nothing fails or the log does not show it. */
  readonly phase?: Phase
  /** Join type, failing phase and root cause in one sentence. Holds no text of the log but codes. */
  readonly verdict: string
  /** The finding the verdict rests on. */
  readonly root?: Reported
  /** In the order of the text. */
  readonly findings: readonly Reported[]
  /** What of ours broke; each has a finding of `faultRule` among the others. */
  readonly faults: readonly Fault[]
}

/** Reads one capture: what every rule finds in it, and the verdict. */
export function diagnose(capture: Capture): Diagnosis {
  const evidence = evidenceOf(capture)
  const faults: Fault[] = []
  const found = rules.flatMap((rule) => appliedTo(evidence, rule, faults))
  const root =
    found.find((finding) => finding.severity !== "info" || stopsJoin(finding)) ??
    // A lone event or a cut-off log: its code is all there is to say.
    (evidence.joinType === "unknown" ? found.find(({ code }) => code !== undefined) : undefined)
  const phase = root && (root.severity !== "info" || stopsJoin(root)) ? phaseOf(root) : undefined
  return {
    evidence,
    joinType: evidence.joinType,
    ...(phase && { phase }),
    verdict: verdict(evidence, root),
    ...(root && { root }),
    findings: [...found, ...faults.map((fault) => reported(faultFinding(capture, fault), faultRule))].sort(
      (a, b) => a.span.start - b.span.start,
    ),
    faults,
  }
}

/** The boundary around a rule: one that breaks keeps none of the others from being heard. */
function appliedTo(evidence: Evidence, rule: Rule, faults: Fault[]): readonly Reported[] {
  try {
    return Array.from(rule.check(evidence), (finding) => reported(finding, rule))
  } catch (error) {
    faults.push({ what: `rule ${rule.id}`, error })
    return []
  }
}

function reported(finding: Finding, rule: Rule): Reported {
  return { ...finding, rule, severity: rule.severity }
}

/** A join type in words, as the verdict begins. */
export function joinTypeName(joinType: JoinType): string {
  return JOIN_TYPES[joinType]
}

const JOIN_TYPES: Readonly<Record<JoinType, string>> = {
  "entra-joined": "Microsoft Entra joined",
  "hybrid-joined": "Microsoft Entra hybrid joined",
  "enterprise-joined": "Joined to an on-premises registration service",
  "domain-joined": "In a domain, not joined to Microsoft Entra ID",
  registered: "Registered with Microsoft Entra ID, not joined",
  none: "Neither joined nor registered",
  unknown: "Join type not shown",
}

function verdict(evidence: Evidence, root: Reported | undefined): string {
  const joined = JOIN_TYPES[evidence.joinType]
  if (!root)
    return `${joined}; the log shows no fault${evidence.withoutUser ? ", but was made without a user's session" : ""}.`
  const phase = phaseOf(root)
  const said = root.verdict ?? lowerFirst(root.message)
  if (!phase || phase === "post-join") return `${joined}; ${said}.`
  const where = `in the ${phaseName(phase)}`
  return `${joined}; ${root.severity === "error" ? `the join fails ${where}` : where}: ${said}.`
}

/** Whether a finding stands for a join that did not come to its end, even where nobody is to blame. */
function stopsJoin(finding: Reported): boolean {
  const phase = phaseOf(finding)
  return phase !== undefined && phase !== "post-join"
}

function phaseOf(finding: Reported): Phase | undefined {
  return finding.phase ?? finding.rule.phase
}

/** A message begins with a capital; inside a sentence only names keep theirs. */
function lowerFirst(message: string): string {
  return /^(?:[A-Z]{2}|Microsoft|Windows)/.test(message) ? message : message.charAt(0).toLowerCase() + message.slice(1)
}
