import type { Span } from "./span.ts"

/** What people put before a line when they paste it: quote marks, list numbers, bold. */
const WRAPPER = /[ \t\u00a0>]*(?:\d{1,5}\.(?=[ \t\r\n]|$))?[ \t\u00a0]*\**[ \t]*/y

/** Ends of lines that a line feed does not mark: HTML breaks (`YES<br/>`) and lone carriage returns. */
const ODD_BREAK = /<br[ \t]{0,8}\/?>|\r(?!\n)/i

/**
 * The lines of a text without their ends and without what pasting wrapped around them.
 *
 * `  6. **AzureAdJoined : YES**  ` yields the span of `AzureAdJoined : YES`. Blank lines are left out, and a
 * `<br/>` ends a line as a line feed does.
 */
export function* lines(text: string): Iterable<Span> {
  const odd = ODD_BREAK.test(text)
  let start = text.startsWith("\ufeff") ? 1 : 0
  while (start < text.length) {
    const lineFeed = text.indexOf("\n", start)
    const end = lineFeed < 0 ? text.length : lineFeed
    if (odd) {
      yield* pieces(text, start, end)
    } else {
      const line = unwrapped(text, start, end)
      if (line.start < line.end) yield line
    }
    start = end + 1
  }
}

function* pieces(text: string, start: number, end: number): Iterable<Span> {
  const breaks = new RegExp(ODD_BREAK, "gi")
  const line = text.slice(start, end)
  let from = 0
  for (const match of line.matchAll(breaks)) {
    const piece = unwrapped(text, start + from, start + match.index)
    if (piece.start < piece.end) yield piece
    from = match.index + match[0].length
  }
  const rest = unwrapped(text, start + from, end)
  if (rest.start < rest.end) yield rest
}

function unwrapped(text: string, start: number, end: number): Span {
  WRAPPER.lastIndex = start
  const wrapper = WRAPPER.exec(text)?.[0] ?? ""
  const from = Math.min(end, start + wrapper.length)
  const bold = wrapper.includes("*")
  let to = end
  while (to > from && isTrailing(text.charCodeAt(to - 1), bold)) to--
  return { start: from, end: to }
}

/** Blanks and a carriage return; asterisks only where the line began with some, for masked values end in them too. */
function isTrailing(character: number, bold: boolean): boolean {
  return character === 32 || character === 13 || character === 9 || character === 160 || (bold && character === 42)
}
