import type { Form } from "../explain/print/form.ts"
import { inline, markdownForm } from "../explain/print/markdown.ts"
import { printedSteps } from "../explain/print/printed.ts"
import { english, type Say } from "../explain/say.ts"
import { quoted } from "../explain/text.ts"
import { spelledOutInMarkdown } from "./abbreviations.ts"
import type { Content, Row, Stages } from "./content.ts"
import type { HeadLine } from "./head.ts"
import { partsOf } from "./parts.ts"
import type { LogLine } from "./place.ts"
import type { Report } from "./report.ts"
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
    form.strong(report.headline),
    ...partsOf(report, say).flatMap(({ name, title, contents, isAside }) =>
      isAside
        ? []
        : [
            ...(name === "head" ? [] : [`## ${form.text(title)}`]),
            ...contents.map((content) => contentOf(content, form)),
          ],
    ),
    form.text(sharingWords(say)),
  ]
  return spelledOutInMarkdown(`${form.paragraphs(parts)}\n`)
}

function contentOf(content: Content, form: Form): string {
  const { say } = form
  switch (content.kind) {
    case "text":
      return form.paragraphs(content.items.map(form.text))
    case "head":
      return form.bulleted(content.items.map((line) => headLine(line, form)))
    case "stages":
      return form.bulleted(content.items.map((stage) => stageLine(stage, form)))
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

function headLine({ term, name, text }: HeadLine, form: Form): string {
  const told = [...(name === undefined ? [] : [inline(quoted(name))]), ...(text ? [form.text(text)] : [])]
  return `${form.strong(`${term}${/[?？]$/.test(term) ? "" : ":"}`)} ${told.join("; ")}`
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
