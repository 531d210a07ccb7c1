import { type Comparison, compared, type FieldChange } from "../core/diagnosis/comparison.ts"
import { type Diagnosis, diagnose } from "../core/diagnosis/diagnose.ts"
import type { Outcome } from "../core/diagnosis/standing.ts"
import { comparisonMarkdown, outcomeText } from "../core/explain/comparison.ts"
import type { Say } from "../core/explain/say.ts"
import type { Capture, Field } from "../core/log/log.ts"
import { readLog } from "../core/log/readLog.ts"
import { hasSubstance } from "../core/log/substance.ts"
import { printable } from "../core/text/printable.ts"
import { Lines, lineBreaksIn } from "../documents/lines.ts"

/** A word beside a line of one of two logs, which begins where its value does. */
export interface ComparedNote {
  readonly line: number
  readonly character: number
  readonly change: FieldChange["change"]
  readonly text: string
}

/** One of two logs as it is shown: what is another one in every log is left out of it, so that it does not differ. */
export interface ComparedSide {
  readonly text: string
  /** The line of the file that its first line is. */
  readonly firstLine: number
  readonly notes: readonly ComparedNote[]
}

/** Two logs to show beside each other. */
export interface ComparedView {
  readonly outcome: Outcome
  /** The same in a few words. */
  readonly verdict: string
  /** By their clocks the second one is the earlier. */
  readonly isTurned: boolean
  /** What the comparison comes to, as Markdown. */
  readonly summary: string
  readonly before: ComparedSide
  readonly after: ComparedSide
}

/** The view, or why there is nothing to show: no log in one of the texts, or not two in the only one. */
export interface ComparisonAnswer {
  readonly view?: ComparedView
  readonly missing?: "log" | "second"
}

/** Two texts as one log each, the last that stands in it, or one text that holds two. */
export function comparison(texts: readonly string[], say: Say): ComparisonAnswer {
  const logs = texts.map(logsIn)
  if (logs.some((found) => found.length === 0)) return { missing: "log" }
  const [before, after, ...more] = logs.length === 1 ? (logs[0] ?? []) : logs.flatMap((found) => found.slice(-1))
  if (!before || !after || more.length > 0) return { missing: "second" }
  const between = compared(before.diagnosis, after.diagnosis)
  const view: ComparedView = {
    outcome: between.outcome,
    verdict: outcomeText(between.outcome, say),
    isTurned: between.doubts.includes("wrong-order"),
    summary: comparisonMarkdown(between, say),
    before: sideOf(before, between, "before", say),
    after: sideOf(after, between, "after", say),
  }
  return { view }
}

interface PlacedLog {
  readonly diagnosis: Diagnosis
  readonly firstLine: number
}

function logsIn(text: string): readonly PlacedLog[] {
  let firstLine = 0
  const placed = readLog(text).map((capture) => {
    const one = { capture, firstLine }
    firstLine += lineBreaksIn(capture.text)
    return one
  })
  return placed
    .filter(({ capture }) => hasSubstance(capture))
    .map(({ capture, firstLine }) => ({ diagnosis: diagnose(capture), firstLine }))
}

function sideOf(
  { diagnosis, firstLine }: PlacedLog,
  between: Comparison,
  side: "before" | "after",
  say: Say,
): ComparedSide {
  const { capture } = diagnosis.evidence
  const lines = new Lines(capture.text)
  const notes = between.fields.flatMap((change): ComparedNote[] => {
    const field = change[side]
    // That a line stands on one side only is seen without a word.
    if (change.change === "other" && !(change.before && change.after)) return []
    const text = side === "before" ? noteBefore(change, say) : noteAfter(change, say)
    return field ? [{ ...lines.positionAt(field.valueSpan.start), change: change.change, text }] : []
  })
  return { text: withoutVarying(capture, between, side), firstLine, notes }
}

/** The text with `…` for the values that are other ones in every log. */
function withoutVarying({ text }: Capture, { varying }: Comparison, side: "before" | "after"): string {
  const fields = varying.flatMap(({ before, after }) => {
    const field = side === "before" ? before : after
    return isOneLine(before) && isOneLine(after) && field ? [field.valueSpan] : []
  })
  let shown = text
  for (const { start, end } of fields.sort((a, b) => b.start - a.start))
    shown = `${shown.slice(0, start)}…${shown.slice(end)}`
  return shown
}

function isOneLine(field: Field | undefined): field is Field {
  return field !== undefined && !/[\r\n]/.test(field.value)
}

function noteBefore({ change, after }: FieldChange, say: Say): string {
  const now = shortened(after?.value ?? "")
  return change === "better"
    ? say("then {0}: better", now)
    : change === "worse"
      ? say("then {0}: worse", now)
      : say("then {0}", now)
}

function noteAfter({ change, before }: FieldChange, say: Say): string {
  if (!before) return say("new, and it fails")
  const then = shortened(before.value)
  return change === "better"
    ? say("better, was {0}", then)
    : change === "worse"
      ? say("worse, was {0}", then)
      : say("was {0}", then)
}

/** A value as a few words beside a line. */
function shortened(value: string): string {
  const flat = printable(value.replace(/\s+/g, " "))
  return flat.length > 40 ? `${flat.slice(0, 39)}…` : flat
}
