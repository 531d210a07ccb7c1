import type { PageLink } from "../explain/explanation.ts"
import { pageTitle } from "../explain/print/form.ts"
import { stepMarks } from "../explain/steps.ts"
import { runsOf } from "../explain/text.ts"
import { printable } from "../text/printable.ts"
import { spelledOutInHtml } from "./abbreviations.ts"
import type { LogLine } from "./place.ts"
import type { Report } from "./report.ts"
import { STYLE } from "./style.ts"
import type { Subject } from "./subject.ts"
import {
  hasLocalTimes,
  identityWords,
  LOCAL_TIMES,
  NOTHING_TO_DO,
  SEVERITIES,
  SHARING,
  STATES,
  times,
} from "./words.ts"

/** How a report shows the number of a line: as a word, or as a button where the log stands beside it. */
export type LinePrinter = (line: number) => string

/** What a page may load and run, and how its lines are shown. */
export interface Shell {
  readonly title: string
  /** A content security policy that lets nothing in but what the page itself holds. */
  readonly policy: string
  /** Stands on the style, and on a script, where the policy asks for it. */
  readonly nonce?: string
  /** A script of ours; a saved page has none. */
  readonly script?: string
}

/** A saved page: no script at all, nothing from anywhere, and a style of its own. */
export const SAVED: Shell = {
  title: "dsreg report",
  policy: "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
}

/** The beginning of a page, up to its first report. */
export function htmlHead({ title, policy, nonce }: Shell): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
<style${nonced(nonce)}>${STYLE}</style>
</head>
<body>
<main>
`
}

/** The end of a page. */
export function htmlFoot({ nonce, script }: Pick<Shell, "nonce" | "script">): string {
  return `</main>
<footer><p>${escaped(SHARING)}</p></footer>
${script ? `<script${nonced(nonce)}>${script}</script>\n` : ""}</body>
</html>
`
}

/** The number of a line as a word, for a page that stands alone. */
function wordLine(line: number): string {
  return `<span class="line">line ${line}</span>`
}

/** The same as a button, for a page beside its log; what it does is up to the script of the page. */
export function buttonLine(line: number): string {
  return `<button type="button" class="line" data-line="${line}">line ${line}</button>`
}

/** One report as HTML. `id` is another one for each report of a page. Nothing of the log is markup in it. */
export function htmlReport(
  report: Report,
  { file, line }: Subject,
  id: string,
  lineOf: LinePrinter = wordLine,
): string {
  const { root, limit, findings, identities, unshown, stages, verdict } = report
  const cause = findings.find(({ isRoot }) => isRoot)
  const part = (name: string, title: string, content: string) =>
    content === ""
      ? ""
      : `<section aria-labelledby="${id}-${name}">\n<h2 id="${id}-${name}">${title}</h2>\n${content}\n</section>\n`
  return spelledOutInHtml(`<article aria-labelledby="${id}">
<header>
<h1 id="${id}">${escaped(file)}${line === undefined ? "" : `, log at line ${line}`}</h1>
<p class="verdict">${marked(verdict)}</p>
${(root?.why ?? []).map((why) => `<p>${marked(why)}</p>\n`).join("")}</header>
${[
  part("flow", "How far it got", flow(stages, lineOf)),
  part("steps", "What to do", root ? steps(root.steps, `${id}-step`) : limit ? "" : `<p>${NOTHING_TO_DO}</p>`),
  part("shows", "What shows it", cause ? evidence(cause.lines, lineOf) : ""),
  part("also", "Also found", alsoFound(findings, lineOf)),
  part("times", "Times", happenings(report, lineOf)),
  part("names", "Names and numbers", names(identities, lineOf)),
  part("unshown", "What the log does not show", list("", unshown.map(marked))),
  part("more", "To see more", limit ? steps(limit.steps, `${id}-more-step`) : ""),
  part("sources", "Sources", list("", (root?.sources ?? []).map(link))),
].join("")}</article>
`)
}

function flow(stages: Report["stages"], lineOf: LinePrinter): string {
  const items = stages.map(({ name, state, said, place }) => {
    const { word, sign } = STATES[state]
    const at = place ? `<p>${lineOf(place.line)} ${foreign(place.text)}</p>` : ""
    return `<li class="${state}"${dataLine(place?.line)}>
