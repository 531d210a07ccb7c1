import type { LineCursor } from "../text/lines.ts"
import type { FieldLine } from "./fieldTable.ts"
import { isFieldName, type KnownName, knownName, nameAsPrinted, sectionId } from "./names.ts"

/**
 * `Name : value`, `Name: value`, `Name: : value`. The colon needs a blank, a further colon or the line's end behind
 * it, so that `https://…` and `C:\` are no fields. All repetitions are bounded: no line can make this slow.
 */
const FIELD =
  /([A-Za-z](?:[\w./()-]|::(?=\w)|(?:[ \t]|&nbsp;|&#160;)(?=[\w/(-])){0,60})\*{0,2}(?:[ \t\u00a0]|&nbsp;|&#160;){0,100}:(?:[ \t]{0,4}:)?\*{0,2}(?:(?:[ \t\u00a0]|&nbsp;|&#160;){1,200}|(?=[\r\n<]|$))/y

/** The hand-written form `AzureAdJoined = YES`, taken only where the name is one of dsregcmd's. */
const ASSIGNED = /([A-Za-z][\w-]{1,40})[ \t]{1,100}=[ \t]{1,100}/y

/** No name of the catalogue is longer. */
const LONGEST_NAME = 62

const TAB = 9
const BLANK = 32
const AMPERSAND = 38
const COLON = 58

/** Finds the parts of a field in the lines of a text. It is one object that says what it found last, for every line. */
export class FieldFinder implements FieldLine {
  known: KnownName | undefined
  nameStart = 0
  nameEnd = 0
  valueStart = 0
  valueEnd = 0
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  /** Whether the line under a cursor is a field. */
  find(cursor: LineCursor): boolean {
    if (!isLetter(this.#text.charCodeAt(cursor.start))) return false
    this.nameStart = cursor.start
    this.valueEnd = cursor.end
    return this.#isOrdinary(cursor) || this.#isAny(cursor)
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
    if (valueStart === colon + 1 && valueStart < end) return false
    // `Name: : value` is for the other form, and so is HTML's blank.
    const first = valueStart < end ? text.charCodeAt(valueStart) : BLANK
    if (first === COLON || first === AMPERSAND) return false
    this.known = nameAsPrinted(text, start, nameEnd)
    this.nameEnd = nameEnd
    this.valueStart = valueStart
    return this.known !== undefined
  }

  #isAny({ start, end }: LineCursor): boolean {
    const text = this.#text
    FIELD.lastIndex = start
    let match = FIELD.exec(text)
    if (!match) {
      ASSIGNED.lastIndex = start
      match = ASSIGNED.exec(text)
      if (!match || !isFieldName(match[1] ?? "")) return false
    }
    const name = match[1] ?? ""
    this.known = knownName(name)
    this.nameEnd = start + name.length
    this.valueStart = Math.min(start + match[0].length, end)
    return this.nameEnd <= end && !(this.valueStart === end && sectionId(name))
  }
}

function isBlank(character: number): boolean {
  return character === BLANK || character === TAB
}

function isLetter(character: number): boolean {
  return (character >= 65 && character <= 90) || (character >= 97 && character <= 122)
}
