import type { LineCursor } from "../text/lines.ts"
import { trimmedEnd } from "../text/trimmedEnd.ts"
import type { FieldLine } from "./fieldTable.ts"
import { isFieldName, type KnownName, knownName, nameAsPrinted, sectionId } from "./names.ts"

/**
 * `Name : value`, `Name: value`, `Name: : value`. The colon needs a blank, a further colon or the line's end behind
 * it, so that `https://…` and `C:\` are no fields. All repetitions are bounded: no line can make this slow.
 */
const FIELD =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: PowerShell 7 ends the color of a name by an escape sequence.
  /([A-Za-z](?:[\w./()-]|::(?=\w)|(?:[ \t]|&nbsp;|&#160;)(?=[\w/(-])){0,60})\*{0,2}(?:[ \t\u00a0]|&nbsp;|&#160;){0,100}:(?:[ \t]{0,4}:)?\*{0,2}(?:(?:[ \t\u00a0]|&nbsp;|&#160;|\u001b\[[\d;]{0,12}m){1,200}|(?=[\r\n<]|$))/y

/**
 * What else stands between a name and its value: `AzureAdJoined = YES` of a hand, `AzureAdJoined ; YES` as a picture is
 * read by a program, `AzureAdJoined;YES` of exported columns, `AzureAdJoined:YES` of a hand that typed it, the blanks of
 * printed ones, the wide colon of an Eastern keyboard. Taken only where the name is one of dsregcmd's.
 */
const ASSIGNED =
  /([A-Za-z][\w-]{1,40}(?: [\w-]{1,40}){0,3})(?:[ \t]{0,100}(?:[=;|：]|->|→)[ \t]{0,100}|:(?=[\w{])|[ \t]{2,100}|\t|(?= (?:YES|NO)$) )/my

/** `| AzureAdJoined | YES |` and `<td>AzureAdJoined</td><td>YES</td>`: a row of a table that somebody made of a log. */
const CELLS =
  /(?:\||<t[dh](?: [^<>\r\n]{0,200})?>)[ \t]{0,80}[`*]{0,2}([A-Za-z][\w-]{1,40}(?: [\w-]{1,40}){0,3})[`*]{0,2}[ \t]{0,80}(?:\||<\/t[dh]>[ \t]{0,20}<t[dh](?: [^<>\r\n]{0,200})?>)[ \t]{0,80}[`*]{0,2}([^|<\r\n]{0,2000})/y

/** `| AzureAdJoined : YES |` and `<td>AzureAdJoined : YES</td>`: a line of the log in a cell of its own. */
const CELL =
  /(?:\||<t[dh](?: [^<>\r\n]{0,200})?>)(?:[ \t]|&nbsp;){0,80}([A-Za-z][\w-]{1,40}(?: [\w-]{1,40}){0,3})[ \t]{0,80}:[ \t]{1,80}([^|<\r\n]{0,2000})/y

/** A sentence in the place of a value: the table explains the fields, as the next name does in its heading. */
const PROSE = /^[A-Za-z][a-z']{0,30},? [a-z]/

/** `"Id": 1098,` and `"AzureAdJoined","YES"`: a heading of an event or a field, as JSON has it, or exported columns. */
const PROPERTY = /["']([A-Za-z][\w -]{1,40})["'][ ]{0,4}([:,;])[ ]{0,8}["']?/y

/** `<Data Name="ExitCode">`: a value of an event in XML, with its name. */
const DATA = /<Data Name=["']([\w .-]{1,60})["'][ ]?>/y

const DATA_NAME = `<Data Name="`.length

/** `<EventID Qualifiers="0">`: a heading of an event in XML with its value behind it. */
const ELEMENT = /<(EventID|Level|Task|Keywords|Channel|Computer|Message)(?: [^<>\r\n]{0,200})?>/y

/** `<TimeCreated SystemTime="2026-06-10T06:01:00Z"/>`: a heading of an event in XML with its value in it. */
const ATTRIBUTE =
  /<(Provider|TimeCreated|Correlation|Security)(?: (?:Name|SystemTime|ActivityID|UserID)=["']([^"'<>\r\n]{0,200})["'])/y

/** `<S N="AzureAdJoined">YES</S>` and `<AzureAdJoined>YES</AzureAdJoined>`: a field as a script puts it into XML. */
const TAGGED = /<(?:\w{1,5} N=")?([A-Za-z]\w{1,40})"?>([^<\r\n]{0,2000})<\//y

/** `EventID 304`, `[ SystemTime]  2026-06-10T06:01:00Z`: a name and its value in the details that Event Viewer shows. */
const DETAIL = /(?:\[ ?)?([A-Za-z]\w{1,40})\]?[ \t]{1,20}(?=\S)/y

/** No name of the catalogue is longer. */
const LONGEST_NAME = 62

/** What a program puts behind the value of a property. */
const BEHIND_VALUE = "\"',}] "

const TAB = 9
const BLANK = 32
const QUOTE = 34
const AMPERSAND = 38
const APOSTROPHE = 39
const COLON = 58
const ANGLE = 60
const ESCAPE = 27
const BAR = 124
const NO_BREAK = 160

/** `À` and whatever comes behind it: headings of events are in the language of Windows. */
const FIRST_FOREIGN_LETTER = 192

/** Finds the parts of a field in the lines of a text. It is one object that says what it found last, for every line. */
export class FieldFinder implements FieldLine {
  known: KnownName | undefined
  nameStart = 0
  nameEnd = 0
  valueStart = 0
  valueEnd = 0
  isElement = false
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  /** Whether the line under a cursor is a field. */
  find(cursor: LineCursor): boolean {
    const first = this.#text.charCodeAt(cursor.start)
    this.isElement = first === ANGLE
    if (first === ANGLE) return this.#isXml(cursor) || this.#isRow(cursor) || this.#isTagged(cursor)
    if (first === BAR) return !this.#isBox(cursor) && this.#isRow(cursor)
    if (first === QUOTE || first === APOSTROPHE) return this.#isProperty(cursor)
    if (!isLetter(first) && first < FIRST_FOREIGN_LETTER) return false
    this.nameStart = cursor.start
    this.valueEnd = cursor.end
    return this.#isOrdinary(cursor) || this.#isAny(cursor)
  }

  /** The same in the details of an event, where a name can stand before its value without a colon. */
  findInDetails(cursor: LineCursor): boolean {
    return this.find(cursor) || this.#isDetail(cursor)
  }

  /** `AzureAdJoined : YES` with a name as the catalogue spells it: nearly every line, so without a regular expression. */
  #isOrdinary({ start, end, colon }: LineCursor): boolean {
    const text = this.#text
    if (colon >= end) return false
    let nameEnd = colon
    while (nameEnd > start && isBlank(text.charCodeAt(nameEnd - 1))) nameEnd--
    if (nameEnd - start > LONGEST_NAME) return false
    let valueStart = colon + 1
    while (valueStart < end && isBlank(text.charCodeAt(valueStart))) valueStart++
    // `Name: : value` is for the other form, and so are HTML's blank and a terminal's color.
    const first = valueStart < end ? text.charCodeAt(valueStart) : BLANK
    if (first === COLON || first === AMPERSAND || first === ESCAPE) return false
    const known = nameAsPrinted(text, start, nameEnd)
    this.known = known
    this.nameEnd = nameEnd
    this.valueStart = valueStart
    if (!known) return false
    // Only the headings of events are printed without a blank behind the colon: `Source:AAD`.
    return valueStart > colon + 1 || valueStart === end || known.heading !== undefined
  }

  #isXml({ start, end }: LineCursor): boolean {
    const text = this.#text
    for (const form of [DATA, ELEMENT, ATTRIBUTE]) {
      form.lastIndex = start
      const match = form.exec(text)
      if (!match || form.lastIndex > end) continue
      const [, name = "", value] = match
      this.known = knownName(name)
      this.nameStart = start + (form === DATA ? DATA_NAME : 1)
      this.nameEnd = this.nameStart + name.length
      this.valueStart = value === undefined ? form.lastIndex : form.lastIndex - value.length - 1
      this.valueEnd = value === undefined ? end : form.lastIndex - 1
      return true
    }
    return false
  }

  /** `| Device State |`, as nearly every line is that begins with a bar: told from a row of a table without an expression. */
  #isBox({ start, end, colon }: LineCursor): boolean {
    return colon >= end && this.#text.indexOf("|", start + 1) === end - 1
  }

  #isRow(cursor: LineCursor): boolean {
    return this.#isCells(CELLS, cursor) || this.#isCells(CELL, cursor)
  }

  #isCells(form: RegExp, { start, end }: LineCursor): boolean {
    form.lastIndex = start
    const [whole = "", name = "", cell = ""] = form.exec(this.#text) ?? []
    if (whole === "" || start + whole.length > end || !isFieldName(name)) return false
    if (PROSE.test(cell) || isFieldName(cell.trim())) return false
    this.known = knownName(name)
    this.isElement = false
    this.nameStart = this.#text.indexOf(name, start)
    this.nameEnd = this.nameStart + name.length
    this.valueStart = start + whole.length - cell.length
    this.valueEnd = this.valueStart + trimmedEnd(cell, " \t`*").length
    return true
  }

  #isProperty({ start, end }: LineCursor): boolean {
    PROPERTY.lastIndex = start
    const [whole = "", name = "", sign = ""] = PROPERTY.exec(this.#text) ?? []
    const printed = nameAsPrinted(this.#text, start + 1, start + 1 + name.length)
    const known = printed?.heading && sign === ":" ? printed : knownName(name)
    if (!known || !(known.ofStatus || (known === printed && sign === ":")) || start + whole.length > end) return false
    if (sign !== ":" && this.#isNameAt(start + whole.length, end)) return false
    this.known = known
    this.isElement = false
    this.nameStart = start + 1
    this.nameEnd = this.nameStart + name.length
    this.valueStart = start + whole.length
    this.valueEnd = end
    while (this.valueEnd > this.valueStart && BEHIND_VALUE.includes(this.#text.charAt(this.valueEnd - 1)))
      this.valueEnd--
    return true
  }

  /** Whether a name stands where a value should: the line has the names of columns. */
  #isNameAt(start: number, end: number): boolean {
    const [name = ""] = this.#text.slice(start, Math.min(end, start + LONGEST_NAME)).split(/["',;\t]| {2}/, 1)
    return isFieldName(name)
  }

  #isTagged({ start, end }: LineCursor): boolean {
    TAGGED.lastIndex = start
    const [whole = "", name = "", value = ""] = TAGGED.exec(this.#text) ?? []
    if (whole === "" || start + whole.length > end || !isFieldName(name)) return false
    this.known = knownName(name)
    this.isElement = false
    this.nameStart = this.#text.indexOf(name, start)
    this.nameEnd = this.nameStart + name.length
    this.valueStart = start + whole.length - "</".length - value.length
    this.valueEnd = this.valueStart + value.length
    return true
  }

  #isDetail({ start, end }: LineCursor): boolean {
    DETAIL.lastIndex = start
    const name = DETAIL.exec(this.#text)?.[1] ?? ""
    if (name === "" || DETAIL.lastIndex >= end) return false
    const known = knownName(name)
    if (!known?.records.has("event")) return false
    this.known = known
    this.isElement = true
    this.nameStart = this.#text.indexOf(name, start)
    this.nameEnd = this.nameStart + name.length
    this.valueStart = DETAIL.lastIndex
    this.valueEnd = end
    return true
  }

  /** Whether behind a name and a bar stands no value, but the next column's name or what explains the field. */
  #isCell(name: string, start: number, end: number): boolean {
    const [value = ""] = this.#text.slice(start, end).split("|", 1)
    return name.includes("|") && (PROSE.test(value) || isFieldName(value.trim()))
  }

  #isAny({ start, end }: LineCursor): boolean {
    const text = this.#text
    FIELD.lastIndex = start
    let match = FIELD.exec(text)
    if (!match) {
      ASSIGNED.lastIndex = start
      match = ASSIGNED.exec(text)
      if (!match || !isFieldName(match[1] ?? "") || this.#isCell(match[0], ASSIGNED.lastIndex, end)) return false
      if (this.#isNameAt(ASSIGNED.lastIndex, end)) return false
    }
    const name = match[1] ?? ""
    this.known = knownName(name)
    this.nameEnd = start + name.length
    this.valueStart = Math.min(start + match[0].length, end)
    return this.nameEnd <= end && !(this.valueStart === end && sectionId(name))
  }
}

function isBlank(character: number): boolean {
  return character === BLANK || character === TAB || character === NO_BREAK
}

function isLetter(character: number): boolean {
  return (character >= 65 && character <= 90) || (character >= 97 && character <= 122)
}
