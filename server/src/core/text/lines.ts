/**
 * What stands before a line that was pasted: quote marks, the numbers of a list or of lines, bold, HTML's blanks, the
 * quotation mark of a list in JSON. A bare number is one only before a tab, or before dsregcmd's own indentation.
 */
const WRAPPER =
  /(?:[ \t\u00a0>]|&nbsp;|&#160;|&gt;)*(?:\d{1,5}(?:[.:)](?=[ \t\r\n]|$)| ?\|(?=[ \t])|(?=\t| {5,}[A-Za-z+|])))?(?:[ \t\u00a0]|&nbsp;|&#160;)*(?:"(?=[ \t]{2}|\+-|\| |[A-Z][\w -]{2,40} : ))?\**[ \t]*/y

/** The time that an agent's log puts before each line, with its words, where a box or a field of dsregcmd follows. */
const STAMP =
  /\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?![ \t]{1,20}\d{3,4}[ \t])[^\r\n:+|]{0,60}?[ \t](?=[ \t]{0,60}[A-Za-z][A-Za-z-]{2,40}(?: [A-Za-z-]{1,20}){0,3} : |\+-{4}|\| [A-Z])/y

/** HTML's end of a line, and its tags for lines of their own. */
const BREAK = /<(?:br[ \t]{0,8}\/?|\/?(?:p|pre|div|li|tr|blockquote)(?:[ \t][^<>\r\n]{0,200})?)>/iy

