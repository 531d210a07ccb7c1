import type { SectionId } from "../knowledge/sectionId.ts"
import type { LineCursor } from "../text/lines.ts"
import type { Span } from "../text/span.ts"
import type { FieldLine } from "./builder.ts"
import { isFieldName, knownName, nameAsPrinted, sectionId } from "./names.ts"

/** What a line is that is no field; offsets into the text. */
export type Line =
  | { readonly kind: "title"; readonly id: SectionId; readonly title: Span }
  | { readonly kind: "rule" }
  | { readonly kind: "prompt" }
  | { readonly kind: "banner"; readonly build: string }
  | { readonly kind: "fence" }
  | { readonly kind: "text" }

/**
 * `Name : value`, `Name: value`, `Name: : value`. The colon needs a blank, a further colon or the line's end behind
 * it, so that `https://…` and `C:\` are no fields. All repetitions are bounded: no line can make this slow.
 */
const FIELD =
  /([A-Za-z](?:[\w./()-]|::(?=\w)|(?:[ \t]|&nbsp;|&#160;)(?=[\w/(-])){0,60})\*{0,2}(?:[ \t\u00a0]|&nbsp;|&#160;){0,100}:(?:[ \t]{0,4}:)?\*{0,2}(?:(?:[ \t\u00a0]|&nbsp;|&#160;){1,200}|(?=[\r\n<]|$))/y

/** The hand-written form `AzureAdJoined = YES`, taken only where the name is one of dsregcmd's. */
const ASSIGNED = /([A-Za-z][\w-]{1,40})[ \t]{1,100}=[ \t]{1,100}/y

/** `+------+`, also without the corners. */
const RULE = /[+|]?[-=_─━]{4,200}[+|]?/y

/** `| Device State          |`, the right edge may be cut. */
const BOX_TITLE =
  /^\|(?:[ \t]|&nbsp;|&#160;){0,100}((?:(?!&nbsp;|&#160;)[^|\r\n]|(?:&nbsp;|&#160;)(?=[A-Za-z0-9])){1,80}?)(?:[ \t]|&nbsp;|&#160;){0,100}\|?$/

/** `Device State` or `## Device State` where nothing is left of the box. */
const PLAIN_TITLE = /^#{0,6}[ \t]{0,4}([A-Za-z][A-Za-z0-9 ]{6,40}?)[ \t]{0,4}:?$/

/** A command line that runs dsregcmd, with or without a prompt before it: `PS C:\> dsregcmd /status`. */
const PROMPT =
  /^(?:[^\r\n]{0,200}?(?:[>$#]|&gt;)[ \t]{0,8})?(?:&[ \t]{0,4})?(?:[\w:.\\%]{0,80}\\)?dsregcmd(?:\.exe)?(?:[ \t]{1,8}\/[^\r\n]{0,200})?$/i

/** `Microsoft Windows [Version 10.0.19045.2604]`, in any language. */
const BANNER = /\[[^\]\d\r\n]{1,20} (\d{1,2}\.\d{1,2}\.\d{4,6}(?:\.\d{1,6})?)\]/

/** Longer lines are no title, prompt or banner: they are not looked at as such. */
const LONGEST = 1000

/** The line under a cursor as a field; undefined for any other line. */
export function fieldLine(text: string, cursor: LineCursor): FieldLine | undefined {
  return isLetter(text.charCodeAt(cursor.start)) ? (ordinaryField(text, cursor) ?? anyField(text, cursor)) : undefined
}

/** Says what a line is that is no field. */
export function classify(text: string, { start, end }: LineCursor): Line {
  if (!isLetter(text.charCodeAt(start)) && isRule(text, start, end)) return RULED
  if (text.startsWith("```", start) || text.startsWith("~~~", start)) return FENCE
  if (end - start > LONGEST) return TEXT
  const content = text.slice(start, end)
  const title = titleIn(content, start)
  if (title) return title
  if (/dsregcmd/i.test(content) && PROMPT.test(content)) return PROMPTED
  const build = content.includes("[") ? BANNER.exec(content)?.[1] : undefined
  return build ? { kind: "banner", build } : TEXT
}

const RULED: Line = { kind: "rule" }
const FENCE: Line = { kind: "fence" }
const PROMPTED: Line = { kind: "prompt" }
const TEXT: Line = { kind: "text" }

/** Whether a line draws the edge of a box. */
function isRule(text: string, start: number, end: number): boolean {
  RULE.lastIndex = start
  return RULE.test(text) && RULE.lastIndex === end
}

const BLANK = 32
const TAB = 9
const COLON = 58

/** `AzureAdJoined : YES` with a name as the catalogue spells it: nearly every line, so without a regular expression. */
function ordinaryField(text: string, { start, end, colon }: LineCursor): FieldLine | undefined {
  if (colon >= end) return undefined
  let nameEnd = colon
  while (nameEnd > start && isBlank(text.charCodeAt(nameEnd - 1))) nameEnd--
  const known = nameEnd - start <= LONGEST_NAME ? nameAsPrinted(text.slice(start, nameEnd)) : undefined
  if (!known) return undefined
  let valueStart = colon + 1
  if (valueStart < end && !isBlank(text.charCodeAt(valueStart)) && text.charCodeAt(valueStart) !== COLON)
    return undefined
  while (valueStart < end && isBlank(text.charCodeAt(valueStart))) valueStart++
  // `Name: : value` is for `anyField`, and so is HTML's blank.
  if (valueStart < end && (text.charCodeAt(valueStart) === COLON || text.charCodeAt(valueStart) === 38))
    return undefined
  return { known, nameStart: start, nameEnd, valueStart, valueEnd: end }
}

/** No name of the catalogue is longer. */
const LONGEST_NAME = 62

function anyField(text: string, { start, end }: LineCursor): FieldLine | undefined {
  FIELD.lastIndex = start
  let match = FIELD.exec(text)
  if (!match) {
    ASSIGNED.lastIndex = start
    match = ASSIGNED.exec(text)
    if (!match || !isFieldName(match[1] ?? "")) return undefined
  }
  const name = match[1] ?? ""
  const valueStart = Math.min(start + match[0].length, end)
  if (start + name.length > end || (valueStart === end && sectionId(name))) return undefined
  return { known: knownName(name), nameStart: start, nameEnd: start + name.length, valueStart, valueEnd: end }
}

function isBlank(character: number): boolean {
  return character === BLANK || character === TAB
}

function titleIn(content: string, start: number): Line | undefined {
  const boxed = content.startsWith("|") ? BOX_TITLE.exec(content)?.[1] : undefined
  const title = boxed ?? PLAIN_TITLE.exec(content)?.[1]
  if (!title) return undefined
  const id = sectionId(title) ?? (boxed && /[a-z]/i.test(boxed) ? "other" : undefined)
  if (!id) return undefined
  const from = start + content.indexOf(title)
  return { kind: "title", id, title: { start: from, end: from + title.length } }
}

function isLetter(character: number): boolean {
  return (character >= 65 && character <= 90) || (character >= 97 && character <= 122)
}
