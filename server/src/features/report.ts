import type { Diagnosis } from "../core/diagnosis/diagnose.ts"
import { buttonLine, htmlFoot, htmlHead, htmlReport, SAVED } from "../core/report/html.ts"
import { markdownReport } from "../core/report/markdown.ts"
import { type Report, reportOf } from "../core/report/report.ts"
import type { Subject } from "../core/report/subject.ts"
import type { LogDocument, PlacedChunk } from "../documents/logDocument.ts"
import { isTold, toldWithRoot } from "./failures.ts"
import type { Settings } from "./settings.ts"

/** The report on one capture for a view beside its log, and the lines that the capture has, from 0. */
export interface ViewedReport {
  readonly html: string
  readonly first: number
  readonly last: number
}

/** The report on the capture at a line, whose lines are buttons; `name` is how the reader knows the file. */
export function viewedReport(
  document: LogDocument,
  line: number,
  name: string,
  settings: Settings,
): ViewedReport | undefined {
  const placed = document.chunkAt(line)
  if (!isTold(placed.chunk.diagnosis)) return undefined
  const html = htmlReport(reportOn(placed, settings), subjectOf(placed, name, toldIn(document)), "report", buttonLine)
  return { html, first: placed.firstLine, last: placed.firstLine + placed.chunk.lineBreaks }
}

/** What a report can be saved as. */
export type ReportFormat = "markdown" | "html"

/** The reports on all captures of a log as one file. */
export function exportedReport(
  document: LogDocument,
  format: ReportFormat,
  name: string,
  settings: Settings,
): string | undefined {
  const told = toldIn(document)
  if (told.length === 0) return undefined
  const reports = told.map((placed) => [reportOn(placed, settings), subjectOf(placed, name, told)] as const)
  if (format === "markdown")
    return reports.map(([report, subject]) => markdownReport(report, subject)).join("\n---\n\n")
  const articles = reports.map(([report, subject], index) => htmlReport(report, subject, `report-${index + 1}`))
  return `${htmlHead(SAVED)}${articles.join("")}${htmlFoot(SAVED)}`
}

function toldIn(document: LogDocument): readonly PlacedChunk[] {
  return document.chunks.filter(({ chunk }) => isTold(chunk.diagnosis))
}

/** A file with one capture is named, one with several by the line of each. */
function subjectOf(placed: PlacedChunk, file: string, told: readonly PlacedChunk[]): Subject {
  return told.length > 1
    ? { file, line: lineAt(placed)(placed.chunk.diagnosis.evidence.capture.sections[0]?.span.start ?? 0) }
    : { file }
}

function reportOn(placed: PlacedChunk, settings: Settings): Report {
  return reportOf(weighed(placed.chunk.diagnosis, settings), lineAt(placed))
}

/** Without what the reader has switched off; the verdict rests on what it rests on. */
function weighed(diagnosis: Diagnosis, settings: Settings): Diagnosis {
  return { ...diagnosis, findings: toldWithRoot(diagnosis, settings) }
}

function lineAt({ chunk, firstLine }: PlacedChunk): (offset: number) => number {
  return (offset) => chunk.lines.positionAt(offset).line + firstLine + 1
}
