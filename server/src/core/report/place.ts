import type { Capture, Field } from "../log/log.ts"
import type { Span } from "../text/span.ts"
import { withoutTail, wrappingAt } from "../text/wrapping.ts"

/** A line of a log. Its text is a stranger's, and each printer shows it as such. */
export interface LogLine {
  /** Its number in the file, from 1. */
  readonly line: number
  /** What it says: a field as `Name : value`, another line without what is around it, and of a long one the beginning. */
  readonly text: string
}

/** The number of the line that an offset of a capture stands in, from 1. */
export type LineAt = (offset: number) => number

/** So many characters of a line are told; the rest is in the log. */
const LONGEST = 240

/** No line is looked through farther than this, so that a place costs the same in a log of any length. */
const FAR = 1000

/** The line in which a span of a capture begins, whatever a table, a list or a paste put around it. */
export function logLine(capture: Capture, { start }: Span, lineAt: LineAt): LogLine {
  const field = fieldAround(capture, start)
  const text = field
    ? flat(`${field.name.slice(0, FAR)} : ${field.value.slice(0, FAR)}`)
    : bareLine(capture.text, start)
  return { line: lineAt(start), text: text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text }
}

/** A value in one line, however many it runs over. */
function flat(text: string): string {
  return text.replace(/\s+/g, " ").trim()
}

function bareLine(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - FAR), start)
  const from = start - before.length + Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r")) + 1
  const line = /^[^\r\n]*/.exec(text.slice(from, from + FAR))?.[0] ?? ""
  const wrapping = wrappingAt(line, 0)
  const told = line.slice(wrapping.length, withoutTail(line, wrapping.length, line.length, wrapping))
  return told.length > 1 && told.startsWith("|") && told.endsWith("|") ? told.slice(1, -1).trim() : told.trim()
}

/** The field whose name or value is at an offset; found by halving, for a report asks for many places. */
function fieldAround({ fields }: Capture, offset: number): Field | undefined {
  let [from, to] = [0, fields.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((fields[middle]?.nameSpan.start ?? 0) <= offset) from = middle + 1
    else to = middle
  }
  const field = fields[from - 1]
  return field && offset <= field.valueSpan.end ? field : undefined
}
