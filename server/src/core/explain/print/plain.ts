import type { Explanation } from "../explanation.ts"
import { english } from "../say.ts"
import { runsOf } from "../text.ts"
import { type Form, pageTitle } from "./form.ts"
import { printed, printedSteps } from "./printed.ts"

/** A document as plain text; `strong` is what a terminal does for words in bold. */
export function plain(explanation: Explanation, strong: (text: string) => string): string {
  return printed(explanation, plainForm(strong))
}

/** What to do as plain text, one line a step, not numbered. */
export function plainSteps(explanation: Explanation): readonly string[] {
  return printedSteps(explanation, plainForm())
}

/** What to do as text to copy, under one line that says what it is about; empty where nothing is to be done. */
export function plainResolution(explanation: Explanation): string {
  const form: Form = { ...plainForm(), text: fencedText }
  const steps = printedSteps(explanation, form)
  if (steps.length === 0) return ""
  return `${form.text(explanation.summary)}\n${steps.length === 1 ? steps[0] : form.numbered(steps)}\n`
}

/** A text for a terminal, in which a name on a screen stands in quotes. */
function bareText(marked: string): string {
  return runsOf(marked)
    .map(({ kind, text }) => (kind === "name" ? `"${text}"` : text))
    .join("")
}

/** The same with code between backticks, as people write it in a ticket, to see where a command ends. */
function fencedText(marked: string): string {
  return runsOf(marked)
    .map(({ kind, text }) => (kind === "name" ? `"${text}"` : kind === "code" ? `\`${text}\`` : text))
    .join("")
}

/** Plain text as a form. */
export function plainForm(strong = (text: string) => text): Form {
  return {
    say: english,
    text: bareText,
    strong: (marked) => strong(bareText(marked)),
    aside: bareText,
    link: (page, { before, behind }) => `${before}${pageTitle(page)}${behind}${page.url ? `\n  ${page.url}` : ""}`,
    numbered: (items) => items.map((item, index) => `${index + 1}. ${item}`).join("\n"),
    bulleted: (items) => items.map((item) => `- ${item}`).join("\n"),
    lines: (lines) => lines.join("\n"),
    paragraphs: (parts) => parts.join("\n\n"),
  }
}
