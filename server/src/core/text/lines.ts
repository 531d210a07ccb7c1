import { FlatLine } from "./flatLine.ts"
import { LinePrefix } from "./linePrefix.ts"
import { NextPlace } from "./nextPlace.ts"
import type { NameBefore } from "./wordsBefore.ts"
import { withoutTail, wrappingAt } from "./wrapping.ts"

/**
 * HTML's end of a line, and its tags for lines of their own; what stands before and behind a line in the logs of
 * Configuration Manager and Intune, `<![LOG[…]LOG]!><time="…">`.
 */
const BREAK =
  /<(?:br[ \t]{0,8}\/?|\/?(?:p|pre|div|li|tr|blockquote)(?:[ \t][^<>\r\n]{0,200})?|time="[^<>\r\n]{0,300})>|<!\[LOG\[/iy

/** A line end of a text that is a string of JSON, told from the `\\n` of a path by dsregcmd's indentation or box behind it. */
const ESCAPED = /(?:\\r)?\\n(?=[ ]{2}|\+-|\||\\[rn]|"|$)/y

/** Where an element of an event in XML begins or ends: it is a line of its own, however the whole was laid out. */
const ELEMENT =
  /<\/?(?:Event|System|EventData|UserData|RenderingInfo|Provider|EventID|Version|Level|Task|Opcode|Keywords|TimeCreated|EventRecordID|Correlation|Execution|Channel|Computer|Security|Data|Message)[ />]/y

/** What is put for line ends, or stands beside them. */
const SEPARATORS = " |,;"

const TAB = 9
const LINE_FEED = 10
const BLANK = 32
const EDGE = 43
const BACKSLASH = 92
const BAR = 124

/**
 * Walks through the lines of a text, without their ends and without what pasting wrapped around them; blank lines are
 * left out. Of `  6. **AzureAdJoined : YES**  ` it stands on `AzureAdJoined : YES`.
 *
 * A line ends at a line feed, at a lone carriage return, at HTML's `<br/>` and its like, at the `\\r\\n` of a text in
 * JSON, before an element of an event in XML, and in a very long line at the edges of boxes and before the name of a
 * field, if it is told what names are. It makes no object for a line, and looks for each kind of end by the platform's own
 * search, so that a line costs a few of those and nothing else.
 */
export class LineCursor {
  /** The line under the cursor. */
  start = 0
  end = 0
  /** Where the whole line begins that this one is a piece of: at a line feed or return, not at a `<br/>`. */
  lineStart = 0
  /** Whether nothing stood on a line above this one, behind the last. */
  blankBefore = false
  readonly #text: string
  readonly #lineFeeds: NextPlace
  readonly #returns: NextPlace
  readonly #angles: NextPlace
  readonly #slashes: NextPlace
  readonly #colons: NextPlace
  readonly #flat: FlatLine
  readonly #prefix: LinePrefix
  #limit = 0
  #at = 0
  #lineEnd = 0
  #nextLine = 0
  /** Nothing was found in the line so far. */
  #isEmpty = true

  constructor(text: string, nameBefore?: NameBefore) {
    this.#text = text
    this.#lineFeeds = new NextPlace(text, "\n")
    this.#returns = new NextPlace(text, "\r")
    this.#angles = new NextPlace(text, "<")
    this.#slashes = new NextPlace(text, "\\")
    this.#colons = new NextPlace(text, ":")
    const edges = new NextPlace(text, "+----")
    const blankColons = new NextPlace(text, " :")
    this.#flat = new FlatLine(text, nameBefore, { edges, colons: this.#colons, blankColons })
    this.#prefix = new LinePrefix(text, nameBefore, edges, blankColons)
  }

  /** The first colon at or behind the start of the line; behind every text where none is left. */
  get colon(): number {
    return this.#colons.from(this.start)
  }

  /** Goes to an offset at which a line begins; what stands behind the limit is not looked at. */
  goTo(offset: number, limit: number): void {
    const first = offset === 0 && this.#text.charCodeAt(0) === 0xfeff ? 1 : offset
    this.#limit = limit
    this.#prefix.forget()
    this.#at = first + 1
    this.#lineEnd = first
    this.#nextLine = first
  }

  /** Goes to the next line; false behind the last. */
  next(): boolean {
    this.blankBefore = false
    for (;;) {
      if (this.#at > this.#lineEnd) {
        if (this.#nextLine >= this.#limit) return false
        this.#openLine(this.#nextLine)
      }
      const start = this.#at
      const end = this.#pieceEnd()
      if (this.#take(start, end)) {
        this.#isEmpty = false
        return true
      }
      this.blankBefore ||= this.#looksEmpty(start, end)
    }
  }

  #openLine(start: number): void {
    let end = Math.min(this.#lineFeeds.from(start), this.#limit)
    let next = end + 1
    const back = this.#returns.from(start)
    if (back < end) {
      end = back
      next = this.#text.charCodeAt(end + 1) === LINE_FEED ? end + 2 : end + 1
    }
    this.lineStart = start
    this.#isEmpty = true
    this.#at = start
    this.#lineEnd = end
    this.#nextLine = next
    this.#flat.open(start, end)
  }

  /** Whether nothing stands where a reader would see a line: between two breaks, or in all of a line. */
  #looksEmpty(start: number, end: number): boolean {
    return end === this.#lineEnd ? this.#isEmpty : start !== this.lineStart
  }

  /** Where the piece of the line ends that begins here; the cursor goes on behind its `<br/>`. */
  #pieceEnd(): number {
    const lineEnd = this.#lineEnd
    for (let mark = this.#mark(this.#at); mark < lineEnd; mark = this.#mark(mark + 1)) {
      if (this.#flat.breakBehind(this.#at, mark) < mark) break
      const ending = this.#text.charCodeAt(mark) === BACKSLASH ? ESCAPED : BREAK
      ending.lastIndex = mark
      if (ending.test(this.#text) && ending.lastIndex <= lineEnd) {
        this.#at = ending.lastIndex
        return mark
      }
      ELEMENT.lastIndex = mark
      if (mark > this.#at && ELEMENT.test(this.#text)) {
        this.#at = mark
        return mark
      }
    }
    const flatEnd = this.#flat.breakBehind(this.#at, lineEnd)
    if (flatEnd < lineEnd) {
      this.#at = flatEnd
      return this.#withoutSeparator(flatEnd)
    }
    this.#at = lineEnd + 1
    return lineEnd
  }

  /** The end of a piece of a very long line without the `, ` or ` | ` that was put for its line end. */
  #withoutSeparator(end: number): number {
    let last = end
    while (last > this.lineStart && SEPARATORS.includes(this.#text.charAt(last - 1))) last--
    return last
  }

  /** The next character that may end a line without being a line end. */
  #mark(from: number): number {
    return Math.min(this.#angles.from(from), this.#slashes.from(from))
  }

  /** Stands on what is left of a piece without its wrapping; false where nothing is. */
  #take(from: number, to: number): boolean {
    const text = this.#text
    let start = from
    let character = 0
    while (start < to) {
      character = text.charCodeAt(start)
      if (character !== BLANK && character !== TAB) break
      start++
    }
    if (start === to) return false
    if (start === from && character !== EDGE && character !== BAR) {
      start = this.#prefix.endIn(start, to)
      character = text.charCodeAt(start)
    }
    const wrapping = isPlain(character) ? "" : wrappingAt(text, start)
    this.start = Math.min(to, start + wrapping.length)
    this.end = withoutTail(text, this.start, to, wrapping)
    return this.start < this.end
  }
}

/** Letters, and the signs of which boxes are made: nobody wraps a line in those. */
function isPlain(character: number): boolean {
  return (
    (character >= 97 && character <= 122) ||
    (character >= 65 && character <= 90) ||
    character === EDGE ||
    character === BAR
  )
}