/** A line end of a text that is a string of JSON, told from the `\\n` of a path by dsregcmd's indentation or box behind it. */
const ESCAPED = /(?:\\r)?\\n(?=[ ]{2}|\+-|\||\\[rn]|"|$)/y

/** Where an element of an event in XML begins or ends: it is a line of its own, however the whole was laid out. */
const ELEMENT =
  /<\/?(?:Event|System|EventData|UserData|RenderingInfo|Provider|EventID|Version|Level|Task|Opcode|Keywords|TimeCreated|EventRecordID|Correlation|Execution|Channel|Computer|Security|Data|Message)[ />]/y

/** Where a name begins that is the field's before a colon, not before an offset; undefined where none does. */
export type NameBefore = (text: string, from: number, colon: number) => number | undefined

/** Longer lines may be a whole log whose line ends were lost, as where blanks were put for them. */
const FLAT = 300

/** The same of an event, which is shorter. */
const FLAT_EVENT = 100

/** The edge of a box in such a line. */
const EDGE = /\+-{4,200}\+?/y

/** What is put for line ends, or stands beside them. */
const SEPARATORS = " |,;"

/** What can stand before a name at the begin of a line without being a value. */
const NO_VALUE = /^(?:[\s\u00a0>\d.:)*"]|&nbsp;|&#160;|&gt;|<[^<>]{0,60}>){0,300}$/

const TAB = 9
const LINE_FEED = 10
const RETURN = 13
const BLANK = 32
const ASTERISK = 42
const SEMICOLON = 59
const QUOTE = 34
const COMMA = 44
const BACKSLASH = 92
const BACKTICK = 96
const TWO = 50
const NO_BREAK = 160

/**
 * Where a text stands next in another one, which is looked for once and not at every line: a search that finds nothing
 * goes to the end.
 */
class NextPlace {
  readonly #text: string
  readonly #what: string
  /** The search began here, and found this. */
  #from = 0
  #found = -1

  constructor(text: string, what: string) {
    this.#text = text
    this.#what = what
  }

  /** The first place at or behind an offset; behind every text where there is none. */
  from(offset: number): number {
    if (offset > this.#found) {
      this.#found = found(this.#text.indexOf(this.#what, offset))
    } else if (offset < this.#from) {
      const skipped = this.#text.slice(offset, this.#from).indexOf(this.#what)
      if (skipped >= 0) this.#found = offset + skipped
    } else return this.#found
    this.#from = offset
    return this.#found
  }
}

/**
 * Walks through the lines of a text, without their ends and without what pasting wrapped around them; blank lines are
 * left out. Of `  6. **AzureAdJoined : YES**  ` it stands on `AzureAdJoined : YES`.
 *
 * A line ends at a line feed, at a lone carriage return, at HTML's `<br/>` and its like, at the `\\r\\n` of a text in
 * JSON, before an element of an event in XML, and in a very long line at the edges of boxes and before the name of a
 * field, if it is told what names are. It makes no object for a line, and looks for each kind of end by the platform's own search, so that a
 * line costs a few of those and nothing else.
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
  #limit = 0
  #at = 0
  #lineEnd = 0
  #nextLine = 0
  /** Nothing was found in the line so far. */
  #isEmpty = true
  /** In a very long line the next place that may end a piece of it, behind the last one that was asked for; else infinite. */
  #flatEnd = Number.POSITIVE_INFINITY
  /** The very long line begins as an event does, whose headings have no blank before the colon. */
  #isEvent = false
  readonly #nameBefore: NameBefore | undefined
  readonly #edges: NextPlace
  readonly #blankColons: NextPlace

  constructor(text: string, nameBefore?: NameBefore) {
    this.#text = text
    this.#nameBefore = nameBefore
    this.#edges = new NextPlace(text, "+----")
    this.#blankColons = new NextPlace(text, " :")
    this.#lineFeeds = new NextPlace(text, "\n")
    this.#returns = new NextPlace(text, "\r")
    this.#angles = new NextPlace(text, "<")
    this.#slashes = new NextPlace(text, "\\")
    this.#colons = new NextPlace(text, ":")
  }

  /** The first colon at or behind the start of the line; behind every text where none is left. */
  get colon(): number {
    return this.#colons.from(this.start)
  }

  /** Goes to an offset at which a line begins; what stands behind the limit is not looked at. */
  goTo(offset: number, limit: number): void {
    const first = offset === 0 && this.#text.charCodeAt(0) === 0xfeff ? 1 : offset
    this.#limit = limit
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
    this.#isEvent = end - start > FLAT_EVENT && this.#text.startsWith("Log Name:", start)
    const isFlat = end - start > FLAT || this.#isEvent
    this.#flatEnd = this.#nameBefore && isFlat ? start : Number.POSITIVE_INFINITY
  }

  /** Whether nothing stands where a reader would see a line: between two breaks, or in all of a line. */
  #looksEmpty(start: number, end: number): boolean {
    return end === this.#lineEnd ? this.#isEmpty : start !== this.lineStart
  }

  /** Where the piece of the line ends that begins here; the cursor goes on behind its `<br/>`. */
  #pieceEnd(): number {
    const lineEnd = this.#lineEnd
    for (let mark = this.#mark(this.#at); mark < lineEnd; mark = this.#mark(mark + 1)) {
      if (this.#flatEnd < mark) this.#flatEnd = this.#flatBreak(this.#at)
      if (this.#flatEnd < mark) break
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
    if (this.#flatEnd < lineEnd) this.#flatEnd = this.#flatBreak(this.#at)
    if (this.#flatEnd < lineEnd) {
      this.#at = this.#flatEnd
      return this.#withoutSeparator(this.#flatEnd)
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

  /** The first place behind an offset at which a line ended before the line ends were lost. */
  #flatBreak(from: number): number {
    if (this.#flatEnd > from) return this.#flatEnd
    const text = this.#text
    const edge = this.#edges.from(from)
    EDGE.lastIndex = from
    if (edge === from && EDGE.test(text)) return EDGE.lastIndex
    const limit = Math.min(this.#lineEnd, edge)
    const colons = this.#isEvent ? this.#colons : this.#blankColons
    for (let colon = colons.from(from); colon < limit; colon = colons.from(colon + 1)) {
      const start = this.#nameBefore?.(text, from, colon)
      if (start !== undefined && start > from && !NO_VALUE.test(text.slice(from, start))) return start
    }
    return limit < this.#lineEnd ? limit : Number.POSITIVE_INFINITY
  }

  /** The next character that may end a line without being a line end. */
  #mark(from: number): number {
    return Math.min(this.#angles.from(from), this.#slashes.from(from))
  }

  /** Stands on what is left of a piece without its wrapping; false where nothing is. */
  #take(from: number, to: number): boolean {
    const text = this.#text
    let start = from
    let end = to
    let character = 0
    while (start < end) {
      character = text.charCodeAt(start)
      if (character !== BLANK && character !== TAB) break
      start++
    }
    if (start === end) return false
    let wrapping = ""
    if (!isPlain(character)) {
      const from = character === TWO ? stampEnd(text, start) : start
      WRAPPER.lastIndex = from
      WRAPPER.test(text)
      wrapping = text.slice(from, WRAPPER.lastIndex)
      start = Math.min(end, WRAPPER.lastIndex)
    }
    const bold = wrapping.includes("*")
    if (wrapping.includes('"')) end = withoutQuote(text, start, end)
    while (end > start && isTrailing(text.charCodeAt(end - 1), bold)) end--
    if (end - start > 3 && text.charCodeAt(end - 1) === BACKTICK && text.startsWith("```", end - 3)) end -= 3
    while (end > start && text.charCodeAt(end - 1) === SEMICOLON && endsInEntity(text, start, end)) end -= 6
    this.start = start
    this.end = end
    return start < end
  }
}

/** Where the line begins behind what an agent's log puts before it, where that stands at an offset; else the offset. */
export function stampEnd(text: string, start: number): number {
  STAMP.lastIndex = start
  return STAMP.test(text) ? STAMP.lastIndex : start
}

/** Behind the end of every text: the longest that an engine makes is shorter. Whole numbers as small as this are fast. */
const NOWHERE = 0x3fffffff

/** A text that is not found is behind everything. */
function found(index: number): number {
  return index < 0 ? NOWHERE : index
}

/** Letters, and the signs of which boxes are made: nobody wraps a line in those. */
function isPlain(character: number): boolean {
  return (
    (character >= 97 && character <= 122) ||
    (character >= 65 && character <= 90) ||
    character === 43 ||
    character === 124
  )
}

/** Blanks; asterisks only where the line began with some, for masked values end in them too. */
function isTrailing(character: number, bold: boolean): boolean {
  return (
    character === BLANK ||
    character === RETURN ||
    character === TAB ||
    character === NO_BREAK ||
    (bold && character === ASTERISK)
  )
}

/** The end of a line of JSON's without `",`. */
function withoutQuote(text: string, start: number, end: number): number {
  let last = end
  while (last > start && (isTrailing(text.charCodeAt(last - 1), false) || text.charCodeAt(last - 1) === COMMA)) last--
  return last > start && text.charCodeAt(last - 1) === QUOTE ? last - 1 : end
}

function endsInEntity(text: string, start: number, end: number): boolean {
  return end - start >= 6 && /&(?:nbsp|#160);$/.test(text.slice(end - 6, end))
}
