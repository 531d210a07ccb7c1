import type { Diagnosis } from "../../diagnosis/diagnose.ts"
import type { Fault } from "../../diagnosis/fault.ts"
import { stepsHere } from "../../explain/finding.ts"
import type { Say } from "../../explain/say.ts"
import type { Positions } from "../../log/placed.ts"
import { type CaptureReport, captureReport } from "../captureReport.ts"
import { type Report, reportOf } from "../report.ts"

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

/** What printers ask for, by names that a thread can be asked with. */
export interface Tells {
  readonly shortly: Told
  readonly wholly: ToldWhole
}

/** Takes from the reading of a capture what a printer needs, so that nothing else is made or kept. */
export type Tell<T> = (diagnosis: Diagnosis, at: Positions) => T

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
  }
}

/** All that can be told, in the reader's language. */
export function wholly(say: Say): Tell<ToldWhole> {
  return (diagnosis, at) => ({
    ...shortly(diagnosis, at),
    whole: reportOf(diagnosis, (offset) => at(offset).line, say),
  })
}
