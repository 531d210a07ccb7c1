import { type Cause, type LogRecord, type Summary, summaryOf } from "../core/diagnosis/fleet.ts"
import { clonedImage } from "../core/rules/case/clonedImage.ts"
import { ORDER } from "./check.ts"
import { listOf, type Wanted } from "./list.ts"
import { printSummaryCsv } from "./printSummaryCsv.ts"
import { printSummaryJson } from "./printSummaryJson.ts"
import { printSummaryText } from "./printSummaryText.ts"
import { progressOn } from "./progress.ts"
import { readingsOf } from "./readings.ts"
import { isTrouble, tellRemark } from "./remark.ts"
import type { ToldCompactly } from "./summaryRecord.ts"
import type { ExitCode, FailOn, Terminal } from "./terminal.ts"

const PRINTERS = {
  text: printSummaryText,
  json: printSummaryJson,
  csv: printSummaryCsv,
} satisfies Record<string, (summary: Summary, terminal: Pick<Terminal, "color">) => Iterable<string>>

/** The words that `--format` takes for a summary. */
export const SUMMARY_FORMATS = Object.keys(PRINTERS)

/** Whether there is such a format. */
export function isSummaryFormat(word: string): word is keyof typeof PRINTERS {
  return Object.hasOwn(PRINTERS, word)
}

/** How `summary` answers. */
export interface SummaryOptions {
  readonly format: keyof typeof PRINTERS
  readonly failOn: FailOn
}

/** Reads what is wanted, and prints what all of it comes to. Of each log only a small record is kept. */
export async function summary(wanted: Wanted, options: SummaryOptions, terminal: Terminal): Promise<ExitCode> {
  const progress = progressOn(terminal)
  const records: LogRecord[] = []
  const causes = new Map<string, Cause>()
  let troubled = false
  let worst = 0
  for await (const told of readingsOf(listOf(wanted, terminal), "compactly", wanted.jobs, terminal)) {
    progress.count(told)
    if (told.kind === "capture") {
      records.push(recordOf(told.file, told, causes))
      for (const { severity } of told.report.findings) worst = Math.max(worst, ORDER[severity])
    } else if (told.kind !== "end") {
      troubled ||= isTrouble(told)
      progress.clear()
      tellRemark(told, terminal)
    }
  }
  progress.clear()
  const whole = summaryOf(records)
  const { words, list = "" } = wanted
  if (whole.faults.length > 0)
    tellRemark({ kind: "broken", file: [...words, list].join(" ").trim(), faults: whole.faults }, terminal)
  for (const text of PRINTERS[options.format](whole, terminal)) await terminal.out(text)
  if (troubled || whole.faults.length > 0) return 2
  return Math.max(worst, whole.clones.length > 0 ? ORDER[clonedImage.severity] : 0) >= ORDER[options.failOn] ? 1 : 0
}

/** The record of a log. Causes are the same few, so that each is kept once. */
function recordOf(file: string, { report, facts, cause }: ToldCompactly, causes: Map<string, Cause>): LogRecord {
  const root = report.root === null ? undefined : report.findings[report.root]
  const key = JSON.stringify(cause)
  const kept = causes.get(key) ?? (JSON.parse(key) as Cause)
  causes.set(key, kept)
  return { place: { file, line: root?.line ?? report.line }, cause: kept, facts }
}
