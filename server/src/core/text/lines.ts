/**
 * What stands before a line that was pasted: quote marks, the numbers of a list or of lines, bullets, bold, code marks,
 * HTML's blanks, the colors of a terminal, the quotation mark of a list in JSON. A bare number is one only before a tab,
 * or before dsregcmd's own indentation.
 */
const WRAPPER =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: PowerShell 7 colors the names of a list by escape sequences.
  /(?:[ \t\u00a0>]|&nbsp;|&#160;|&gt;|\u001b\[[\d;]{0,12}m)*(?:[-•·▪◦*][ \t\u00a0]{1,4}(?=[`*]{0,2}[A-Z][\w -]{2,40}[`*]{0,2} ?:))?(?:\d{1,5}(?:[.:)](?=[ \t\r\n]|$)| ?\|(?=[ \t])|(?=\t| {5,}[A-Za-z+|])))?(?:[ \t\u00a0]|&nbsp;|&#160;)*(?:"(?=[ \t]{2}|\+-|\| |[A-Z][\w -]{2,40} : ))?[`*]*[ \t]*/y

/**
 * HTML's end of a line, and its tags for lines of their own; what stands before and behind a line in the logs of
 * Configuration Manager and Intune, `<![LOG[…]LOG]!><time="…">`.
 */
const BREAK =
  /<(?:br[ \t]{0,8}\/?|\/?(?:p|pre|div|li|tr|blockquote)(?:[ \t][^<>\r\n]{0,200})?|time="[^<>\r\n]{0,300})>|<!\[LOG\[/iy

/** What stands at the end of such a line. */
const LOG_END = "]LOG]!>"

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

/** What a tool puts before each line is shorter, with the indentation behind it. */
const LONGEST_PREFIX = 160

/** A box's title behind such a thing. */
const TITLE = /\| [A-Z][A-Za-z]{2,20}(?: [A-Za-z0-9]{1,20}){0,5} {1,100}\|$/

/** The edge of a box in such a line. */
const EDGE = /\+-{4,200}\+?/y

/** What is put for line ends, or stands beside them. */
const SEPARATORS = " |,;"

/** Where the next of the values of an object or a list in one line may begin: behind a comma or a bracket, at a quotation mark. */
const VALUES = [',"', ', "', ", '", '{"', "{'", '["', "['"]

/** The same of an object as PowerShell prints it in one line: `@{AzureAdJoined=YES; DomainJoined=NO}`. */
const PAIRS = ["@{", "; "]

/** What can stand before a name at the begin of a line without being a value. */
const NO_VALUE = /^(?:[\s\u00a0>\d.:)*"]|&nbsp;|&#160;|&gt;|<[^<>]{0,60}>){0,300}$/

const TAB = 9
const LINE_FEED = 10
const RETURN = 13
const BLANK = 32
const ASTERISK = 42
const EDGE_SIGN = 43
const SEMICOLON = 59
const QUOTE = 34
const COMMA = 44
const BACKSLASH = 92
const BACKTICK = 96
const BAR = 124
const ANGLE = 62
const BRACKET = 91
const BRACE = 123
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

  /** Where the value begins behind the first place at or behind an offset: at its quotation mark, if it has one. */
  endFrom(offset: number): number {
    const place = this.from(offset)
    return place + this.#what.length - (/["']$/.test(this.#what) ? 1 : 0)
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
  /** What stands before each value of the very long line, where that is an object or a list of a program. */
  #values: readonly NextPlace[] = []
  /** What stood before the last line that something stood before, as a tool puts it before each of them. */
  #prefix = ""
  readonly #nameBefore: NameBefore | undefined
  readonly #listed: readonly NextPlace[]
  readonly #paired: readonly NextPlace[]
  readonly #edges: NextPlace
  readonly #blankColons: NextPlace

  constructor(text: string, nameBefore?: NameBefore) {
    this.#text = text
    this.#nameBefore = nameBefore
    this.#listed = VALUES.map((value) => new NextPlace(text, value))
    this.#paired = PAIRS.map((value) => new NextPlace(text, value))
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
    this.#prefix = ""
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
    if (isFlat)
      this.#values = this.#text.startsWith("@{", start) ? this.#paired : this.#isList(start) ? this.#listed : []
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
    const limit = Math.min(this.#lineEnd, edge, this.#nextValue(from))
    const colons = this.#isEvent ? this.#colons : this.#blankColons
    for (let colon = colons.from(from); colon < limit; colon = colons.from(colon + 1)) {
      const start = this.#nameBefore?.(text, from, colon)
      if (start !== undefined && start > from && !NO_VALUE.test(text.slice(from, start))) return start
    }
    return limit < this.#lineEnd ? limit : Number.POSITIVE_INFINITY
  }

  /** Where the next value of an object or a list begins behind an offset. */
  #nextValue(from: number): number {
    let next = NOWHERE
    for (const place of this.#values) next = Math.min(next, place.endFrom(from))
    return next
  }

  #isList(start: number): boolean {
    const first = this.#text.charCodeAt(start)
    return first === BRACE || first === BRACKET
  }

  /**
   * Behind what a tool put before each line: `PC01 | `, `stdout: `, the time of an agent's log. It is told by what comes
   * behind it, a box or a field with dsregcmd's own indentation, and in other lines by being the same again.
   */
  #behindPrefix(start: number, end: number): number {
    const text = this.#text
    const begin = this.#printedBegin(start, end)
    const before = begin === undefined ? "" : text.slice(start, begin).trimEnd()
    if (begin !== undefined && /\w/.test(before)) {
      this.#prefix = before
      return begin
    }
    return this.#prefix !== "" && text.startsWith(this.#prefix, start) ? start + this.#prefix.length : start
  }

  /** Where in a line what dsregcmd prints begins, blanks and all, if that can be told. */
  #printedBegin(start: number, end: number): number | undefined {
    const text = this.#text
    const edge = this.#edges.from(start)
    if (edge < end) return edge - start <= LONGEST_PREFIX ? edge : undefined
    if (text.charCodeAt(end - 1) === BAR) {
      const title = TITLE.exec(text.slice(start, Math.min(end, start + LONGEST_PREFIX)))
      if (title) return start + title.index
    }
    const colon = this.#blankColons.from(start)
    if (colon >= end || colon - start > LONGEST_PREFIX) return undefined
    let word = colon
    while (word > start && text.charCodeAt(word - 1) === BLANK) word--
    while (word > start && !(text.charCodeAt(word - 1) === BLANK && text.charCodeAt(word - 2) === BLANK)) word--
    if (word === start || this.#nameBefore?.(text, word, colon) !== word) return undefined
    while (word > start && text.charCodeAt(word - 1) === BLANK) word--
    return word
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
    if (text.charCodeAt(end - 1) === ANGLE && text.endsWith(LOG_END, end)) end -= LOG_END.length
    let mark = 0
    if (start === from && character !== EDGE_SIGN && character !== BAR) {
      start = this.#behindPrefix(start, end)
      character = text.charCodeAt(start)
    }
    if (!isPlain(character)) {
      WRAPPER.lastIndex = start
      WRAPPER.test(text)
      const wrapping = text.slice(start, WRAPPER.lastIndex)
      start = Math.min(end, WRAPPER.lastIndex)
      mark = wrapping.includes("*") ? ASTERISK : wrapping.includes("`") ? BACKTICK : 0
      if (wrapping.includes('"')) end = withoutQuote(text, start, end)
    }
    while (end > start && isTrailing(text.charCodeAt(end - 1), mark)) end--
    if (end - start > 3 && text.charCodeAt(end - 1) === BACKTICK && text.startsWith("```", end - 3)) end -= 3
    while (end > start && text.charCodeAt(end - 1) === SEMICOLON && endsInEntity(text, start, end)) end -= 6
    this.start = start
    this.end = end
    return start < end
  }
}

/** What stands before a word, also where a line end was. */
const BETWEEN_WORDS = " ;,|"

/** The most words that a name has, and a few more. */
const MOST_WORDS = 5

/** Where the longest name begins that ends before a colon and not before an offset; undefined where none is. */
export function wordsBefore(
  text: string,
  from: number,
  colon: number,
  isName: (start: number, end: number) => boolean,
): number | undefined {
  let end = colon
  while (end > from && text.charAt(end - 1) === " ") end--
  let begin: number | undefined
  let word = end
  for (let words = 0; words < MOST_WORDS && word > from; words++) {
    while (word > from && !BETWEEN_WORDS.includes(text.charAt(word - 1))) word--
    if (isName(word, end)) begin = word
    word--
  }
  return begin
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
