import { type Explanation, type PageLink, upperFirst } from "../explanation.ts"
import { stepMarks } from "../steps.ts"
import type { Form } from "./form.ts"
import { framed } from "./frame.ts"

/** A whole document in one form, as every reader gets it. */
export function printed(explanation: Explanation, form: Form): string {
  return form.paragraphs([headline(explanation, form), ...body(explanation, form)])
}

/** The same without its heading, where that stands already. */
export function printedBody(explanation: Explanation, form: Form): string {
  return form.paragraphs(body(explanation, form))
}

/**
 * The same for somebody in a hurry: what it is here, why, what to do, and only then what else is known. Its
 * sources stand elsewhere.
 */
export function printedBrief(explanation: Explanation, form: Form): string {
  const { facts, said, here, expected, why, values, reasons, elsewhere, notes } = explanation
  const { say } = form
  const parts = [
    here ? form.text(say("Here: {0}", here)) : "",
    ...why.map(form.text),
    ...toDo(explanation, form),
    ...said.map(form.text),
    expected ? form.text(say("Expected: {0}", expected)) : "",
    here ? "" : form.bulleted(values.map(({ value, meaning }) => form.text(`\`${value}\`: ${meaning}`))),
    form.bulleted(reasons.map(form.text)),
    elsewhere ? form.link(elsewhere, around(say("{0} may name it."))) : "",
    facts.map(form.text).join(" · "),
    ...notes.map((note) => form.aside(framed(note, say))),
  ]
  return form.paragraphs(parts.filter((part) => part !== ""))
}

/** The heading of a document in one line, for somebody in a hurry: what symbols mean, and only then the symbols. */
export function printedHead(explanation: Explanation, form: Form): string {
  const { meaning, names, tags } = explanation
  if (meaning === undefined) return headline(explanation, form)
  const others = tagsOf({ ...explanation, tags: tags.filter((tag) => tag !== meaning) }, form)
  return [form.strong(upperFirst(meaning)), form.text(names.join(" / ")), ...others].join(" · ")
}

/** The first pages to read on, in one line. */
export function printedSources(sources: readonly PageLink[], form: Form): string {
  const links = sources.slice(0, FEW).map((source) => form.link(source, { before: "", behind: dated(source) }))
  return links.length > 0 ? `${form.say("Source")}: ${links.join(" · ")}` : ""
}

/** So many sources stand where room is short. */
const FEW = 2

/** The words behind a heading: tags, and how sure it is where that is not a matter of course. */
export function tagsOf({ tags, confidence }: Explanation, form: Form): readonly string[] {
  const words = confidence === "reported" || confidence === "inferred" ? [...tags, confidence] : tags
  return words.map((word) => form.text(framed(word, form.say)))
}

/** What to do, one line a step. */
export function printedSteps({ steps }: Pick<Explanation, "steps">, form: Form): readonly string[] {
  const marks = stepMarks(steps, form.say)
  return steps.map((step, index) => {
    const mark = marks[index]
    // Who does it and what it changes is said of the step, and not of what may follow from it.
    return [form.text(step.text), mark && form.aside(`(${mark})`), step.proves && form.text(step.proves)]
      .filter(Boolean)
      .join(" ")
  })
}

function headline(explanation: Explanation, form: Form): string {
  return [form.strong(explanation.names.join(" / ")), ...tagsOf(explanation, form)].join(" · ")
}

function body(explanation: Explanation, form: Form): string[] {
  const { facts, said, here, expected, why, values, reasons, notes, sources, elsewhere } = explanation
  const { say } = form
  return [
    facts.map(form.text).join(" · "),
    ...said.map(form.text),
    ...(elsewhere ? [form.link(elsewhere, around(say("{0} may name it.")))] : []),
    here ? form.text(say("Here: {0}", here)) : "",
    expected ? form.text(say("Expected: {0}", expected)) : "",
    ...why.map(form.text),
    form.bulleted(values.map(({ value, meaning }) => form.text(`\`${value}\`: ${meaning}`))),
    form.bulleted(reasons.map(form.text)),
    ...toDo(explanation, form),
    ...notes.map((note) => form.aside(framed(note, say))),
    form.lines(sources.map((source) => form.link(source, { before: `${say("Source")}: `, behind: dated(source) }))),
  ].filter((part) => part !== "")
}

/** Steps need no heading of their own where they are all that the heading of the document promises. */
function toDo(explanation: Explanation, form: Form): readonly string[] {
  const [first, ...others] = printedSteps(explanation, form)
  if (first === undefined) return []
  const heading = form.strong(form.say("What to do"))
  const ending = (explanation.ending ?? []).map(form.text)
  if (others.length === 0) return [`${heading}: ${first}`, ...ending]
  const list = form.numbered([first, ...others])
  return [...(explanation.said.length > 0 || explanation.why.length > 0 ? [heading] : []), list, ...ending]
}

/** The words before and behind the place of a link. */
function around(sentence: string): { readonly before: string; readonly behind: string } {
  const [before = "", behind = ""] = sentence.split("{0}")
  return { before, behind }
}

function dated({ date }: PageLink): string {
  return date ? `, ${date}` : ""
}
