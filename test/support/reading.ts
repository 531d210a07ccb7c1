import { type Diagnosis, diagnose } from "../../server/src/core/diagnosis/diagnose.ts"
import { parseCapture } from "../../server/src/core/log/capture.ts"
import { splitCaptures } from "../../server/src/core/log/split.ts"
import type { Mark } from "./annotated.ts"

/** A capture's reading with the place of its text in the file. */
export interface PlacedDiagnosis extends Diagnosis {
  /** Offset of the capture in the file. */
  readonly offset: number
}

/** Reads a whole file, capture by capture. */
export function readings(text: string): PlacedDiagnosis[] {
  let offset = 0
  return splitCaptures(text).map((piece) => {
    const reading = { ...diagnose(parseCapture(piece)), offset }
    offset += piece.length
    return reading
  })
}

/** The only capture's reading of a text that holds one. */
export function reading(text: string): Diagnosis {
  return diagnose(parseCapture(text))
}

/** The findings of a reading as marks, all or those of one rule. */
export function marksOf({ findings }: Diagnosis, rule?: string): Mark[] {
  return findings
    .filter((finding) => rule === undefined || finding.rule.id === rule)
    .map((finding) => ({ start: finding.span.start, end: finding.span.end, label: finding.rule.id }))
}
