import type { Diagnosis, Reported } from "../core/diagnosis/diagnose.ts"
import { stepsHere } from "../core/explain/finding.ts"
import { documentation } from "../core/explain/sources.ts"
import type { Phase } from "../core/knowledge/code.ts"
import type { JoinType } from "../core/knowledge/joinType.ts"
import { type Report, reportOf } from "../core/report/report.ts"
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
  /** Which of the findings the verdict rests on, counted from 0. */
  readonly root: number | null
  readonly findings: readonly FindingReport[]
}

/** What most printers need of a capture. */
export interface Told {
  readonly report: CaptureReport
  /** What to do, or where nothing is wrong what shows more. */
  readonly steps: readonly string[]
  readonly isFault: boolean
}

/** The same with all that can be told. */
export interface ToldWhole extends Told {
  readonly whole: Report
}

/** Takes from the reading of a capture what a printer needs, so that nothing else is made or kept. */
export type Tell<T> = (placed: PlacedCapture, diagnosis: Diagnosis) => T

/** A capture of a file, with what is told of it. */
export type CapturePiece<T> = { readonly kind: "capture"; readonly file: string } & T

/** What the reading of files comes to, piece by piece; every file that has a piece has one `end`. */
export type Piece<T = Told> = CapturePiece<T> | { readonly kind: "end"; readonly file: string; readonly ending: Ending }

/** How a file's entry ends: with what of ours broke, and why the file was not read to its end. */
export interface Ending {
  /** `rule prt-missing` */
  readonly fault?: string
  readonly incomplete?: string
}

/** What most printers need. */
export const shortly: Tell<Told> = (placed, diagnosis) => {
  const { root, limit } = diagnosis
  const told = root ?? limit
  return {
    report: captureReport(placed, diagnosis),
    steps: told ? stepsHere(told, diagnosis.evidence) : [],
    isFault: root !== undefined,
  }
}

/** All that can be told. */
export const wholly: Tell<ToldWhole> = (placed, diagnosis) => {
  const at = positions(placed)
  return { ...shortly(placed, diagnosis), whole: reportOf(diagnosis, (offset) => at(offset).line) }
}

function captureReport(placed: PlacedCapture, diagnosis: Diagnosis): CaptureReport {
  const at = positions(placed)
  const { joinType, phase, verdict, root, findings } = diagnosis
  return {
    line: at(placed.capture.sections[0]?.span.start ?? 0).line,
    joinType,
    phase: phase ?? null,
    verdict,
    root: root ? findings.indexOf(root) : null,
    findings: findings.map((finding) => findingReport(finding, at)),
  }
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
