import type { SectionId } from "../knowledge/sectionId.ts"
import type { LineCursor } from "../text/lines.ts"
import type { Span } from "../text/span.ts"
import { sectionId, titleAsPrinted } from "./names.ts"

/** What a line is that is no field; offsets into the text. */
export type Line =
  | { readonly kind: "title"; readonly id: SectionId; readonly title: Span }
  | { readonly kind: "rule" }
  | { readonly kind: "prompt" }
  | { readonly kind: "banner"; readonly build: string }
  | { readonly kind: "fence" }
  /** `<Event xmlns=…>`: an event as XML begins. */
  | { readonly kind: "xml-event" }
  | { readonly kind: "text" }

/** `+------+`, also without the corners. */
const RULE = /[+|]?[-=_─━–—]{4,200}[+|]?/y

/** `| Device State          |`, the right edge may be cut. */
const BOX_TITLE =
  /^\|(?:[ \t\u00a0]|&nbsp;|&#160;){0,100}((?:(?!&nbsp;|&#160;)[^|\r\n]|(?:&nbsp;|&#160;)(?=[A-Za-z0-9])){1,80}?)(?:[ \t\u00a0]|&nbsp;|&#160;){0,100}\|?$/

/** `Device State` or `## Device State` where nothing is left of the box. */
const PLAIN_TITLE = /^#{0,6}[ \t]{0,4}([A-Za-z][A-Za-z0-9 ]{6,40}?)[ \t]{0,4}:?$/

/** A command line that runs dsregcmd, with or without a prompt before it: `PS C:\> dsregcmd /status`. */
const PROMPT =
  /^(?:[^\r\n]{0,200}?(?:[>$#]|&gt;)[ \t]{0,8})?(?:&[ \t]{0,4})?(?:[\w:.\\%]{0,80}\\)?dsregcmd(?:\.exe)?(?:[ \t]{1,8}\/[^\r\n]{0,200})?$/i

/** `Microsoft Windows [Version 10.0.19045.2604]`, in any language. */
const BANNER = /\[[^\]\d\r\n]{1,20} (\d{1,2}\.\d{1,2}\.\d{4,6}(?:\.\d{1,6})?)\]/

/** Longer lines are no title, prompt or banner: they are not looked at as such. */
const LONGEST = 1000

/** Says what a line is that is no field. */
export function classify(text: string, { start, end }: LineCursor): Line {
  const first = text.charCodeAt(start)
  if (first === PLUS && end - start === EDGE.length && text.startsWith(EDGE, start)) return RULED
  if (first === ANGLE) {
    const tag = tagAt(text, start)
    if (tag) return tag
  }
  if (first === BAR) {
    // What is left of a box's edge where a narrow window cut it.
    if (end - start === 1) return FENCE
    const title = plainBox(text, start, end)
    if (title) return title
  }
  if (!isLetter(first) && isRule(text, start, end)) return RULED
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

const XML_EVENT: Line = { kind: "xml-event" }

/** A tag of an event in XML; those with a value are fields. */
const TAG =
  /<(?:\/(?:Events?|System|EventData|UserData|RenderingInfo|Provider|EventID|Version|Level|Task|Opcode|Keywords|TimeCreated|EventRecordID|Correlation|Execution|Channel|Computer|Security|Data|Message)>|(?:Events|System|EventData|UserData|RenderingInfo|Version|Opcode|EventRecordID|Correlation|Execution|Security|Data)[ />]|\?xml )/y

const PLUS = 43
const ANGLE = 60
const BAR = 124
const BLANK = 32

/** The edge of a box as dsregcmd draws it. */
const EDGE = `+${"-".repeat(70)}+`

/** `| Device State      |` as dsregcmd prints it, without a regular expression. */
function plainBox(text: string, start: number, end: number): Line | undefined {
  let from = start + 1
  let to = text.charCodeAt(end - 1) === BAR ? end - 1 : end
  while (from < to && text.charCodeAt(from) === BLANK) from++
  while (to > from && text.charCodeAt(to - 1) === BLANK) to--
  const id = titleAsPrinted(text.slice(from, to))
  return id && { kind: "title", id, title: { start: from, end: to } }
}

/** What a tag says that is no field: an event begins, or nothing. */
function tagAt(text: string, start: number): Line | undefined {
  if (text.startsWith("<Event ", start) || text.startsWith("<Event>", start)) return XML_EVENT
  TAG.lastIndex = start
  return TAG.test(text) ? FENCE : undefined
}

/** Whether a line draws the edge of a box. */
function isRule(text: string, start: number, end: number): boolean {
  RULE.lastIndex = start
  return RULE.test(text) && RULE.lastIndex === end
}

function titleIn(content: string, start: number): Line | undefined {
  const boxed = content.startsWith("|") ? BOX_TITLE.exec(content)?.[1] : undefined
  const title = boxed ?? PLAIN_TITLE.exec(content)?.[1]
  if (!title) return undefined
  // A title that nobody knows needs both edges of its box: a bar before each line is also how mail is quoted.
  const isBox = boxed !== undefined && content.endsWith("|") && /[a-z]/i.test(boxed)
  const id = sectionId(title) ?? (isBox ? "other" : undefined)
  if (!id) return undefined
  const from = start + content.indexOf(title)
  return { kind: "title", id, title: { start: from, end: from + title.length } }
}

function isLetter(character: number): boolean {
  return (character >= 65 && character <= 90) || (character >= 97 && character <= 122)
}
