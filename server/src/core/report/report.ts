import { type Diagnosis, joinTypeName, type Reported } from "../diagnosis/diagnose.ts"
import { faultWords } from "../diagnosis/verdict.ts"
import { type Explanation, upperFirst } from "../explain/explanation.ts"
import { explainFinding } from "../explain/finding.ts"
import { english, type Say } from "../explain/say.ts"
import type { Phase } from "../knowledge/code.ts"
import type { JoinType } from "../knowledge/joinType.ts"
import type { Capture } from "../log/log.ts"
import type { Severity } from "../rules/rule.ts"
import { type HeadLine, headOf } from "./head.ts"
import { identitiesFor, type ReportIdentity } from "./identities.ts"
import { type Judged, judgedOf, withCondition } from "./judgement.ts"
import { type LineAt, type LogLine, logLine } from "./place.ts"
import { faultSaid, type StageState, stagesOf } from "./stages.ts"
import { type Happening, timelineOf } from "./timeline.ts"

/**
 * All that is told of one capture, for every printer. Its sentences are ours, with backticks around code and stars around
 * names on a screen; what is a stranger's stands in `LogLine` and in the names of identities, and nowhere else.
 */
export interface Report {
  readonly verdict: string
  /** What is wrong in one sentence, without the join type. */
  readonly headline: string
  readonly judged: Judged
  /** What one wants to know first: whether it is a fault, of which PC, from whom, of when. */
  readonly head: readonly HeadLine[]
  readonly joinType: JoinType
  readonly joined: string
  readonly phase?: Phase
  readonly stages: readonly Stage[]
  /** The document about the finding that the verdict rests on: why, steps, sources. */
  readonly root?: Explanation
  /** Where nothing is wrong, the document about what keeps the log from showing more. */
  readonly limit?: Explanation
  readonly findings: readonly ReportFinding[]
  readonly timeline: readonly Happening[]
  readonly identities: readonly ReportIdentity[]
  /** What the log does not show, a sentence each without a full stop. */
  readonly unshown: readonly string[]
}

/** One stage of the way to single sign-on. */
export interface Stage {
  readonly phase: Phase
  readonly name: string
  readonly state: StageState
  readonly said: string
  readonly place?: LogLine
}

/** A finding with the lines that show it, its own first. */
export interface ReportFinding {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  readonly code?: string
  readonly isRoot: boolean
  readonly lines: readonly (LogLine & { readonly message?: string })[]
}

/** The report on one reading; the words around what the catalogue says are in the language of `say`. */
export function reportOf(diagnosis: Diagnosis, lineAt: LineAt, say: Say = english): Report {
  const { evidence, verdict, joinType, phase, root, limit, findings, faults } = diagnosis
  const { capture } = evidence
  const stages = stagesOf(diagnosis, say)
  return {
    verdict,
    headline: faults.length > 0 ? verdict : `${upperFirst(withCondition(faultWords(root, limit?.rule.limit)).words)}.`,
    judged: judgedOf(diagnosis),
    head: headOf(diagnosis, stages, say),
    joinType,
    joined: joinTypeName(joinType),
    ...(phase && { phase }),
    stages: stages.map(({ span, ...stage }) => ({
      ...stage,
      name: STAGES[stage.phase](say),
      ...(span && { place: logLine(capture, span, lineAt) }),
    })),
    ...(root && { root: explainFinding(root, evidence, say) }),
    ...(limit && { limit: explainFinding(limit, evidence, say) }),
    findings: [...findings]
      .sort((a, b) => Number(b === root) - Number(a === root))
      .map((finding) => reportFinding(withoutOthers(finding, findings), finding === root, capture, lineAt)),
    timeline: timelineOf(evidence, lineAt, say),
    identities: identitiesFor(diagnosis, lineAt),
    unshown: unshown(diagnosis, say),
  }
}

const STAGES: Readonly<Record<Phase, (say: Say) => string>> = {
  precheck: (say) => say("Pre-check"),
  discover: (say) => say("Discover"),
  auth: (say) => say("Authentication"),
  join: (say) => say("Join"),
  "post-join": (say) => say("Sign-in (PRT)"),
}

/** A place that has a finding of its own is told with that one. */
function withoutOthers(finding: Reported, all: readonly Reported[]): Reported {
  const own = new Set(all.map((other) => other !== finding && other.span.start))
  return finding.related ? { ...finding, related: finding.related.filter(({ span }) => !own.has(span.start)) } : finding
}

function reportFinding(finding: Reported, isRoot: boolean, capture: Capture, lineAt: LineAt): ReportFinding {
  const { rule, severity, message, code, span, related = [] } = finding
  const others = related.map((one) => {
    const place = logLine(capture, one.span, lineAt)
    return { ...place, message: withoutName(one.message, place.text) }
  })
  return {
    rule: rule.id,
    severity,
    message,
    ...(code !== undefined && { code }),
    isRoot,
    lines: onceEach([logLine(capture, span, lineAt), ...others]),
  }
}

/** A line that shows two things of a fault stands once, with what is said of it first. */
function onceEach(lines: ReportFinding["lines"]): ReportFinding["lines"] {
  const isAt = (one: LogLine) => (other: LogLine) => one.line === other.line && one.text === other.text
  return lines
    .filter((one, index) => lines.findIndex(isAt(one)) === index)
    .map((one) => lines.find((other) => isAt(one)(other) && other.message !== undefined) ?? one)
}

/** What is said of a line without its name, which stands before it. */
function withoutName(message: string, line: string): string {
  const name = /^(.+?) : /.exec(line)?.[1]
  return name && message.startsWith(`${name}: `) ? upperFirst(message.slice(name.length + 2)) : message
}

function unshown({ evidence, findings, faults }: Diagnosis, say: Say): readonly string[] {
  const limits = findings.flatMap(({ rule }) => (rule.limit ? [`The log ${rule.limit}`] : []))
  const { joinType, tests, isJoined } = evidence
  return [
    ...(faults.length > 0 ? [faultSaid(say)] : []),
    ...new Set(limits),
    ...(joinType === "unknown"
      ? [say("The lines that tell the join type are not in the log, or not all of them")]
      : []),
    ...(joinType === "domain-joined" && !isJoined && tests.length === 0
      ? [say("The tests of the join are not in the log")]
      : []),
  ]
}
