import type { Evidence } from "../evidence/evidence.ts"
import type { Phase } from "../knowledge/code.ts"
import type { JoinType } from "../knowledge/joinType.ts"
import { phaseName } from "../knowledge/lookup.ts"
import { lowerFirst } from "../rules/message.ts"
import type { Reported } from "./reported.ts"

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

/** What is certain of a log that shows no more of the join than that. */
const NOT_JOINED = "Not joined to Microsoft Entra ID"

/**
 * The finding that the verdict rests on, of those that nothing explains. A fault of ours comes first, then a log that
 * contradicts itself, then the phase of the join that stops it, the earliest one. After the join an error comes before
 * a warning, and what has a known code before what has none.
 */
export function rootOf(findings: readonly Reported[], { joinType }: Evidence): Reported | undefined {
  const failing = findings.filter((finding) => finding.severity !== "info" || stopsJoin(finding))
  // A lone event or a cut-off log: its code or its words are all there is to say, or that it is none.
  const told =
    failing.length > 0 || joinType !== "unknown"
      ? failing
      : findings.filter(({ code, verdict, rule }) => code !== undefined || verdict !== undefined || rule.doubts)
  return told.reduce<Reported | undefined>(
    (first, next) => (first && !comesBefore(next, first) ? first : next),
    undefined,
  )
}

/** Equals stand in the order of the text already. */
function comesBefore(a: Reported, b: Reported): boolean {
  const [ranks, others] = [rank(a), rank(b)]
  const at = ranks.findIndex((value, index) => value !== others[index])
  return at >= 0 && (ranks[at] ?? 0) < (others[at] ?? 0)
}

const PHASES: readonly Phase[] = ["precheck", "discover", "auth", "join"]

function rank(finding: Reported): readonly number[] {
  const phase = phaseOf(finding)
  const step = phase ? PHASES.indexOf(phase) : finding.rule.ofJoin ? PHASES.length - 1 : -1
  return [
    finding.rule.id === "dsreg-fault" ? 0 : finding.rule.doubts ? 1 : 2,
    step < 0 ? PHASES.length : step,
    SEVERITIES.indexOf(finding.severity),
    finding.entry ? 0 : 1,
  ]
}

const SEVERITIES: readonly string[] = ["error", "warning", "info"]

/** What a log comes to, in one sentence. */
export function verdictOf(log: Evidence, root: Reported | undefined, limit: string | undefined): string {
  return `${joinedWords(log)}; ${faultWords(root, limit)}.`
}

/** The join type in words, or what is certain of it. */
export function joinedWords(log: Evidence): string {
  return log.joinType === "unknown" && log.says("AzureAdJoined", "NO") ? NOT_JOINED : JOIN_TYPES[log.joinType]
}

/** What is wrong, without the join type and a full stop. */
export function faultWords(root: Reported | undefined, limit: string | undefined): string {
  if (!root) return `the log shows no fault${limit ? `, but ${limit}` : ""}`
  const phase = phaseOf(root)
  const said = root.verdict ?? lowerFirst(root.message)
  if (!phase && root.rule.ofJoin && root.verdict) return `the join fails: ${said}`
  if (!phase || phase === "post-join") return said
  const where = `in the ${phaseName(phase)}`
  return `${root.severity === "error" ? `the join fails ${where}` : where}: ${said}`
}

/** Whether a finding stands for a join that did not come to its end, even where nobody is to blame. */
export function stopsJoin(finding: Reported): boolean {
  const phase = phaseOf(finding)
  return finding.rule.ofJoin === true || (phase !== undefined && phase !== "post-join")
}

/** The phase a finding stands for. */
export function phaseOf(finding: Reported): Phase | undefined {
  return finding.phase ?? finding.rule.phase
}
