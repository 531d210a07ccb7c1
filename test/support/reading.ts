import assert from "node:assert/strict"
import { type Diagnosis, diagnose } from "../../server/src/core/diagnosis/diagnose.ts"
import { readLog } from "../../server/src/core/log/readLog.ts"
import type { Mark } from "./annotated.ts"

/** A capture's reading with the place of its text in the file. */
export interface PlacedDiagnosis extends Diagnosis {
  /** Offset of the capture in the file. */
  readonly offset: number
}

/** Reads a whole file, capture by capture. */
export function readings(text: string): PlacedDiagnosis[] {
  let offset = 0
  return readLog(text).map((capture) => {
    const reading = { ...diagnose(capture), offset }
    offset += capture.text.length
    return reading
  })
}

/** The only capture's reading of a text that holds one. */
export function reading(text: string): Diagnosis {
  const [first, ...others] = readLog(text)
  assert.ok(first && others.length === 0, "the text holds one capture")
  return diagnose(first)
}

/** The findings of a reading as marks, all or those of one rule. */
export function marksOf({ findings }: Diagnosis, rule?: string): Mark[] {
  return findings
    .filter((finding) => rule === undefined || finding.rule.id === rule)
    .map((finding) => ({ start: finding.span.start, end: finding.span.end, label: finding.rule.id }))
}
