import type { Diagnosis, Reported } from "../core/diagnosis/diagnose.ts"
import { nextSteps } from "../core/explain/finding.ts"
import { documentation } from "../core/explain/sources.ts"
import type { Phase } from "../core/knowledge/code.ts"
import type { JoinType } from "../core/knowledge/joinType.ts"
import type { Severity } from "../core/rules/rule.ts"
import type { PlacedCapture } from "./captures.ts"

/** One finding in the JSON output; lines and columns count from 1. */
export interface FindingReport {
  readonly rule: string
  readonly severity: Severity
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  readonly message: string
  readonly code: string | null
  readonly docs: string | null
}

/** One capture in the JSON output. */
export interface CaptureReport {
  readonly line: number
  readonly joinType: JoinType
  readonly phase: Phase | null
  readonly verdict: string
  readonly findings: readonly FindingReport[]
}

/** What the reading of files comes to, piece by piece; every file that has a piece has one `end`. */
export type Piece =
  | {
      readonly kind: "capture"
      readonly file: string
      readonly report: CaptureReport
      /** What to do, or where nothing is wrong what shows more. */
      readonly steps: readonly string[]
      readonly isFault: boolean
    }
  | { readonly kind: "end"; readonly file: string; readonly ending: Ending }

/** How a file's entry ends: with what of ours broke, and why the file was not read to its end. */
export interface Ending {
  /** `rule prt-missing` */
  readonly fault?: string
  readonly incomplete?: string
}

/** What is told of a capture. */
export function reportOf(placed: PlacedCapture, diagnosis: Diagnosis): CaptureReport {
  const at = positions(placed)
  const { joinType, phase, verdict, findings } = diagnosis
  return {
    line: at(placed.capture.sections[0]?.span.start ?? 0).line,
    joinType,
    phase: phase ?? null,
    verdict,
    findings: findings.map((finding) => findingReport(finding, at)),
  }
}

/** What to do about the finding that the verdict rests on; where nothing is wrong, what would show more than the log. */
export function stepsOf({ root, limit }: Diagnosis): readonly string[] {
  const told = root ?? limit
  return told ? nextSteps(told) : []
}

/** Offsets as lines and columns, both from 1. */
export type Positions = (offset: number) => { readonly line: number; readonly column: number }

/** One finding in the JSON output. */
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

/** Offsets of a capture as lines of its file and columns, both from 1. */
export function positions({ firstLine, lineStarts: starts }: PlacedCapture): Positions {
  return (offset) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: firstLine + low, column: offset - (starts[low] ?? 0) + 1 }
  }
}
