import { type Diagnosis, joinTypeName, type Reported } from "../diagnosis/diagnose.ts"
import { identitiesOf } from "../evidence/identity.ts"
import type { Explanation } from "../explain/explanation.ts"
import { explainFinding } from "../explain/finding.ts"
import { english, type Say } from "../explain/say.ts"
import type { Phase } from "../knowledge/code.ts"
import type { JoinType } from "../knowledge/joinType.ts"
import type { Severity } from "../rules/rule.ts"
import { type LineAt, type LogLine, logLine } from "./place.ts"
import { faultSaid, type StageState, stagesOf } from "./stages.ts"
import { type Happening, timelineOf } from "./timeline.ts"

/**
 * All that is told of one capture, for every printer. Its sentences are ours, with backticks around code and stars around
 * names on a screen; what is a stranger's stands in `LogLine` and in the names of identities, and nowhere else.
 */
export interface Report {
  readonly verdict: string
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

/** A name or number of a device, a tenant, a user or a request, as the log prints it first. */
export interface ReportIdentity {
  readonly kind: string
  /** The field that has it first, where it stands in one that is known. */
  readonly field?: string
  readonly name: string
  readonly place: LogLine
  readonly times: number
}

/** The report on one reading; the words around what the catalogue says are in the language of `say`. */
export function reportOf(diagnosis: Diagnosis, lineAt: LineAt, say: Say = english): Report {
  const { evidence, verdict, joinType, phase, root, limit, findings } = diagnosis
  const { text } = evidence.capture
  return {
    verdict,
    joinType,
    joined: joinTypeName(joinType),
    ...(phase && { phase }),
    stages: stagesOf(diagnosis, say).map(({ span, ...stage }) => ({
      ...stage,
      name: STAGES[stage.phase](say),
      ...(span && { place: logLine(text, span, lineAt) }),
    })),
    ...(root && { root: explainFinding(root, evidence) }),
    ...(limit && { limit: explainFinding(limit, evidence) }),
    findings: [...findings]
      .sort((a, b) => Number(b === root) - Number(a === root))
      .map((finding) => reportFinding(finding, finding === root, text, lineAt)),
    timeline: timelineOf(evidence, lineAt, say),
    identities: identities(diagnosis, lineAt),
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

function reportFinding(finding: Reported, isRoot: boolean, text: string, lineAt: LineAt): ReportFinding {
  const { rule, severity, message, code, span, related = [] } = finding
  const others = related.map((one) => ({ ...logLine(text, one.span, lineAt), message: one.message }))
  return {
    rule: rule.id,
    severity,
    message,
    ...(code !== undefined && { code }),
    isRoot,
    lines: [logLine(text, span, lineAt), ...others],
  }
}

/** Each identity once, by what it names. */
function identities({ evidence: { capture } }: Diagnosis, lineAt: LineAt): readonly ReportIdentity[] {
  const found = new Map<string, { kind: string; field?: string; name: string; place: LogLine; times: number }>()
  const { fields } = capture
  let next = 0
  for (const { kind, key, name, span } of identitiesOf(capture)) {
    if (kind === "code") continue
    // Both are in the order of the text.
    while ((fields[next]?.valueSpan.end ?? Number.POSITIVE_INFINITY) < span.end) next++
    const field = fields[next]
    const introduced = field && field.valueSpan.start <= span.start ? field.entry?.name : undefined
    const known = found.get(key)
    if (known) {
      known.times++
      if (known.kind === "other" && kind !== "other") known.kind = kind
    } else {
      found.set(key, {
        kind,
        ...(introduced && { field: introduced }),
        name,
        place: logLine(capture.text, span, lineAt),
        times: 1,
      })
    }
  }
  return [...found.values()].sort(
    (a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || a.place.line - b.place.line,
  )
}

const KINDS: readonly string[] = ["device", "tenant", "user", "request", "other"]

function unshown({ evidence, findings, faults }: Diagnosis, say: Say): readonly string[] {
  const limits = findings.flatMap(({ rule }) => (rule.limit ? [`The log ${rule.limit}`] : []))
  const { joinType, clock, tests, isJoined } = evidence
  return [
    ...(faults.length > 0 ? [faultSaid(say)] : []),
    ...new Set(limits),
    ...(joinType === "unknown"
      ? [say("The lines that tell the join type are not in the log, or not all of them")]
      : []),
    ...(joinType === "domain-joined" && !isJoined && tests.length === 0
      ? [say("The tests of the join are not in the log")]
      : []),
    ...(clock === undefined ? [say("Nothing in the log says when it was made")] : []),
  ]
}
