import { type Comparison, type Doubt, type FieldChange, varyingNames } from "../diagnosis/comparison.ts"
import type { Reported } from "../diagnosis/diagnose.ts"
import type { Change, Outcome } from "../diagnosis/standing.ts"
import { explainFinding } from "./finding.ts"
import { explainField } from "./kinds/field.ts"
import type { Form } from "./print/form.ts"
import { markdownForm } from "./print/markdown.ts"
import { plainForm } from "./print/plain.ts"
import { printedSteps } from "./print/printed.ts"
import { quoted } from "./text.ts"

/** A comparison as plain text; `strong` is what a terminal does for words in bold. */
export function comparisonText(comparison: Comparison, strong: (text: string) => string): string {
  return printedComparison(comparison, plainForm(strong))
}

/** The same as Markdown, for a ticket. Values of the logs stand in it as code, in which nothing is markup. */
export function comparisonMarkdown(comparison: Comparison): string {
  return printedComparison(comparison, markdownForm())
}

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  better: "It got better",
  same: "It stands as before",
  worse: "It got worse",
}

/** Why a comparison may not be one, in a sentence. */
export function doubtText(doubt: Doubt): string {
  return DOUBTS[doubt]
}

const DOUBTS: Readonly<Record<Doubt, string>> = {
  "two-computers": "The logs name two computers, so they may not be before and after of one.",
  "wrong-order": "By their clocks the second log is older than the first one.",
}

/** What the value that a field has now means; undefined where the catalogue does not say. */
export function meaningOf({ entry, after }: FieldChange): string | undefined {
  return entry && after ? explainField(entry, after.value).here : undefined
}

function printedComparison(comparison: Comparison, form: Form): string {
  const { before, after, outcome, doubts, gone, come, still } = comparison
  const varying = varyingNames(comparison)
  const list = (title: string, items: readonly string[]) =>
    items.length > 0 ? [form.strong(title), form.bulleted(items)] : []
  const fields = (change: Change) =>
    comparison.fields
      .filter((field) => field.change === change && (change !== "other" || (field.before && field.after)))
      .map((field) => form.text(fieldText(field)))
  return form.paragraphs([
    form.strong(OUTCOMES[outcome]),
    form.lines([form.text(`Before: ${before.verdict}`), form.text(`After: ${after.verdict}`)]),
    ...doubts.map((doubt) => form.aside(DOUBTS[doubt])),
    ...list(
      "Findings that are gone",
      gone.map((one) => form.text(findingText(one))),
    ),
    ...list(
      "Findings that are new",
      come.map((one) => form.text(`${findingText(one)}. ${explainFinding(one).why[0] ?? ""}`)),
    ),
    ...list(
      "Findings that are still there",
      still.map((one) => form.text(findingText(one))),
    ),
    ...toDo(comparison, form),
    ...list("Better", fields("better")),
    ...list("Worse", fields("worse")),
    ...list("Changed", fields("other")),
    ...list("Only in the later log", onlyIn(comparison.fields, "after").map(form.text)),
    ...list("Only in the earlier log", onlyIn(comparison.fields, "before").map(form.text)),
    ...(comparison.fields.length === 0 ? [form.text("No field says anything else.")] : []),
    ...(varying.length > 0 ? [form.aside(`Left out, as in every log another: ${varying.join(", ")}.`)] : []),
  ])
}

/** What is left to do about what the later log rests on. */
function toDo({ after }: Comparison, form: Form): readonly string[] {
  const steps = after.root ? printedSteps(explainFinding(after.root), form) : []
  return steps.length > 0 ? [form.strong("What to do now"), form.numbered(steps)] : []
}

function findingText({ message, code, rule, severity }: Reported): string {
  const about = code && !message.includes(code) ? ` [${code}]` : ""
  return `${severity === "info" ? "information" : severity}: ${message}${about} (${rule.id})`
}

/** The names of fields that one log has and the other has not, a line a section; most come and go with their section. */
function onlyIn(fields: readonly FieldChange[], side: "before" | "after"): readonly string[] {
  const names = new Map<string, string[]>()
  for (const field of fields) {
    if (field.change !== "other" || (field.before && field.after) || !field[side]) continue
    names.set(field.section, [...(names.get(field.section) ?? []), quoted(field.name)])
  }
  return Array.from(names, ([section, all]) => `${section ? `${section}: ` : ""}${all.join(", ")}`)
}

function fieldText(change: FieldChange): string {
  const { name, section, before, after } = change
  const meaning = meaningOf(change)
  const where = section ? ` (${section})` : ""
  const values = !before
    ? `is new: ${quoted(after?.value ?? "")}`
    : after
      ? `${quoted(before.value)} → ${quoted(after.value)}`
      : `is gone; it was ${quoted(before.value)}`
  return `${quoted(name)}${where}: ${values}${meaning ? `. ${meaning}` : ""}`
}
