import type { Span } from "../text/span.ts"

/** A line of a log. Its text is a stranger's, and each printer shows it as such. */
export interface LogLine {
  /** Its number in the file, from 1. */
  readonly line: number
  /** Its characters without the blanks around them, and of a long line the beginning. */
  readonly text: string
}

/** The number of the line that an offset of a capture stands in, from 1. */
export type LineAt = (offset: number) => number

/** So many characters of a line are told; the rest is in the log. */
const LONGEST = 240

/** No line is looked through farther than this, so that a place costs the same in a log of any length. */
const FAR = 1000

/** The line in which a span of a capture begins. */
export function logLine(text: string, { start }: Span, lineAt: LineAt): LogLine {
  const before = text.slice(Math.max(0, start - FAR), start)
  const from = start - before.length + Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r")) + 1
  const rest = /^[^\r\n]*/.exec(text.slice(from, from + FAR))?.[0].trim() ?? ""
  return { line: lineAt(start), text: rest.length > LONGEST ? `${rest.slice(0, LONGEST)}…` : rest }
}
