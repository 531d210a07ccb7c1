import type { Reported } from "../core/diagnosis/diagnose.ts"
import { nextSteps } from "../core/explain/finding.ts"
import { allFields } from "../core/log/query.ts"
import { printable } from "../core/text/printable.ts"
import type { Span } from "../core/text/span.ts"
import type { Chunk } from "../documents/chunk.ts"
import type { LogDocument } from "../documents/logDocument.ts"
import { failures, isTold } from "./failures.ts"
import type { Say } from "./say.ts"
import type { Settings } from "./settings.ts"

/** What is left of a log when only its failing lines are shown. */
export interface FailingLines {
  readonly text: string
  /** For each line of the text, the line of the log that it stands for. */
  readonly sourceLines: readonly number[]
  /** What is said of a finding beside the first line of it, by the lines of the text: what it is and what to do first. */
  readonly notes: readonly { readonly line: number; readonly text: string }[]
}

/** A line to show, and the line of the chunk that it stands for. */
interface Row {
  readonly text: string
  readonly line: number
  readonly note?: string
}

/**
 * The lines that fail and those that belong to their story, as they stand in the log, below the titles of their
 * sections; and above each capture its verdict.
 */
export function failingLines(document: LogDocument, settings: Settings, say: Say): FailingLines {
  const captures = document.chunks.filter(({ chunk }) => isTold(chunk.diagnosis))
  const rows = captures.flatMap(({ chunk, firstLine }, index): Row[] => {
    const { verdict } = chunk.diagnosis
    const { top, found } = chunk.once(foundIn, settings)
    const heading = captures.length > 1 ? say("Capture {0}: {1}", index + 1, verdict) : verdict
    const rest: readonly Row[] =
      found.length > 0 ? found : ["", say("No line fails.")].map((text) => ({ text, line: top }))
    // The sign keeps `phase: network time-out` from looking like a field.
    const head = [...(index > 0 ? [""] : []), ...wrapped(heading).map((text) => `# ${text}`)]
    const all: readonly Row[] = [...head.map((text) => ({ text, line: top })), ...rest]
    return all.map((row) => ({ ...row, line: row.line + firstLine }))
  })
  return {
    text: rows.map(({ text }) => `${text}\n`).join(""),
    sourceLines: rows.map(({ line }) => line),
    notes: rows.flatMap(({ note }, line) => (note === undefined ? [] : [{ line, text: note }])),
  }
}

/** About as wide as the boxes of dsregcmd, so that a verdict is read without scrolling. */
const WIDTH = 80

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
  return { top, found: failing.length > 0 ? sections(chunk, failing) : [] }
}

/** The sections in which something fails, each below a blank line and its title. */
function sections(chunk: Chunk, failing: readonly Reported[]): readonly Row[] {
  const lines = chunk.text.split(/\r\n|\r|\n/)
  const titles = chunk.diagnosis.evidence.capture.sections.map(({ title, titleSpan }) => ({
    isPrinted: title !== "",
    start: chunk.lines.positionAt(titleSpan.start).line,
  }))
  const notes = notesOf(chunk, failing)
  const rows: Row[] = []
  let at = -1
  let shown: number | undefined
  for (const line of failingOf(chunk, failing)) {
    while ((titles[at + 1]?.start ?? Number.POSITIVE_INFINITY) <= line) at++
    const start = titles[at]?.start ?? line
    if (shown !== start) {
      rows.push({ text: "", line: start })
      if (titles[at]?.isPrinted && start !== line) rows.push({ text: lines[start] ?? "", line: start })
    }
    shown = start
    const note = notes.get(line)
    rows.push({ text: lines[line] ?? "", line, ...(note && { note }) })
  }
  return rows
}

/** What to say of each line: of a finding its message and the first step, of a place in its story why it is there. */
function notesOf(chunk: Chunk, failing: readonly Reported[]): ReadonlyMap<number, string> {
  const notes = new Map<number, string>()
  const lineOf = ({ start }: Span) => chunk.lines.positionAt(start).line
  const add = (line: number, text: string) => notes.has(line) || notes.set(line, printable(text))
  for (const finding of failing) {
    const [step] = nextSteps(finding)
    add(lineOf(finding.span), step ? `${finding.message} → ${step}` : finding.message)
  }
  for (const { related = [] } of failing) for (const { span, message } of related) add(lineOf(span), message)
  return notes
}

/** The numbers of the lines, from the name of a field to the end of its value, in their order and each once. */
function failingOf(chunk: Chunk, found: readonly Reported[]): readonly number[] {
  const spans = found
    .flatMap(({ span, related = [] }): Span[] => [span, ...related.map((place) => place.span)])
    .sort((a, b) => a.start - b.start)
  const fields = allFields(chunk.diagnosis.evidence.capture)[Symbol.iterator]()
  let next = fields.next()
  const lines = new Set<number>()
  for (const span of spans) {
    while (!next.done && next.value.field.valueSpan.end < span.start) next = fields.next()
    const field = next.done ? undefined : next.value.field
    const isIn = field !== undefined && field.nameSpan.start <= span.start
    const whole = isIn ? { start: field.nameSpan.start, end: Math.max(field.valueSpan.end, span.end) } : span
    const last = chunk.lines.positionAt(whole.end).line
    for (let { line } = chunk.lines.positionAt(whole.start); line <= last; line++) lines.add(line)
  }
  return [...lines].sort((a, b) => a - b)
}
