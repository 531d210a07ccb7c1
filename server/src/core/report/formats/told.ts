import type { Diagnosis, Reported } from "../../diagnosis/diagnose.ts"
import type { Fault } from "../../diagnosis/fault.ts"
import { stepsHere } from "../../explain/finding.ts"
import type { Say } from "../../explain/say.ts"
import { documentation } from "../../explain/sources.ts"
import type { Phase } from "../../knowledge/code.ts"
import type { JoinType } from "../../knowledge/joinType.ts"
import type { Severity } from "../../rules/rule.ts"
import { type Report, reportOf } from "../report.ts"

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

/** What printers ask for, by names that a thread can be asked with. */
export interface Tells {
  readonly shortly: Told
  readonly wholly: ToldWhole
}

/** Takes from the reading of a capture what a printer needs, so that nothing else is made or kept. */
export type Tell<T> = (diagnosis: Diagnosis, at: Positions) => T

/** Offsets of a capture as lines of its file and columns, both from 1. */
export type Positions = (offset: number) => { readonly line: number; readonly column: number }

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

/** What broke, each part once: `rule prt-missing`. */
export function brokenParts(faults: readonly Fault[]): string {
  return Array.from(new Set(faults.map(({ what }) => what))).join(", ")
}

/** What most printers need. */
export const shortly: Tell<Told> = (diagnosis, at) => {
  const { root, limit } = diagnosis
  const told = root ?? limit
  return {
    report: captureReport(diagnosis, at),
    steps: told ? stepsHere(told, diagnosis.evidence) : [],
    isFault: root !== undefined,
  }
}

/** All that can be told, in the reader's language. */
export function wholly(say: Say): Tell<ToldWhole> {
  return (diagnosis, at) => ({
    ...shortly(diagnosis, at),
    whole: reportOf(diagnosis, (offset) => at(offset).line, say),
  })
}

function captureReport(diagnosis: Diagnosis, at: Positions): CaptureReport {
  const { evidence, joinType, phase, verdict, root, findings } = diagnosis
  return {
    line: at(evidence.capture.sections[0]?.span.start ?? 0).line,
    joinType,
    phase: phase ?? null,
    verdict,
    root: root ? findings.indexOf(root) : null,
    findings: findings.map((finding) => findingReport(finding, at)),
  }
}

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
