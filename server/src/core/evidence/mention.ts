import { canonicalCode } from "../knowledge/codeNumber.ts"
import { EXIT_WORDS } from "../knowledge/exitWords.ts"
import { codeMeanings } from "../knowledge/lookup.ts"
import type { Field } from "../log/log.ts"
import { type Span, touches } from "../text/span.ts"

/** A code as it stands in a log. */
export interface Mention {
  /** The characters of the code: `0x80072ee2` in `FAIL [0x801c0021/0x80072EE2]`. */
  readonly span: Span
  /** In the catalogue's spelling: `0x80072ee2`, `AADSTS50126`. */
  readonly code: string
}

/**
 * Hexadecimal numbers, negative HRESULTs in decimal, the codes that servers spell out, and those of the join and the
 * enrollment as the setup of Windows shows them, `80180014`, which no identifier ends or goes on with; also with the
 * letter O for a zero, as a program reads them from a picture.
 */
const CODE =
  /\b0x[0-9a-f]{1,8}\b|\b[0O]x[0-9a-fO]{8}\b|(?<![\w-])-\d{8,10}\b|\b(?:AADSTS[\dO]{4,8}|MSIS\d{3,5})\b|(?<![\w.-])80(?:18|1c)[0-9a-f]{4}(?![\w-])/gi

/** Zero is no error; `HTTP Error : 0x0` says that there was none. */
const NOTHING = "0x00000000"

/** A yes where a field says yes or no by a number: `resultCode: 0x1` of the join's pre-check is no error code. */
const YES = "0x00000001"

/** Server codes that are words; they count only as the whole value of the fields that hold them. */
const WORD = /^[A-Za-z][\w]{2,60}$/

/** The codes in a field's value, in their order: of `[0x801c0021/0x80072ee2]` the generic one first, the root last. */
export function mentionsIn(field: Field): readonly Mention[] {
  const { value, valueSpan } = field
  const spelling = field.entry?.codes
  const found = mentionsFrom(value, valueSpan.start).filter(({ code }) => !(spelling === "flag" && code === YES))
  if (found.length > 0 || !spelling) return found
  if (spelling === "words") return WORD.test(value) ? [{ span: valueSpan, code: value }] : []
  if (spelling === "unmarked") return unmarkedIn(field)
  if (spelling === "message") return spokenIn(field)
  const code = spelling === "decimal" && /^[2-4]\d{9}$/.test(value) ? canonicalCode(value) : undefined
  return code ? [{ span: valueSpan, code }] : []
}

/** `80090016` of `FAILED. ERROR:80090016`, or the decimal `1355` of `FAIL [1355]`. */
const UNMARKED = /(?:\berror: {0,3}|\[)(?:([\da-f]{8})\b|(?<=\[)([1-9]\d{0,4})\])/i

/** The one code of a value that says in words that it is one. */
function unmarkedIn({ value, valueSpan }: Field): readonly Mention[] {
  const [whole, hexadecimal, decimal = ""] = UNMARKED.exec(value) ?? []
  const code = canonicalCode(hexadecimal ? `0x${hexadecimal}` : decimal)
  if (!whole || !code || code === NOTHING) return []
  const end = valueSpan.start + value.indexOf(whole) + whole.replace(/\]$/, "").length
  return [{ span: { start: end - (hexadecimal ?? decimal).length, end }, code }]
}

/** The code whose message a value begins with. */
function spokenIn({ value, valueSpan }: Field): readonly Mention[] {
  const lower = value.slice(0, LONGEST_WORDS).toLowerCase()
  const [words, code] = EXIT_WORDS.find(([one]) => lower.startsWith(one)) ?? []
  return words && code ? [{ span: { start: valueSpan.start, end: valueSpan.start + words.length }, code }] : []
}

const LONGEST_WORDS = 100

/** The codes in a line that is no field, such as a sentence of an event. */
export function mentionsInText(text: string, line: Span): readonly Mention[] {
  return mentionsFrom(text.slice(line.start, line.end), line.start)
}

/** The codes in a text that begins at an offset. */
function mentionsFrom(text: string, start: number): Mention[] {
  const found: Mention[] = []
  CODE.lastIndex = 0
  for (let match = CODE.exec(text); match; match = CODE.exec(text)) {
    const isBare = match[0].startsWith("80")
    const code = canonicalCode(isBare ? `0x${match[0]}` : match[0].replace(/O/gi, "0"))
    // A number of a ticket can look like one.
    if (isBare && code && codeMeanings(code).length === 0) continue
    const at = start + match.index
    if (code && code !== NOTHING) found.push({ span: { start: at, end: at + match[0].length }, code })
  }
  return found
}

/** The code at an offset of such a line. */
export function mentionAt(text: string, line: Span, offset: number): Mention | undefined {
  return mentionsInText(text, line).find(({ span }) => touches(span, offset))
}
