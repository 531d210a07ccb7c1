import type { Diagnosis, Reported } from "../diagnosis/diagnose.ts"
import { documentation } from "../explain/sources.ts"
import type { Phase } from "../knowledge/code.ts"
import type { JoinType } from "../knowledge/joinType.ts"
import type { Positions } from "../log/placed.ts"
import type { Severity } from "../rules/rule.ts"

/** One fault that a log shows, at the characters that show it; lines and columns count from 1. */
export interface FindingReport {
  /** `prt-missing` */
  readonly rule: string
  readonly severity: Severity
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  /** What is wrong, then why, in one line. Holds no text of the log but codes. */
  readonly message: string
  /** `0x80072ee2` */
  readonly code: string | null
  /** The address of a public page on it. */
  readonly docs: string | null
}

/** One log, which is one run of dsregcmd, in a few words that go through JSON as they are. */
export interface CaptureReport {
  /** The line of the file on which it begins, from 1. */
  readonly line: number
  /** How the device is known to Microsoft Entra ID. */
  readonly joinType: JoinType
  /** The phase that fails first; null where none does or the log does not show it. */
  readonly phase: Phase | null
  /** Join type, failing phase and cause in one sentence. Holds no text of the log but codes. */
  readonly verdict: string
  /** Which of the findings the verdict rests on, counted from 0. */
  readonly root: number | null
  /** In the order of the text. */
  readonly findings: readonly FindingReport[]
}

/** What is told of one capture in a few words. */
export function captureReport(diagnosis: Diagnosis, at: Positions): CaptureReport {
  const { joinType, phase, verdict, root, findings } = diagnosis
  return {
    line: firstLineOf(diagnosis, at),
    joinType,
    phase: phase ?? null,
    verdict,
    root: root ? findings.indexOf(root) : null,
    findings: findings.map((finding) => findingReport(finding, at)),
  }
}

/** The line on which the first section of a capture begins. */
export function firstLineOf({ evidence: { capture } }: Diagnosis, at: Positions): number {
  return at(capture.sections[0]?.span.start ?? 0).line
}

/** One finding with its place. */
export function findingReport({ span, rule, severity, message, code, entry }: Reported, at: Positions): FindingReport {
  const start = at(span.start)
  const end = at(span.end)
  const page = documentation(entry?.sources ?? []) ?? documentation(rule.sources)
  return {
    rule: rule.id,
    severity,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    message,
    code: code ?? null,
    docs: page?.url ?? null,
  }
}
