/**
 * What stands before a line that was pasted: quote marks, the numbers of a list or of lines, bullets, bold, code marks,
 * HTML's blanks, the colors of a terminal, the quotation mark of a list in JSON. A bare number is one only before a tab,
 * or before dsregcmd's own indentation.
 */
const WRAPPER =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: PowerShell 7 colors the names of a list by escape sequences.
  /(?:[ \t\u00a0>]|&nbsp;|&#160;|&gt;|\u001b\[[\d;]{0,12}m)*(?:[-•·▪◦*][ \t\u00a0]{1,4}(?=[`*]{0,2}[A-Z][\w -]{2,40}[`*]{0,2} ?:))?(?:\d{1,5}(?:[.:)](?=[ \t\r\n]|$)| ?\|(?=[ \t])|(?=\t| {5,}[A-Za-z+|])))?(?:[ \t\u00a0]|&nbsp;|&#160;)*(?:"(?=[ \t]{2}|\+-|\| |[A-Z][\w -]{2,40} : ))?[`*]*[ \t]*/y

/** What the logs of Configuration Manager and Intune have behind a line, before its time. */
const LOG_END = "]LOG]!>"

const TAB = 9
const RETURN = 13
const BLANK = 32
const QUOTE = 34
const ASTERISK = 42
const COMMA = 44
const SEMICOLON = 59
const ANGLE = 62
const BACKTICK = 96
const NO_BREAK = 160

/** What is wrapped around a line at this place, before it. */
export function wrappingAt(text: string, start: number): string {
  WRAPPER.lastIndex = start
  WRAPPER.test(text)
  return text.slice(start, WRAPPER.lastIndex)
}

/** The end of a line without what is wrapped around it behind it. */
export function withoutTail(text: string, start: number, to: number, wrapping: string): number {
  let end = to
  if (text.charCodeAt(end - 1) === ANGLE && text.endsWith(LOG_END, end)) end -= LOG_END.length
  let mark = 0
  if (wrapping !== "") {
    mark = wrapping.includes("*") ? ASTERISK : wrapping.includes("`") ? BACKTICK : 0
    if (wrapping.includes('"')) end = withoutQuote(text, start, end)
  }
  while (end > start && isTrailing(text.charCodeAt(end - 1), mark)) end--
  if (end - start > 3 && text.charCodeAt(end - 1) === BACKTICK && text.startsWith("```", end - 3)) end -= 3
  while (end > start && text.charCodeAt(end - 1) === SEMICOLON && endsInEntity(text, start, end)) end -= 6
  return end
}

/** Blanks; asterisks and backticks only where the line began with some, for masked values end in them too. */
function isTrailing(character: number, mark: number): boolean {
  return (
    character === BLANK ||
    character === RETURN ||
    character === TAB ||
    character === NO_BREAK ||
    (mark !== 0 && character === mark)
  )
}

/** The end of a line of JSON's without `",`. */
function withoutQuote(text: string, start: number, end: number): number {
  let last = end
  while (last > start && (isTrailing(text.charCodeAt(last - 1), 0) || text.charCodeAt(last - 1) === COMMA)) last--
  return last > start && text.charCodeAt(last - 1) === QUOTE ? last - 1 : end
}

function endsInEntity(text: string, start: number, end: number): boolean {
  return end - start >= 6 && /&(?:nbsp|#160);$/.test(text.slice(end - 6, end))
}
