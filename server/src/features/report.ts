import type { Diagnosis } from "../core/diagnosis/diagnose.ts"
import type { Say } from "../core/explain/say.ts"
import type { Positions } from "../core/log/placed.ts"
import { isReportFormat, PRINTERS } from "../core/report/formats/formats.ts"
import { brokenParts, type Piece, shortly, type Tell, type Tells, wholly } from "../core/report/formats/told.ts"
import { buttonLine, htmlReport } from "../core/report/html.ts"
import { reportOf } from "../core/report/report.ts"
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
  say: Say,
): ViewedReport | undefined {
  const placed = document.chunkAt(line)
  const { chunk, firstLine } = placed
  if (!isTold(chunk.diagnosis)) return undefined
  const at = positions(placed)
  const report = reportOf(weighed(chunk.diagnosis, settings), (offset) => at(offset).line, say)
  const top = at(chunk.diagnosis.evidence.capture.sections[0]?.span.start ?? 0).line
  // A file with one capture is named, one with several by the line of each.
  const subject = toldIn(document).length > 1 ? { file: name, line: top } : { file: name }
  const html = htmlReport(report, subject, { id: "report", say, line: buttonLine })
  return { html, first: firstLine, last: firstLine + chunk.lineBreaks }
}

/** How a file of reports is made. */
export interface Export {
  /** One that `dsreg check` has for files. */
  readonly format: string
  /** How the reader knows the log. */
  readonly name: string
  /** The version of the program. */
  readonly version: string
}

/** What is told of all captures of a log as one file, by the printers of the command line; null where nothing is told. */
export async function exportedReport(
  document: LogDocument,
  { format, name, version }: Export,
  settings: Settings,
  say: Say,
): Promise<string | null> {
  const told = toldIn(document)
  if (told.length === 0 || !isReportFormat(format)) return null
  const tells: { readonly [Name in keyof Tells]: Tell<Tells[Name]> } = { shortly, wholly: wholly(say) }
  async function* read<Name extends keyof Tells>(tell: Name): AsyncIterable<Piece<Tells[Name]>> {
    for (const placed of told) {
      const diagnosis = weighed(placed.chunk.diagnosis, settings)
      yield { kind: "capture", file: name, ...tells[tell](diagnosis, positions(placed)) }
    }
    const fault = brokenParts(told.flatMap(({ chunk }) => chunk.diagnosis.faults))
    yield { kind: "end", file: name, ending: fault === "" ? {} : { fault } }
  }
  let text = ""
  for await (const piece of PRINTERS[format](read, { say, version, troubles: [] })) text += piece
  return text
}

function toldIn(document: LogDocument): readonly PlacedChunk[] {
  return document.chunks.filter(({ chunk }) => isTold(chunk.diagnosis))
}

/** Without what the reader has switched off; the verdict rests on what it rests on. */
function weighed(diagnosis: Diagnosis, settings: Settings): Diagnosis {
  return { ...diagnosis, findings: toldWithRoot(diagnosis, settings) }
}

function positions({ chunk, firstLine }: PlacedChunk): Positions {
  return (offset) => {
    const { line, character } = chunk.lines.positionAt(offset)
    return { line: firstLine + line + 1, column: character + 1 }
  }
}
