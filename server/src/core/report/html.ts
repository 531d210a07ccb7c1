import type { ExplainedStep } from "../explain/explanation.ts"
import type { Say } from "../explain/say.ts"
import { stepMarks } from "../explain/steps.ts"
import { spelledOutInHtml } from "./abbreviations.ts"
import type { Content, Part, Row, Stages } from "./content.ts"
import type { HeadLine } from "./head.ts"
import { escaped, foreign, marked, pageLink } from "./htmlText.ts"
import { partsOf } from "./parts.ts"
import type { LogLine } from "./place.ts"
import type { Report } from "./report.ts"
import type { Subject } from "./subject.ts"
import { lineWords, SIGNS, severityWord, stateWord, subjectWords, timesWords } from "./words.ts"

/** How a report shows the number of a line: as a word, or as a button where the log stands beside it. */
export type LinePrinter = (line: number, words: string) => string

/** How a report is written into its page. */
export interface HtmlOptions {
  /** Another one for each report of a page. */
  readonly id: string
  readonly say: Say
  readonly line?: LinePrinter
}

/** What the printers of the parts share. */
interface Writing {
  readonly id: string
  readonly say: Say
  /** The number of a line, in words or as a button. */
  readonly lineOf: (line: number) => string
}

/** The number of a line as a word, for a page that stands alone. */
const wordLine: LinePrinter = (_line, words) => `<span class="line">${escaped(words)}</span>`

/** The same as a button, for a page beside its log; what it does is up to the script of the page. */
export const buttonLine: LinePrinter = (line, words) =>
  `<button type="button" class="line" data-line="${line}">${escaped(words)}</button>`

/** One report as HTML. Nothing of the log is markup in it. */
export function htmlReport(report: Report, subject: Subject, { id, say, line = wordLine }: HtmlOptions): string {
  const lineOf = (number: number) => line(number, lineWords(number, say))
  return spelledOutInHtml(`<article aria-labelledby="${id}">
<header>
<h1 id="${id}">${escaped(subjectWords(subject.file, subject, say))}</h1>
<p class="verdict ${report.judged}">${catalogued(marked(report.headline), say)}</p>
</header>
${partsOf(report, say)
  .map((part) => section(part, { id: `${id}-${part.name}`, say, lineOf }))
  .join("")}</article>
`)
}

function section({ name, title, contents, isAside }: Part, writing: Writing): string {
  const { id } = writing
  const written = contents.map((content) => contentOf(content, writing)).join("\n")
  if (isAside) return `<details>\n<summary>${escaped(title)}</summary>\n${written}\n</details>\n`
  const hidden = name === "head" ? ' class="unseen"' : ""
  return `<section aria-labelledby="${id}">\n<h2 id="${id}"${hidden}>${escaped(title)}</h2>\n${written}\n</section>\n`
}

function contentOf(content: Content, writing: Writing): string {
  switch (content.kind) {
    case "text":
      return content.items.map((text) => `<p>${told(text, content, writing)}</p>`).join("\n")
    case "head":
      return head(content.items, writing)
    case "stages":
      return flow(content.items, writing)
    case "steps":
      return steps(content.items, writing)
    case "evidence":
      return evidence(
        content.items.map((line) => ({ line, said: line.message ? `<br>${marked(line.message)}` : "" })),
        ({ line, said }) => `${quote(line, writing)}${said}`,
      )
    case "findings":
      return evidence(
        content.items.map(({ place, ...finding }) => ({ line: place, finding })),
        ({ line, finding: { severity, message } }) => {
          const word = escaped(severityWord(severity, writing.say))
          const said = `<span class="${severity}">${word}:</span> ${catalogued(marked(message), writing.say)}`
          return line ? `${said}<br>${quote(line, writing)}` : said
        },
      )
    case "table":
      return table(content.heads, content.items, writing)
    case "list":
      return `<ul>\n${content.items.map((text) => `<li>${told(text, content, writing)}</li>`).join("\n")}\n</ul>`
    case "pages":
      return `<ul>\n${content.items.map((page) => `<li>${pageLink(page)}</li>`).join("\n")}\n</ul>`
  }
}

function head(lines: readonly HeadLine[], { say }: Writing): string {
  const items = lines.map(({ term, name, text }) => {
    const told = [...(name === undefined ? [] : [foreign(name, say)]), ...(text ? [marked(text)] : [])]
    return `<div><dt>${escaped(term)}</dt><dd>${told.join("; ")}</dd></div>`
  })
  return `<dl class="head">\n${items.join("\n")}\n</dl>`
}

function flow(stages: readonly Stages[], { say, lineOf }: Writing): string {
  const items = stages.map(({ names, state, said, place }) => {
    const at = place ? `<p class="place">${lineOf(place.line)} ${foreign(place.text, say)}</p>` : ""
    return `<li class="${state}"${dataLine(place?.line)}>
<h3>${escaped(names.join(", "))}</h3>
<p class="state"><span aria-hidden="true">${SIGNS[state]}</span> ${escaped(stateWord(state, say))}</p>
<p class="said">${catalogued(marked(said), say)}</p>${at}
</li>`
  })
  return `<ol class="flow">\n${items.join("\n")}\n</ol>`
}

function evidence<Item extends { readonly line: LogLine | undefined }>(
  items: readonly Item[],
  written: (item: Item) => string,
): string {
  const all = items.map((item) => `<li${dataLine(item.line?.line)}>${written(item)}</li>`)
  return `<ul class="evidence">\n${all.join("\n")}\n</ul>`
}

function steps(all: readonly ExplainedStep[], { id, say }: Writing): string {
  const marks = stepMarks(all, say)
  const items = all.map((step, index) => {
    const mark = marks[index]
    const said = [
      catalogued(marked(step.text), say),
      // Of the step, and not of what may follow from it.
      mark && `<span class="mark">${escaped(mark)}</span>`,
      step.proves && catalogued(marked(step.proves), say),
    ]
    return `<li><label for="${id}-${index + 1}"><input type="checkbox" id="${id}-${index + 1}"><span>${said.filter(Boolean).join(" ")}</span></label></li>`
  })
  return `<ol class="steps">\n${items.join("\n")}\n</ol>`
}

function table(heads: readonly string[], rows: readonly Row[], { say, lineOf }: Writing): string {
  const head = heads.map((word) => `<th scope="col">${escaped(word)}</th>`).join("")
  const body = rows.map(({ term, told, place, times }) => {
    const said = "name" in told ? foreign(told.name, say) : marked(told.text)
    const where = `${lineOf(place.line)}${escaped(timesWords(times, say))}`
    return `<tr${dataLine(place.line)}><td class="when">${marked(term)}</td><td>${said}</td><td>${where}</td></tr>`
  })
  return `<div class="table">\n<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join("\n")}\n</tbody>\n</table>\n</div>`
}

function quote({ line, text }: LogLine, { say, lineOf }: Writing): string {
  return `${lineOf(line)} ${foreign(text, say)}`
}

/** A sentence of a content that may be the catalogue's. */
function told(text: string, { isCatalogued }: { readonly isCatalogued?: true }, { say }: Writing): string {
  return isCatalogued ? catalogued(marked(text), say) : marked(text)
}

/** What the catalogue knows is English, on a page in any language. */
function catalogued(html: string, say: Say): string {
  return say("en") === "en" ? html : `<span lang="en">${html}</span>`
}

/** By this a page beside its log finds what belongs to the line of the cursor. */
function dataLine(line: number | undefined): string {
  return line === undefined ? "" : ` data-at="${line}"`
}
