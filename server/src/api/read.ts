import { diagnoseCase } from "../core/diagnosis/case.ts"
import { type Diagnosis, diagnose } from "../core/diagnosis/diagnose.ts"
import { findingId, stepsHere } from "../core/explain/finding.ts"
import type { Field } from "../core/log/log.ts"
import { type PlacedCapture, type Positions, placedCaptures, positions } from "../core/log/placed.ts"
import { hasSubstance } from "../core/log/substance.ts"
import { type CaptureReport, captureReport, type FindingReport } from "../core/report/captureReport.ts"
import { type Report, reportOf } from "../core/report/report.ts"
import type { Span } from "../core/text/span.ts"

/** One log in a text, read: what `dsreg check --format json` prints of it, and more. */
export interface Reading extends CaptureReport {
  /** From its first character to behind its last one. */
  readonly span: Span
  readonly findings: readonly ReadFinding[]
  /** Every `Name : value` line, in the order of the text. */
  readonly fields: readonly ReadField[]
  /** What to do, or where nothing is wrong what shows more; plain text, one step each. */
  readonly steps: readonly string[]
  /** All that is told of the log: stages, causes, times, names. */
  readonly report: Report
  /** What of dsreg itself broke, so that the reading is not whole: `rule prt-missing`. Each is a finding too. */
  readonly faults: readonly string[]
}

/** A fault that a log shows. */
export interface ReadFinding extends FindingReport {
  /** The characters that show it: `text.slice(span.start, span.end)`. */
  readonly span: Span
  /** Names the document about it, as `explain` takes it: `code/0x80072ee2/discover`. */
  readonly page: string
}

/** A line of a log that has a name and a value. For `AzureAdPrt : NO` the span covers `NO`. */
export interface ReadField {
  /** The title of its section as printed: `SSO State`; empty above the first title. */
  readonly section: string
  readonly name: string
  /** As printed, without the blanks around it. */
  readonly value: string
  readonly line: number
  readonly span: Span
  /** Whether it is known what it says; then `explain` knows its name. */
  readonly known: boolean
}

/**
 * Reads a text: every log in it, one a run of dsregcmd. It never fails; what is no log gives none. A text that is a
 * file's has to be made of its bytes by `fileText`, for Windows saves logs in several encodings.
 */
export function read(text: string): readonly Reading[] {
  const starts: number[] = []
  let start = 0
  const logs = placedCaptures(text).filter(({ capture }) => {
    const isLog = hasSubstance(capture)
    if (isLog) starts.push(start)
    start += capture.text.length
    return isLog
  })
  const diagnoses = diagnoseCase(logs.map(({ capture }) => diagnose(capture)))
  return logs.flatMap((placed, index) => {
    const diagnosis = diagnoses[index]
    return diagnosis ? [reading(placed, diagnosis, starts[index] ?? 0)] : []
  })
}

function reading(placed: PlacedCapture, diagnosis: Diagnosis, start: number): Reading {
  const { capture } = placed
  const at = positions(placed)
  const moved = (span: Span): Span => ({ start: start + span.start, end: start + span.end })
  const short = captureReport(diagnosis, at)
  const told = diagnosis.root ?? diagnosis.limit
  return {
    ...short,
    span: { start, end: start + capture.text.length },
    findings: diagnosis.findings.flatMap((finding, index) => {
      const known = short.findings[index]
      return known ? [{ ...known, span: moved(finding.span), page: findingId(finding) }] : []
    }),
    fields: capture.fields.map((field) => readField(field, at, moved)),
    steps: told ? stepsHere(told, diagnosis.evidence) : [],
    report: reportOf(diagnosis, (offset) => at(offset).line),
    faults: diagnosis.faults.map(({ what }) => what),
  }
}

function readField(field: Field, at: Positions, moved: (span: Span) => Span): ReadField {
  const { name, value, valueSpan, nameSpan, block, entry } = field
  return {
    section: block.section.title,
    name,
    value,
    line: at(nameSpan.start).line,
    span: moved(valueSpan),
    known: entry !== undefined,
  }
}
