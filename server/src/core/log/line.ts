import type { SectionId } from "../knowledge/sectionId.ts"
import { type Span, textAt } from "../text/span.ts"
import { isFieldName, sectionId } from "./vocabulary.ts"

/** What one line of a log is. */
export type Line =
  | { readonly kind: "field"; readonly nameSpan: Span; readonly valueSpan: Span }
  | { readonly kind: "title"; readonly id: SectionId; readonly titleSpan: Span }
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
  /([A-Za-z](?:[\w./()-]|::(?=\w)|[ \t](?=[\w/(-])){0,60})\*{0,2}[ \t\u00a0]{0,100}:(?:[ \t]{0,4}:)?\*{0,2}(?:[ \t\u00a0]{1,200}|(?=[\r\n<]|$))/y

/** The hand-written form `AzureAdJoined = YES`, taken only where the name is one of dsregcmd's. */
const ASSIGNED = /([A-Za-z][\w-]{1,40})[ \t]{1,100}=[ \t]{1,100}/y

/** `+------+`, also without the corners. */
const RULE = /^[+|]?[-=_─━]{4,200}[+|]?$/

/** `| Device State          |`, the right edge may be cut. */
const BOX_TITLE = /^\|[ \t]{0,100}([^|\r\n]{1,80}?)[ \t]{0,100}\|?$/

/** `Device State` or `## Device State` where nothing is left of the box. */
const PLAIN_TITLE = /^#{0,6}[ \t]{0,4}([A-Za-z][A-Za-z0-9 ]{6,40}?)[ \t]{0,4}:?$/

/** A command line that runs dsregcmd, with or without a prompt before it: `PS C:\> dsregcmd /status`. */
const PROMPT =
  /^(?:[^\r\n]{0,200}?(?:[>$#]|&gt;)[ \t]{0,8})?(?:&[ \t]{0,4})?(?:[\w:.\\%]{0,80}\\)?dsregcmd(?:\.exe)?(?:[ \t]{1,8}\/[^\r\n]{0,200})?$/i

/** `Microsoft Windows [Version 10.0.19045.2604]`, in any language. */
const BANNER = /\[[^\]\d\r\n]{1,20} (\d{1,2}\.\d{1,2}\.\d{4,6}(?:\.\d{1,6})?)\]/

/** Says what a line is; `line` is a span as `lines` yields it. */
export function classify(text: string, line: Span): Line {
  const first = text.charCodeAt(line.start)
  if (isLetter(first)) {
    const field = fieldAt(text, line)
    if (field) return field
  }
  const content = textAt(text, line)
  if (RULE.test(content)) return { kind: "rule" }
  if (content.startsWith("```") || content.startsWith("~~~")) return { kind: "fence" }
  const title = titleIn(content, line)
  if (title) return title
  if (PROMPT.test(content)) return { kind: "prompt" }
  const build = BANNER.exec(content)?.[1]
  return build ? { kind: "banner", build } : { kind: "text" }
}

function fieldAt(text: string, line: Span): Line | undefined {
  FIELD.lastIndex = line.start
  let match = FIELD.exec(text)
  if (!match) {
    ASSIGNED.lastIndex = line.start
    match = ASSIGNED.exec(text)
    if (!match || !isFieldName(match[1] ?? "")) return undefined
  }
  const name = match[1] ?? ""
  const valueStart = Math.min(line.start + match[0].length, line.end)
  if (valueStart === line.end && sectionId(name)) return undefined
  return {
    kind: "field",
    nameSpan: { start: line.start, end: line.start + name.length },
    valueSpan: { start: valueStart, end: line.end },
  }
}

function titleIn(content: string, line: Span): Line | undefined {
  const boxed = BOX_TITLE.exec(content)?.[1]
  const title = boxed ?? PLAIN_TITLE.exec(content)?.[1]
  if (!title) return undefined
  const id = sectionId(title) ?? (boxed && /[a-z]/i.test(boxed) ? "other" : undefined)
  if (!id) return undefined
  const start = line.start + content.indexOf(title)
  return { kind: "title", id, titleSpan: { start, end: start + title.length } }
}

function isLetter(character: number): boolean {
  return (character >= 65 && character <= 90) || (character >= 97 && character <= 122)
}
