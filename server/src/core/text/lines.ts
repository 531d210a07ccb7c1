/** What people put before a line when they paste it: quote marks, list numbers, bold, HTML's blanks. */
const WRAPPER =
  /(?:[ \t\u00a0>]|&nbsp;|&#160;|&gt;)*(?:\d{1,5}\.(?=[ \t\r\n]|$))?(?:[ \t\u00a0]|&nbsp;|&#160;)*\**[ \t]*/y

/** HTML's end of a line, and its tags for lines of their own. */
const BREAK = /<(?:br[ \t]{0,8}\/?|\/?(?:p|pre|div|li|tr|blockquote)(?:[ \t][^<>\r\n]{0,200})?)>/iy

/** Where an element of an event in XML begins or ends: it is a line of its own, however the whole was laid out. */
const ELEMENT =
  /<\/?(?:Event|System|EventData|UserData|RenderingInfo|Provider|EventID|Version|Level|Task|Opcode|Keywords|TimeCreated|EventRecordID|Correlation|Execution|Channel|Computer|Security|Data|Message)[ />]/y

const TAB = 9
const LINE_FEED = 10
const RETURN = 13
const BLANK = 32
const ASTERISK = 42
const SEMICOLON = 59
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
 * A line ends at a line feed, at a lone carriage return, at HTML's `<br/>` and its like, and before an element of an
 * event in XML. It makes no object for a line, and looks for each kind of end by the platform's own search, so that a
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
  readonly #colons: NextPlace
  #limit = 0
  #at = 0
  #lineEnd = 0
  #nextLine = 0
  /** Nothing was found in the line so far. */
  #isEmpty = true

  constructor(text: string) {
    this.#text = text
    this.#lineFeeds = new NextPlace(text, "\n")
    this.#returns = new NextPlace(text, "\r")
    this.#angles = new NextPlace(text, "<")
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
  }

  /** Whether nothing stands where a reader would see a line: between two breaks, or in all of a line. */
  #looksEmpty(start: number, end: number): boolean {
    return end === this.#lineEnd ? this.#isEmpty : start !== this.lineStart
  }

  /** Where the piece of the line ends that begins here; the cursor goes on behind its `<br/>`. */
  #pieceEnd(): number {
    const lineEnd = this.#lineEnd
    for (let angle = this.#angles.from(this.#at); angle < lineEnd; angle = this.#angles.from(angle + 1)) {
      BREAK.lastIndex = angle
      if (BREAK.test(this.#text) && BREAK.lastIndex <= lineEnd) {
        this.#at = BREAK.lastIndex
        return angle
      }
      ELEMENT.lastIndex = angle
      if (angle > this.#at && ELEMENT.test(this.#text)) {
        this.#at = angle
        return angle
      }
    }
    this.#at = lineEnd + 1
    return lineEnd
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
    let bold = false
    if (!isPlain(character)) {
      WRAPPER.lastIndex = start
      WRAPPER.test(text)
      bold = text.slice(start, WRAPPER.lastIndex).includes("*")
      start = Math.min(end, WRAPPER.lastIndex)
    }
    while (end > start && isTrailing(text.charCodeAt(end - 1), bold)) end--
    while (end > start && text.charCodeAt(end - 1) === SEMICOLON && endsInEntity(text, start, end)) end -= 6
    this.start = start
    this.end = end
    return start < end
  }
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

function endsInEntity(text: string, start: number, end: number): boolean {
  return end - start >= 6 && /&(?:nbsp|#160);$/.test(text.slice(end - 6, end))
}
