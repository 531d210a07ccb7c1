import type { Span } from "../text/span.ts"

/** `2025-01-31 09:16:43.000 UTC`, as dsregcmd prints it, and the form of servers' messages: `2025-01-31T09:16:43Z`. */
const TIME = /\b\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d{1,7})?(?: UTC|Z)\b/g

/** A time in a text. */
export interface Moment {
  /** Milliseconds since 1970 (UTC). */
  readonly time: number
  /** The characters of it, with its zone. */
  readonly span: Span
}

/** The times in a text in their order; masked or impossible ones are left out. */
export function momentsIn(text: string): readonly Moment[] {
  const moments: Moment[] = []
  TIME.lastIndex = 0
  for (let match = TIME.exec(text); match; match = TIME.exec(text)) {
    const at = match.index
    const time = Date.UTC(
      number(text, at, 4),
      number(text, at + 5, 2) - 1,
      number(text, at + 8, 2),
      number(text, at + 11, 2),
      number(text, at + 14, 2),
      number(text, at + 17, 2),
    )
    if (!Number.isNaN(time)) moments.push({ time, span: { start: at, end: at + match[0].length } })
  }
  return moments
}

/** So many digits as a number. */
function number(text: string, at: number, digits: number): number {
  let value = 0
  for (let index = at; index < at + digits; index++) value = value * 10 + text.charCodeAt(index) - 48
  return value
}