<h3>${name}</h3>
<p class="state"><span aria-hidden="true">${sign}</span> ${word}</p>
<p>${marked(said)}</p>${at}
</li>`
  })
  return `<ol class="flow">\n${items.join("\n")}\n</ol>`
}

function evidence(lines: Report["findings"][number]["lines"], lineOf: LinePrinter): string {
  return list(
    "evidence",
    lines.map((place) => `${quote(place, lineOf)}${place.message ? `<br>${marked(place.message)}` : ""}`),
    lines.map(({ line }) => line),
  )
}

function alsoFound(findings: Report["findings"], lineOf: LinePrinter): string {
  const others = findings.filter(({ isRoot }) => !isRoot)
  return list(
    "evidence",
    others.map(({ severity, message, lines: [first] }) => {
      const said = `<span class="${severity}">${SEVERITIES[severity]}:</span> ${marked(message)}`
      return first ? `${said}<br>${quote(first, lineOf)}` : said
    }),
    others.map(({ lines: [first] }) => first?.line),
  )
}

function names(identities: Report["identities"], lineOf: LinePrinter): string {
  const rows = identities.map((one) => ({
    line: one.place.line,
    cells: [marked(identityWords(one)), foreign(one.name), `${lineOf(one.place.line)}${times(one)}`],
  }))
  return table(["What", "Name or number", "Where"], rows)
}

function steps(all: NonNullable<Report["root"]>["steps"], id: string): string {
  const marks = stepMarks(all)
  const items = all.map((step, index) => {
    const mark = marks[index]
    const proof = step.proves ? ` ${marked(step.proves)}` : ""
    return `<li><label for="${id}-${index + 1}"><input type="checkbox" id="${id}-${index + 1}"><span>${marked(step.text)}${proof}${mark ? ` <span class="mark">${escaped(mark)}</span>` : ""}</span></label></li>`
  })
  return items.length > 0 ? `<ol class="steps">\n${items.join("\n")}\n</ol>` : ""
}

function happenings(report: Report, lineOf: LinePrinter): string {
  const rows = report.timeline.map(({ at, isUtc, what, place }) => ({
    line: place.line,
    cells: [`${at}${isUtc ? " UTC" : ""}`, marked(what), lineOf(place.line)],
  }))
  return `${table(["When", "What", "Where"], rows)}${hasLocalTimes(report) ? `<p class="muted">${LOCAL_TIMES}</p>` : ""}`
}

interface Row {
  readonly line: number
  readonly cells: readonly string[]
}

function table(heads: readonly string[], rows: readonly Row[]): string {
  if (rows.length === 0) return ""
  const head = heads.map((word) => `<th scope="col">${word}</th>`).join("")
  const body = rows.map(
    ({ line, cells }) =>
      `<tr${dataLine(line)}>${cells.map((cell, index) => `<td${index === 0 ? ' class="when"' : ""}>${cell}</td>`).join("")}</tr>`,
  )
  return `<div class="table">\n<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join("\n")}\n</tbody>\n</table>\n</div>`
}

function list(name: string, items: readonly string[], lines: readonly (number | undefined)[] = []): string {
  if (items.length === 0) return ""
  const all = items.map((item, index) => `<li${dataLine(lines[index])}>${item}</li>`)
  return `<ul${name ? ` class="${name}"` : ""}>\n${all.join("\n")}\n</ul>`
}

function quote(place: LogLine, lineOf: LinePrinter): string {
  return `${lineOf(place.line)} ${foreign(place.text)}`
}

/** By this a page beside its log finds what belongs to the line of the cursor. */
function dataLine(line: number | undefined): string {
  return line === undefined ? "" : ` data-at="${line}"`
}

/** A page of the catalogue; no other address ever becomes a link. */
function link(page: PageLink): string {
  const title = escaped(pageTitle(page))
  return page.url ? `<a href="${escaped(page.url)}" rel="noreferrer noopener">${title}</a>` : title
}

/** A sentence of ours with its marks. */
function marked(text: string): string {
  return runsOf(text)
    .map(({ kind, text }) => {
      const plain = escaped(text)
      return kind === "code" ? `<code>${plain}</code>` : kind === "name" ? `<em>${plain}</em>` : plain
    })
    .join("")
}

/** A piece of the log: text, as it is, isolated from the direction of what stands around it. */
function foreign(text: string): string {
  return text === "" ? `<span class="muted">(empty)</span>` : `<code dir="auto" translate="no">${escaped(text)}</code>`
}

function nonced(nonce: string | undefined): string {
  return nonce === undefined ? "" : ` nonce="${escaped(nonce)}"`
}

/** A text in which HTML finds no markup, and no character that hides or turns others. */
function escaped(text: string): string {
  return printable(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
