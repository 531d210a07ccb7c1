import { groupsBesideClones, type Summary } from "../core/diagnosis/fleet.ts"
import { csvRow } from "../core/report/formats/csv.ts"
import { clonedImage } from "../core/rules/case/clonedImage.ts"

/** The columns, whose names stay. */
export const SUMMARY_COLUMNS = ["logs", "severity", "phase", "rule", "code", "message", "firstFile", "firstLine"]

/** A summary with one row a cause, and one a device identity that several computers have. */
export function* printSummaryCsv(summary: Summary): Iterable<string> {
  yield csvRow(SUMMARY_COLUMNS)
  for (const { logs, severity, phase, rule, code, message } of groupsBesideClones(summary))
    yield csvRow([logs.length, severity, phase, rule, code, message, logs[0]?.file, logs[0]?.line])
  const { severity, phase, id } = clonedImage
  for (const { computers, logs } of summary.clones)
    yield csvRow([logs.length, severity, phase, id, "", clonesMessage(computers), logs[0]?.file, logs[0]?.line])
}

/** What is said of clones. */
export function clonesMessage(computers: number): string {
  return `${computers} computers have one device identity: they were cloned after the join`
}
