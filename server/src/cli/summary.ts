import type { Diagnosis } from "../core/diagnosis/diagnose.ts"
import { type Cause, causeOf, type LogRecord, type Summary, summaryOf } from "../core/diagnosis/fleet.ts"
import { type CaseFacts, caseFactsOf, type Fact, notOfClones } from "../core/evidence/caseFacts.ts"
import { clonedImage } from "../core/rules/case/clonedImage.ts"
import { ORDER } from "./check.ts"
import { printSummaryCsv } from "./printSummaryCsv.ts"
import { printSummaryJson } from "./printSummaryJson.ts"
import { printSummaryText } from "./printSummaryText.ts"
import { readingsOf } from "./readings.ts"
import { isTrouble, tellRemark } from "./remark.ts"
import { shortly, type Tell, type Told } from "./report.ts"
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

/** Reads what the words name, and prints what all of it comes to. Of each log only a small record is kept. */
export async function summary(
  words: readonly string[],
  options: SummaryOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const records: LogRecord[] = []
  const causes = new Map<string, Cause>()
  let troubled = false
  let worst = 0
  for await (const told of readingsOf(words, terminal, compactly)) {
    if (told.kind === "capture") {
      records.push(recordOf(told.file, told, causes))
      for (const { severity } of told.report.findings) worst = Math.max(worst, ORDER[severity])
    } else if (told.kind !== "end") {
      troubled ||= isTrouble(told)
      tellRemark(told, terminal)
    }
  }
  const whole = summaryOf(records)
  if (whole.faults.length > 0) tellRemark({ kind: "broken", file: words.join(" "), faults: whole.faults }, terminal)
  for (const text of PRINTERS[options.format](whole, terminal)) await terminal.out(text)
  if (troubled || whole.faults.length > 0) return 2
  return Math.max(worst, whole.clones.length > 0 ? ORDER[clonedImage.severity] : 0) >= ORDER[options.failOn] ? 1 : 0
}

interface ToldCompactly extends Told {
  readonly facts: CaseFacts
  readonly cause: Cause
}

const compactly: Tell<ToldCompactly> = (placed, diagnosis: Diagnosis) => ({
  ...shortly(placed, diagnosis),
  facts: keptFacts(caseFactsOf(diagnosis.evidence)),
  cause: causeOf(diagnosis),
})

/** Only what clones are found by. */
function keptFacts({ computer, deviceId, thumbprint, joinType }: CaseFacts): CaseFacts {
  return {
    ...notOfClones,
    computer: keptFact(computer),
    deviceId: keptFact(deviceId),
    thumbprint: keptFact(thumbprint),
    joinType,
  }
}

/** A copy of the characters: a piece of a text keeps the whole text in memory. */
function keptFact(fact: Fact | undefined): Fact | undefined {
  return fact && { value: Buffer.from(fact.value).toString(), span: NOWHERE }
}

const NOWHERE = { start: 0, end: 0 }

/** The record of a log. Causes are the same few, so that each is kept once. */
function recordOf(file: string, { report, facts, cause }: ToldCompactly, causes: Map<string, Cause>): LogRecord {
  const root = report.root === null ? undefined : report.findings[report.root]
  const key = JSON.stringify(cause)
  const kept = causes.get(key) ?? (JSON.parse(key) as Cause)
  causes.set(key, kept)
  return { place: { file, line: root?.line ?? report.line }, cause: kept, facts }
}
