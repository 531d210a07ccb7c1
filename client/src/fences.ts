import { recognition } from "../../server/src/core/log/recognize.ts"

/** A fence of a Markdown text that holds a log. */
export interface LogFence {
  /** The line that opens it, and the one that closes it or is the last, from 0. */
  readonly first: number
  readonly last: number
  /** What stands in it, without what the list or the quote around it puts before each line. */
  readonly text: string
}

/** The first word behind the signs of a fence, as the grammar for the editor has it. */
export const LOG_LANGUAGE = /^dsreg(?:cmd)?(?![^:,{?])/i

/** What opens a fence, in a list or a quote too: what stands before it, its signs, and the first word behind them. */
const OPENING = /^([ \t>]*)(`{3,}(?=[^`]*$)|~{3,})[ \t]*(\S*)/

/** The fences of a text that are named for logs or hold one by their content. One that nobody closes goes to the end. */
export function logFences(lines: readonly string[]): readonly LogFence[] {
  const found: LogFence[] = []
  for (let first = 0; first < lines.length; first++) {
    const [, before = "", signs = "", language = ""] = OPENING.exec(lines[first] ?? "") ?? []
    if (signs === "") continue
    const isEnd = (line: string) => {
      const bare = line.replace(/^[ \t>]+/, "").trimEnd()
      return bare.length >= signs.length && bare === signs.charAt(0).repeat(bare.length)
    }
    let last = first + 1
    while (last < lines.length && !isEnd(lines[last] ?? "")) last++
    const text = lines
      .slice(first + 1, last)
      .map((line) => within(line, before))
      .join("\n")
    if (text.trim() !== "" && (LOG_LANGUAGE.test(language) || recognition(text) !== "no"))
      found.push({ first, last: Math.min(last, lines.length - 1), text })
    first = last
  }
  return found
}

/** A line of a fence: without the marks of the quote that the fence is in, else without its indentation. */
function within(line: string, before: string): string {
  if (before.includes(">")) return line.replace(/^[ \t]*(?:>[ \t]?)+/, "")
  const blanks = /^[ \t]*/.exec(line)?.[0].length ?? 0
  return line.slice(Math.min(blanks, before.length))
}
