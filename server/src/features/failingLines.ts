import type { Reported } from "../core/diagnosis/diagnose.ts"
import { nextSteps } from "../core/explain/finding.ts"
import type { Say } from "../core/explain/say.ts"
import { allFields } from "../core/log/query.ts"
import { printable } from "../core/text/printable.ts"
import type { Span } from "../core/text/span.ts"
import type { Chunk } from "../documents/chunk.ts"
import type { LogDocument } from "../documents/logDocument.ts"
import { failures, isTold } from "./failures.ts"
import type { Settings } from "./settings.ts"

/** What is left of a log when only its failing lines are shown. */
export interface FailingLines {
  readonly text: string
  /** For each line of the text, the line of the log that it stands for. */
  readonly sourceLines: readonly number[]
  /** For each, how many blanks of the log's line are not shown: its names are aligned to the right, far into the window. */
  readonly cuts: readonly number[]
}

/** A line to show, the line of the chunk that it stands for, and what is said of it. */
interface Row {
  readonly text: string
  readonly line: number
  readonly cut?: number
  readonly said?: readonly Said[]
}

/** What is said of a line: of one where a finding stands also what to do first. */
interface Said {
  readonly message: string
  readonly step?: string
}

/**
 * The lines that fail and those that belong to their story, as they stand in the log, below the titles of their
 * sections; under each what is said of it and the first step, and above each capture its verdict.
 */
export function failingLines(document: LogDocument, settings: Settings, say: Say): FailingLines {
  const captures = document.chunks.filter(({ chunk }) => isTold(chunk.diagnosis))
  const rows = captures.flatMap(({ chunk, firstLine }, index): Row[] => {
    const { verdict } = chunk.diagnosis
    const { top, found } = chunk.once(foundIn, settings)
    const told = found.flatMap(({ text, line, cut = 0, said = [] }): Row[] => [
      { text, line, cut },
      ...said.flatMap(({ message, step }) => [
        ...noted(message).map((note) => ({ text: note, line })),
        ...(step ? noted(say("First step: {0}", step)).map((note) => ({ text: note, line })) : []),
      ]),
    ])
    const heading = captures.length > 1 ? say("Capture {0}: {1}", index + 1, verdict) : verdict
    const rest = told.length > 0 ? told : ["", say("No line fails.")].map((text) => ({ text, line: top }))
    // The sign keeps `phase: network time-out` from looking like a field.
    const head = [...(index > 0 ? [""] : []), ...wrapped(heading).map((text) => `# ${text}`)]
    const all: readonly Row[] = [...head.map((text) => ({ text, line: top })), ...rest]
    return all.map((row) => ({ ...row, line: row.line + firstLine }))
  })
  return {
    text: rows.map(({ text }) => `${text}\n`).join(""),
    sourceLines: rows.map(({ line }) => line),
    cuts: rows.map(({ cut = 0 }) => cut),
  }
}

/** So wide that a sentence is read without scrolling in half of a small window, beside its log and the explorer. */
const WIDTH = 40

/** A sentence under a line of the log. */
function noted(sentence: string): readonly string[] {
  return wrapped(sentence).map((text) => `  # ${text}`)
}

/** A sentence in lines that end with whole words. */
function wrapped(sentence: string): readonly string[] {
  return sentence.match(new RegExp(`.{1,${WIDTH}}(?= |$)|\\S+`, "g"))?.map((line) => line.trim()) ?? []
}

/** The first line of a capture that has text, and its failing lines. */
interface Found {
  readonly top: number
  readonly found: readonly Row[]
}

function foundIn(chunk: Chunk, settings: Settings): Found {
  const top = chunk.lines.positionAt(Math.max(0, chunk.text.search(/\S/))).line
  const failing = failures(chunk.diagnosis, settings)
  return { top, found: failing.length > 0 ? moved(sections(chunk, failing)) : [] }
}

/** The lines that far to the left that the first to begin stands at the margin of the sentences; titles stay. */
function moved(rows: readonly Row[]): readonly Row[] {
  const common = Math.min(...rows.flatMap(({ text, said }) => (said ? [indentOf(text)] : [])))
  const least = Math.max(0, common - MARGIN)
  return rows.map((row) => {
    const cut = Math.min(least, indentOf(row.text))
    return { ...row, text: row.text.slice(cut), cut }
  })
}

const MARGIN = 2

function indentOf(line: string): number {
  return line.search(/\S|$/)
}

/** The sections in which something fails, each below a blank line and its title. */
function sections(chunk: Chunk, failing: readonly Reported[]): readonly Row[] {
  const lines = chunk.text.split(/\r\n|\r|\n/)
  const titles = chunk.diagnosis.evidence.capture.sections.map(({ title, titleSpan }) => ({
    isPrinted: title !== "",
    start: chunk.lines.positionAt(titleSpan.start).line,
  }))
  const rows: Row[] = []
  let at = -1
  let shown: number | undefined
  for (const [line, said] of failingOf(chunk, failing)) {
    while ((titles[at + 1]?.start ?? Number.POSITIVE_INFINITY) <= line) at++
    const start = titles[at]?.start ?? line
    if (shown !== start) {
      rows.push({ text: "", line: start })
      if (titles[at]?.isPrinted && start !== line) rows.push({ text: lines[start] ?? "", line: start })
    }
    shown = start
    rows.push({ text: lines[line] ?? "", line, said })
  }
  return rows
}

/** The numbers of the lines, from the name of a field to the end of its value, in their order, with what is said below each. */
function failingOf(chunk: Chunk, found: readonly Reported[]): Iterable<readonly [line: number, said: readonly Said[]]> {
  const places = found.flatMap(placesOf).sort((a, b) => a.span.start - b.span.start)
  const fields = allFields(chunk.diagnosis.evidence.capture)[Symbol.iterator]()
  let next = fields.next()
  const lines = new Map<number, readonly Said[]>()
  for (const { span, ...said } of places) {
    while (!next.done && next.value.field.valueSpan.end < span.start) next = fields.next()
    const field = next.done ? undefined : next.value.field
    const isIn = field !== undefined && field.nameSpan.start <= span.start
    const whole = isIn ? { start: field.nameSpan.start, end: Math.max(field.valueSpan.end, span.end) } : span
    const last = chunk.lines.positionAt(whole.end).line
    for (let { line } = chunk.lines.positionAt(whole.start); line <= last; line++) {
      if (!lines.has(line)) lines.set(line, [])
    }
    const before = lines.get(last) ?? []
    if (!before.some(({ message }) => message === said.message)) lines.set(last, [...before, said])
  }
  return [...lines].sort(([a], [b]) => a - b)
}

/** Where a finding shows and what is said there. */
function placesOf(finding: Reported): readonly (Said & { readonly span: Span })[] {
  const [step] = nextSteps(finding)
  const related = (finding.related ?? []).map(({ span, message }) => ({ span, message: printable(message) }))
  return [{ span: finding.span, message: printable(finding.message), ...(step && { step }) }, ...related]
}
