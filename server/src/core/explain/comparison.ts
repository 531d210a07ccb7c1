import { type Comparison, type Doubt, type FieldChange, varyingNames } from "../diagnosis/comparison.ts"
import type { Reported } from "../diagnosis/diagnose.ts"
import type { Change, Outcome } from "../diagnosis/standing.ts"
import { explainFinding } from "./finding.ts"
import { explainField } from "./kinds/field.ts"
import type { Form } from "./print/form.ts"
import { framed } from "./print/frame.ts"
import { markdownForm } from "./print/markdown.ts"
import { plainForm } from "./print/plain.ts"
import { printedSteps } from "./print/printed.ts"
import { english, type Say } from "./say.ts"
import { quoted } from "./text.ts"

/** A comparison as plain text; `strong` is what a terminal does for words in bold. */
export function comparisonText(comparison: Comparison, strong: (text: string) => string): string {
  return printedComparison(comparison, plainForm(strong))
}

/** The same as Markdown, for a ticket. Values of the logs stand in it as code, in which nothing is markup. */
export function comparisonMarkdown(comparison: Comparison, say: Say = english): string {
  return printedComparison(comparison, markdownForm(undefined, say))
}

const OUTCOMES: Readonly<Record<Outcome, (say: Say) => string>> = {
  better: (say) => say("It got better"),
  same: (say) => say("It stands as before"),
  worse: (say) => say("It got worse"),
}

/** What a comparison comes to, in a few words. */
export function outcomeText(outcome: Outcome, say: Say = english): string {
  return OUTCOMES[outcome](say)
}

/** Why a comparison may not be one, in a sentence. */
export function doubtText(doubt: Doubt, say: Say = english): string {
  return DOUBTS[doubt](say)
}

const DOUBTS: Readonly<Record<Doubt, (say: Say) => string>> = {
  "two-computers": (say) => say("The logs name two computers, so they may not be before and after of one."),
  "wrong-order": (say) => say("By their clocks the second log is older than the first one."),
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
      .map((field) => form.text(fieldText(field, form.say)))
  const { say } = form
  return form.paragraphs([
    form.strong(OUTCOMES[outcome](say)),
    form.lines([form.text(say("Before: {0}", before.verdict)), form.text(say("After: {0}", after.verdict))]),
    ...doubts.map((doubt) => form.aside(doubtText(doubt, say))),
    ...list(say("Findings that are gone"), findings(gone, form)),
    ...list(say("Findings that are new"), explained(come, form)),
    ...list(say("Findings that are still there"), findings(still, form)),
    ...toDo(comparison, form),
    ...list(say("Better"), fields("better")),
    ...list(say("Worse"), fields("worse")),
    ...list(say("Changed"), fields("other")),
    ...list(say("Only in the later log"), onlyIn(comparison.fields, "after").map(form.text)),
    ...list(say("Only in the earlier log"), onlyIn(comparison.fields, "before").map(form.text)),
    ...(comparison.fields.length === 0 ? [form.text(say("No field says anything else."))] : []),
    ...(varying.length > 0 ? [form.aside(say("Left out, as in every log another: {0}.", varying.join(", ")))] : []),
  ])
}

/** What is left to do about what the later log rests on. */
function toDo({ after }: Comparison, form: Form): readonly string[] {
  const steps = after.root ? printedSteps(explainFinding(after.root, after.evidence), form) : []
  return steps.length > 0 ? [form.strong(form.say("What to do now")), form.numbered(steps)] : []
}

function findings(list: readonly Reported[], form: Form): readonly string[] {
  return list.map(({ message, code, rule, severity }) => {
    const about = code && !message.includes(code) ? ` [${code}]` : ""
    const weight = framed(severity === "info" ? "information" : severity, form.say)
    return form.text(`${weight}: ${message}${about} (\`${rule.id}\`)`)
  })
}

/** The same with why each of them matters. */
function explained(list: readonly Reported[], form: Form): readonly string[] {
  return findings(list, form).map((text, index) => {
    const [why] = list[index] ? explainFinding(list[index]).why : []
    return why ? `${text}. ${form.text(why)}` : text
  })
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

/** `AzureAdJoined (Device State): NO → YES`, with what the value means now. */
function fieldText(change: FieldChange, say: Say): string {
  const { name, section, before, after } = change
  const meaning = meaningOf(change)
  const now = quoted(after?.value ?? "")
  const values = before ? `${quoted(before.value)} → ${now}` : say("new, {0}", now)
  return `${quoted(name)}${section ? ` (${section})` : ""}: ${values}${meaning ? `. ${meaning}` : ""}`
}
