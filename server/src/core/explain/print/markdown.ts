import type { Explanation, PageLink } from "../explanation.ts"
import { english, type Say } from "../say.ts"
import { type Run, runsOf } from "../text.ts"
import { type Form, pageTitle } from "./form.ts"
import { printed, printedBrief, printedHead, printedSources } from "./printed.ts"

/** A piece of a text, and the address of the page that it names, if it names one. */
export interface Piece {
  readonly text: string
  readonly address?: string
}

/** Finds in a run of a text the names of what has a page. */
export type Linker = (run: Run) => readonly Piece[]

const unlinked: Linker = ({ text }) => [{ text }]

/** A document as Markdown, as a hover shows it. */
export function markdown(explanation: Explanation, say: Say = english): string {
  return printed(explanation, markdownForm(unlinked, say))
}

/** A document for somebody in a hurry: what to do before what it is. */
export function markdownBrief(explanation: Explanation, say: Say = english): string {
  const form = markdownForm(unlinked, say)
  return form.paragraphs(
    [printedHead(explanation, form), printedBrief(explanation, form)].filter((part) => part !== ""),
  )
}

/** The same for a place that has said already what it is about. */
export function markdownBriefBody(explanation: Explanation, say: Say = english): string {
  return printedBrief(explanation, markdownForm(unlinked, say))
}

/** The first sources of documents, in one line; empty where there is none. */
export function markdownSources(sources: readonly PageLink[], say: Say = english): string {
  return printedSources(sources, markdownForm(unlinked, say))
}

/** Markdown, in which names of pages become links where a linker finds them. */
export function markdownForm(link: Linker = unlinked, say: Say = english): Form {
  const text = (marked: string) => inline(marked, link)
  return {
    say,
    text,
    strong: (marked) => `**${text(marked)}**`,
    aside: (marked) => `_${text(marked)}_`,
    link: (page, { before, behind }) => {
      const title = escapedTitle(pageTitle(page))
      return `${escaped(before)}${page.url ? `[${title}](${page.url})` : title}${escaped(behind)}`
    },
    numbered: (items) => items.map((item, index) => `${index + 1}. ${item}`).join("\n"),
    bulleted: (items) => items.map((item) => `- ${item}`).join("\n"),
    lines: (lines) => lines.join("  \n"),
    paragraphs: (parts) => parts.join("\n\n"),
  }
}

/** A text with its marks as Markdown. */
export function inline(marked: string, link: Linker = unlinked): string {
  return runsOf(marked)
    .map((run) => {
      const pieces = link(run).map(({ text, address }) => {
        const shown = run.kind === "code" ? code(text) : escaped(text)
        return address ? `[${shown}](${address})` : shown
      })
      return run.kind === "name" ? `*${pieces.join("")}*` : pieces.join("")
    })
    .join("")
}

function code(text: string): string {
  const longest = Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length))
  const fence = "`".repeat(longest + 1)
  return longest > 0 ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`
}

/** What would be markup in plain text, and nothing else, so that the Markdown stays readable. */
const MARKUP = /\\(?=[!-/:-@[-`{-~])|[*`[\]]|(?<![A-Za-z0-9])_|<(?=[A-Za-z/!?])|&(?=#?\w+;)|~(?=~)|^[#>+-]/g

/** Plain text in which Markdown finds nothing to do, also between the underscores of a text aside. */
function escaped(text: string): string {
  return escapedTitle(text).replace(/(?<!\\)_(?![A-Za-z0-9])/g, "\\_")
}

/** The same for a title, which stands by itself, in which an underscore behind a word ends nothing. */
function escapedTitle(text: string): string {
  return text.replace(/\s+/g, (blanks) => (/[\r\n]/.test(blanks) ? " " : blanks)).replace(MARKUP, "\\$&")
}
