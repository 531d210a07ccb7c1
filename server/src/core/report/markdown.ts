import type { Form } from "../explain/print/form.ts"
import { inline, markdownForm } from "../explain/print/markdown.ts"
import { printedSteps } from "../explain/print/printed.ts"
import { english, type Say } from "../explain/say.ts"
import { quoted } from "../explain/text.ts"
import { spelledOutInMarkdown } from "./abbreviations.ts"
import { type Content, partsOf, type Row } from "./parts.ts"
import type { LogLine } from "./place.ts"
import type { Report, Stage } from "./report.ts"
import type { Subject } from "./subject.ts"
import { lineWords, SIGNS, severityWord, sharingWords, stateWord, subjectWords, timesWords } from "./words.ts"

/**
 * A report as Markdown for a ticket. It has no table and no HTML, so that it can be read as plain text too, and all
 * that is of the log stands in code spans.
 */
export function markdownReport(report: Report, subject: Subject, say: Say = english): string {
  const form = markdownForm(undefined, say)
  const parts = [
    `# ${form.text(say("dsreg report: {0}", subjectWords(quoted(subject.file), subject, say)))}`,
    form.strong(report.verdict),
    ...(report.root?.why ?? []).map(form.text),
    ...partsOf(report, say).flatMap(({ title, contents }) => [
      `## ${form.text(title)}`,
      ...contents.map((content) => contentOf(content, form)),
    ]),
    form.text(sharingWords(say)),
  ]
  return spelledOutInMarkdown(`${form.paragraphs(parts)}\n`)
}

function contentOf(content: Content, form: Form): string {
  const { say } = form
  switch (content.kind) {
    case "text":
      return form.paragraphs(content.items.map(form.text))
    case "stages":
      return form.bulleted(alike(content.items).map((stage) => stageLine(stage, form)))
    case "steps":
      return form.numbered(printedSteps({ steps: content.items }, form))
    case "evidence":
      return form.bulleted(
        content.items.map((line) => `${where(line, say)}${line.message ? ` – ${form.text(line.message)}` : ""}`),
      )
    case "findings":
      return form.bulleted(
        content.items.map(({ severity, message, place }) => {
          const said = `${severityWord(severity, say)}: ${form.text(message)}`
          return place ? `${said}: ${where(place, say)}` : said
        }),
      )
    case "table":
      return form.bulleted(content.items.map((row) => rowLine(row, form)))
    case "list":
      return form.bulleted(content.items.map(form.text))
    case "pages":
      return form.bulleted(content.items.map((page) => form.link(page, { before: "", behind: "" })))
  }
}

/** A stage, or several in a row of which the same is said. */
interface Stages extends Omit<Stage, "name"> {
  readonly names: readonly string[]
}

function alike(stages: readonly Stage[]): readonly Stages[] {
  const told: (Stages & { names: string[] })[] = []
  for (const { name, ...stage } of stages) {
    const last = told.at(-1)
    if (last && last.state === stage.state && last.said === stage.said && last.place?.line === stage.place?.line)
      last.names.push(name)
    else told.push({ ...stage, names: [name] })
  }
  return told
}

function stageLine({ names, state, said, place }: Stages, { say, strong, text }: Form): string {
  const line = `${SIGNS[state]} ${strong(names.join(", "))}: ${stateWord(state, say)}. ${text(said)}`
  return place ? `${line}: ${where(place, say)}` : line
}

function rowLine({ term, told, place, times }: Row, { say, text }: Form): string {
  const said = "name" in told ? inline(quoted(told.name)) : text(told.text)
  return `${text(term)}: ${said} (${lineWords(place.line, say)}${timesWords(times, say)})`
}

function where({ line, text }: LogLine, say: Say): string {
  return `${lineWords(line, say)} ${inline(quoted(text))}`
}
