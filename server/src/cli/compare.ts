import { type Comparison, compared } from "../core/diagnosis/comparison.ts"
import { type Diagnosis, diagnose } from "../core/diagnosis/diagnose.ts"
import { comparisonMarkdown, comparisonText } from "../core/explain/comparison.ts"
import { type PlacedCapture, placedCaptures, positions } from "../core/log/placed.ts"
import { hasSubstance } from "../core/log/substance.ts"
import { firstLineOf } from "../core/report/captureReport.ts"
import { comparisonReport } from "../core/report/comparisonReport.ts"
import { json } from "../core/report/formats/json.ts"
import { brokenParts } from "../core/report/formats/told.ts"
import { printable, printableLines } from "../core/text/printable.ts"
import { bold } from "./print.ts"
import type { ExitCode, Terminal } from "./terminal.ts"
import { wholeText } from "./wholeText.ts"

/** One of two logs, with where it stands. */
interface Side {
  readonly file: string
  readonly placed: PlacedCapture
  readonly diagnosis: Diagnosis
}

const PRINTERS = {
  text: (before: Side, after: Side, comparison: Comparison, { color }: Pick<Terminal, "color">) => {
    const isOne = before.file === after.file
    const [first, second] = [before, after]
      .map((side) => (isOne ? `${side.file}:${lineOf(side)}` : side.file))
      .map(printable)
    return `${bold(color)(`${first} → ${second}`)}\n${printableLines(comparisonText(comparison, PLAIN))}\n`
  },
  markdown: (_before: Side, _after: Side, comparison: Comparison) =>
    `${printableLines(comparisonMarkdown(comparison))}\n`,
  json: (before: Side, after: Side, comparison: Comparison) => `${json(reportOf(before, after, comparison), 0)}\n`,
}

/** Bold words would be made plain again with the rest of what a terminal obeys. */
const PLAIN = bold(false)

/** What `--format` accepts here. */
export type CompareFormat = keyof typeof PRINTERS

/** Whether a comparison can be printed so. */
export function isCompareFormat(word: string): word is CompareFormat {
  return Object.hasOwn(PRINTERS, word)
}

/** Compares two logs, or the two captures of one file, by what they mean. */
export async function compare(words: readonly string[], format: CompareFormat, terminal: Terminal): Promise<ExitCode> {
  const sides: Side[] = []
  for (const file of words) {
    const text = await wholeText(file, terminal)
    if (text === undefined) return 2
    const captures = placedCaptures(text).filter(({ capture }) => hasSubstance(capture))
    if (words.length === 1 && captures.length !== 2) return refused(file, captures.length, terminal)
    if (words.length === 2 && captures.length > 1)
      terminal.error(`dsreg: ${printable(file)} holds ${captures.length} logs; the last one is compared.\n`)
    const compares = words.length === 1 ? captures : captures.slice(-1)
    sides.push(...compares.map((placed) => ({ file, placed, diagnosis: diagnose(placed.capture) })))
  }
  const [before, after] = sides
  if (!before || !after) return 2
  const comparison = compared(before.diagnosis, after.diagnosis)
  await terminal.out(PRINTERS[format](before, after, comparison, terminal))
  const broken = brokenParts([...before.diagnosis.faults, ...after.diagnosis.faults])
  if (broken !== "") terminal.error(`dsreg: the logs are not read as they should be: a fault in dsreg, in ${broken}.\n`)
  return broken !== "" ? 2 : comparison.outcome === "worse" ? 1 : 0
}

function refused(file: string, count: number, terminal: Terminal): ExitCode {
  const held = count === 1 ? "one log" : `${count} logs`
  terminal.error(`dsreg: ${printable(file)} holds ${held}, and two are compared. Name two files.\n`)
  return 2
}

function lineOf({ placed, diagnosis }: Side): number {
  return firstLineOf(diagnosis, positions(placed))
}

/** A comparison in the JSON output: each side with the name of its file. */
function reportOf(before: Side, after: Side, comparison: Comparison) {
  const report = comparisonReport(comparison, positions(before.placed), positions(after.placed))
  return {
    ...report,
    before: { file: before.file, ...report.before },
    after: { file: after.file, ...report.after },
  }
}
