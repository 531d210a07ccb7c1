import type { Diagnosis } from "../core/diagnosis/diagnose.ts"
import { nextSteps } from "../core/explain/finding.ts"
import { type PlacedCapture, positions } from "../core/log/placed.ts"
import { type CaptureReport, captureReport } from "../core/report/captureReport.ts"
import { type Report, reportOf } from "../core/report/report.ts"

/** What most printers need of a capture. */
export interface Told {
  readonly report: CaptureReport
  /** What to do, or where nothing is wrong what shows more. */
  readonly steps: readonly string[]
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
    steps: told ? nextSteps(told) : [],
  }
}

/** All that can be told. */
export const wholly: Tell<ToldWhole> = (placed, diagnosis) => {
  const at = positions(placed)
  return { ...shortly(placed, diagnosis), whole: reportOf(diagnosis, (offset) => at(offset).line) }
}
