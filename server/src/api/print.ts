import type { Explanation } from "../core/explain/explanation.ts"
import { markdown as markdownPage } from "../core/explain/print/markdown.ts"
import { plain } from "../core/explain/print/plain.ts"
import { english } from "../core/explain/say.ts"
import { htmlReport } from "../core/report/html.ts"
import { htmlFoot, htmlHead, SAVED } from "../core/report/htmlPage.ts"
import { markdownReport } from "../core/report/markdown.ts"
import type { Subject } from "../core/report/subject.ts"
import { textReport } from "../core/report/text.ts"
import type { Reading } from "./read.ts"

/** How a log is called in print where nobody says it. */
const UNNAMED: Subject = { file: "log" }

/** As plain text: a reading with its verdict, findings and steps; a document whole. */
export function text(value: Reading | Explanation, subject: Subject = UNNAMED): string {
  if ("verdict" in value) return textReport(value, value.steps, subject)
  return `${plain(value, (strong) => strong)}\n`
}

/** As Markdown: a reading as its report for a ticket, a document whole. What is of the log stands in code spans. */
export function markdown(value: Reading | Explanation, subject: Subject = UNNAMED): string {
  return "verdict" in value ? markdownReport(value.report, subject) : `${markdownPage(value)}\n`
}

/** The reports of logs as one HTML page that needs nothing but itself, runs nothing and loads nothing. */
export function html(readings: readonly Reading[], subject: Pick<Subject, "file"> = UNNAMED): string {
  const { file } = subject
  const reports = readings.map(({ report, line }, index) =>
    htmlReport(report, readings.length > 1 ? { file, line } : { file }, { id: `report-${index + 1}`, say: english }),
  )
  return `${htmlHead(SAVED)}${reports.join("")}${htmlFoot(SAVED)}`
}
