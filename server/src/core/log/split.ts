import { lines } from "../text/lines.ts"
import { textAt } from "../text/span.ts"
import { classify } from "./line.ts"

/**
 * Cuts a file into the texts of its captures; joined again they are the file.
 *
 * A capture begins at the file's start, at a prompt that runs dsregcmd, or where a section title comes a second
 * time: there with the rule above it, and with the banner that precedes a prompt.
 */
export function splitCaptures(text: string): string[] {
  const starts = captureStarts(text)
  return starts.map((start, index) => text.slice(start, starts[index + 1]))
}

/** The offset of each capture in the text; the first is 0. */
function captureStarts(text: string): number[] {
  const starts = [0]
  let titles = new Set<string>()
  let hasFields = false
  /** Where the next capture would begin if the lines since the last field turn out to be its head. */
  let head: number | undefined
  const begin = (at: number) => {
    // Lines that HTML joined into one stay together: a capture begins with a whole line.
    if (at <= (starts.at(-1) ?? 0)) return
    starts.push(at)
    titles = new Set()
    hasFields = false
  }
  for (const line of lines(text)) {
    const found = classify(text, line)
    if (found.kind === "field") {
      hasFields = true
      head = undefined
    } else if (found.kind === "rule" || found.kind === "banner") {
      head ??= lineStart(text, line.start)
    } else if (found.kind === "prompt") {
      if (hasFields || titles.size > 0) begin(head ?? lineStart(text, line.start))
      head = undefined
    } else if (found.kind === "title") {
      const title = textAt(text, found.titleSpan).toLowerCase()
      if (titles.has(title)) begin(head ?? lineStart(text, line.start))
      titles.add(title)
      head = undefined
    }
  }
  return starts
}

/** Where the line of an offset begins. */
function lineStart(text: string, offset: number): number {
  let at = offset
  while (at > 0 && text[at - 1] !== "\n" && text[at - 1] !== "\r") at--
  return at
}
