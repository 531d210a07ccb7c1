import { canonicalCode } from "../knowledge/codeNumber.ts"
import type { Field } from "../log/log.ts"
import { type Span, touches } from "../text/span.ts"

/** A code as it stands in a log. */
export interface Mention {
  /** The characters of the code: `0x80072ee2` in `FAIL [0x801c0021/0x80072EE2]`. */
  readonly span: Span
  /** In the catalogue's spelling: `0x80072ee2`, `AADSTS50126`. */
  readonly code: string
}

/** Hexadecimal numbers, negative HRESULTs in decimal, and the codes that servers spell out. */
const CODE = /\b0x[0-9a-f]{1,8}\b|(?<![\w-])-\d{8,10}\b|\b(?:AADSTS\d{4,8}|MSIS\d{3,5})\b/gi

/** Zero is no error; `HTTP Error : 0x0` says that there was none. */
const NOTHING = "0x00000000"

/** `resultCode: 0x1` of the join's pre-check is a yes or no, not an error code. */
function isFlag({ key }: Field, code: string): boolean {
  return key === "resultcode" && code === "0x00000001"
}

/** Server codes that are words; they count only as the whole value of the two fields that hold them. */
const WORD = /^[A-Za-z][\w]{2,60}$/

/** The codes in a field's value, in their order: of `[0x801c0021/0x80072ee2]` the generic one first, the root last. */
export function mentionsIn(field: Field): readonly Mention[] {
  const found: Mention[] = []
  for (const match of field.value.matchAll(CODE)) {
    const code = canonicalCode(match[0])
    if (!code || code === NOTHING || isFlag(field, code)) continue
    const start = field.valueSpan.start + match.index
    found.push({ span: { start, end: start + match[0].length }, code })
  }
  const decimal = found.length === 0 && field.key === "error" && /^[2-4]\d{9}$/.test(field.value)
  const raw = decimal ? canonicalCode(field.value) : undefined
  if (raw) found.push({ span: field.valueSpan, code: raw })
  if (found.length === 0 && /^server error ?code$/i.test(field.name) && WORD.test(field.value)) {
    found.push({ span: field.valueSpan, code: field.value })
  }
  return found
}

/** The codes in a line that is no field, such as a sentence of an event. */
export function mentionsInText(text: string, line: Span): readonly Mention[] {
  return Array.from(text.slice(line.start, line.end).matchAll(CODE)).flatMap((match) => {
    const start = line.start + match.index
    const code = canonicalCode(match[0])
    return code && code !== NOTHING ? [{ span: { start, end: start + match[0].length }, code }] : []
  })
}

/** The code at an offset of such a line. */
export function mentionAt(text: string, line: Span, offset: number): Mention | undefined {
  return mentionsInText(text, line).find(({ span }) => touches(span, offset))
}
