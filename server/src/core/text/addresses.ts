import { printable } from "./printable.ts"
import type { Span } from "./span.ts"

/** What an editor takes for the beginning of an address, wherever it stands. */
const SCHEME = /(?:https?|file):\/\//gi

/** Characters that end an address. Closing brackets, quotes and blanks are not among them: they depend on what is before. */
const ENDING = /[\t\r\n<>|、。｡､，．：；‘〈「『〔（［｛｢｣｝］）〕』」〉’｀～…]/

const CLOSING: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" }
const QUOTES: readonly string[] = ["'", '"', "`"]

/** Punctuation that belongs to the sentence around an address, not to the address. */
const TRAILING: readonly string[] = [".", ",", ";", ":"]

/**
 * The addresses in a text as VS Code finds them by itself, so that a link of ours replaces each of its own. It drops
 * its link where ours covers a single character of it; that both are of the same length is for the eye.
 */
export function addressesIn(text: string): readonly Span[] {
  const found: Span[] = []
  let from = 0
  for (const match of text.matchAll(SCHEME)) {
    if (match.index < from) continue
    const body = match.index + match[0].length
    const end = endOf(text, match.index, body)
    from = end
    if (end > body) found.push({ start: match.index, end: trimmed(text, match.index, end) })
  }
  return found
}

/**
 * The target of a link that copies an address. It travels as JSON in the query of a command. How often a client
 * decodes that is its own affair: a percent sign of the address is written as a JSON escape, so that once and twice
 * come to the same.
 */
export function copyTarget(address: string): string {
  const json = JSON.stringify([printable(address)]).replaceAll("%", "\\u0025")
  return `command:dsreg.copy?${encodeURIComponent(json)}`
}

function endOf(text: string, start: number, body: number): number {
  const before = text.charAt(start - 1)
  // Behind the slashes even a bracket, an asterisk or a backtick begins a name.
  const first = text.charAt(body)
  if (first === "" || /[ '"]/.test(first) || ENDING.test(first)) return body
  const seen = new Set(first)
  let inSquare = false
  let at = body + 1
  for (; at < text.length; at++) {
    const character = text.charAt(at)
    if (character === " " ? !inSquare : ends(character, before, seen)) break
    if (character === "[" || character === "]") inSquare = character === "["
    seen.add(character)
  }
  return at
}

function ends(character: string, before: string, seen: ReadonlySet<string>): boolean {
  const opening = CLOSING[character]
  if (opening) return !seen.has(opening)
  if (QUOTES.includes(character)) return character === before || !QUOTES.includes(before)
  return character === "*" ? before === "*" : ENDING.test(character)
}

function trimmed(text: string, start: number, end: number): number {
  let last = end
  while (last - 1 > start && TRAILING.includes(text.charAt(last - 1))) last--
  return CLOSING[text.charAt(last - 1)] === text.charAt(start - 1) ? last - 1 : last
}
