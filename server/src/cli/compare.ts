import { type Comparison, compared, type FieldChange, varyingNames } from "../core/diagnosis/comparison.ts"
import { type Diagnosis, diagnose } from "../core/diagnosis/diagnose.ts"
import { comparisonMarkdown, comparisonText, doubtText, meaningOf } from "../core/explain/comparison.ts"
import { hasSubstance } from "../core/log/substance.ts"
import { json } from "../core/report/formats/json.ts"
import { brokenParts, findingReport, type Positions } from "../core/report/formats/told.ts"
import { printable, printableLines } from "../core/text/printable.ts"
import { type PlacedCapture, placedCaptures, positions } from "./captures.ts"
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

function topOf({ capture }: PlacedCapture): number {
  return capture.sections[0]?.span.start ?? 0
}

function lineOf({ placed }: Side): number {
  return positions(placed)(topOf(placed)).line
}

/** A comparison in the JSON output. */
function reportOf(one: Side, other: Side, comparison: Comparison) {
  const [before, after] = [positions(one.placed), positions(other.placed)]
  return {
    outcome: comparison.outcome,
    before: sideReport(one, before),
    after: sideReport(other, after),
    doubts: comparison.doubts.map((doubt) => ({ id: doubt, text: doubtText(doubt) })),
    findings: {
      gone: comparison.gone.map((finding) => findingReport(finding, before)),
      new: comparison.come.map((finding) => findingReport(finding, after)),
      still: comparison.still.map((finding) => findingReport(finding, after)),
    },
    fields: comparison.fields.map((change) => fieldReport(change, before, after)),
    varying: varyingNames(comparison),
  }
}

function sideReport({ file, placed, diagnosis: { joinType, phase, verdict } }: Side, at: Positions) {
  return {
    file,
    line: at(topOf(placed)).line,
    joinType,
    phase: phase ?? null,
    verdict,
  }
}

function fieldReport(change: FieldChange, before: Positions, after: Positions) {
  const value = (field: FieldChange["before"], at: Positions) =>
    field ? { value: field.value, line: at(field.nameSpan.start).line } : null
  return {
    name: change.name,
    section: change.section,
    change: change.change,
    before: value(change.before, before),
    after: value(change.after, after),
    meaning: meaningOf(change) ?? null,
  }
}
