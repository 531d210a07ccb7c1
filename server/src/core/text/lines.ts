/** What people put before a line when they paste it: quote marks, list numbers, bold, HTML's blanks. */
const WRAPPER =
  /(?:[ \t\u00a0>]|&nbsp;|&#160;|&gt;)*(?:\d{1,5}\.(?=[ \t\r\n]|$))?(?:[ \t\u00a0]|&nbsp;|&#160;)*\**[ \t]*/y

/** HTML's end of a line. */
const BREAK = /<br[ \t]{0,8}\/?>/iy

const TAB = 9
const LINE_FEED = 10
const RETURN = 13
const BLANK = 32
const ASTERISK = 42
const NO_BREAK = 160

/**
 * Walks through the lines of a text, without their ends and without what pasting wrapped around them; blank lines are
 * left out. Of `  6. **AzureAdJoined : YES**  ` it stands on `AzureAdJoined : YES`.
 *
 * A line ends at a line feed, at a lone carriage return, and at HTML's `<br/>`. It makes no object for a line, and
 * looks for each kind of end by the platform's own search, so that a line costs a few of those and nothing else.
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
  readonly #limit: number
  #at: number
  #lineEnd: number
  #nextLine: number
  /** The next carriage return, `<` and colon at or behind the place last asked for. */
  #return = -1
  #angle = -1
  #colon = -1

  /** Begins at an offset where a line begins, and ends at another; what stands behind that is not looked at. */
  constructor(text: string, from: number, limit: number) {
    this.#text = text
    this.#limit = limit
    const first = from === 0 && text.charCodeAt(0) === 0xfeff ? 1 : from
    this.#at = first + 1
    this.#lineEnd = first
    this.#nextLine = first
  }

  /** The first colon at or behind the start of the line; infinite where none is left in the text. */
  get colon(): number {
    if (this.#colon < this.start) this.#colon = found(this.#text.indexOf(":", this.start))
    return this.#colon
  }

  /** Goes to the next line; false behind the last. */
  next(): boolean {
    this.blankBefore = false
    for (;;) {
      if (this.#at > this.#lineEnd) {
        if (this.#nextLine >= this.#limit) return false
        this.#openLine(this.#nextLine)
      }
      if (this.#take(this.#at, this.#pieceEnd())) return true
      this.blankBefore = true
    }
  }

  #openLine(start: number): void {
    const text = this.#text
    const lineFeed = text.indexOf("\n", start)
    let end = lineFeed < 0 || lineFeed > this.#limit ? this.#limit : lineFeed
    let next = end + 1
    if (this.#return < start) this.#return = found(text.indexOf("\r", start))
    if (this.#return < end) {
      end = this.#return
      next = text.charCodeAt(end + 1) === LINE_FEED ? end + 2 : end + 1
    }
    this.lineStart = start
    this.#at = start
    this.#lineEnd = end
    this.#nextLine = next
  }

  /** Where the piece of the line ends that begins here; the cursor goes on behind its `<br/>`. */
  #pieceEnd(): number {
    const text = this.#text
    for (;;) {
      if (this.#angle < this.#at) this.#angle = found(text.indexOf("<", this.#at))
      const angle = this.#angle
      if (angle >= this.#lineEnd) break
      BREAK.lastIndex = angle
      if (BREAK.test(text) && BREAK.lastIndex <= this.#lineEnd) {
        this.#at = BREAK.lastIndex
        return angle
      }
      this.#angle = found(text.indexOf("<", angle + 1))
      if (this.#angle >= this.#lineEnd) break
    }
    this.#at = this.#lineEnd + 1
    return this.#lineEnd
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
    while (end > start && text.charCodeAt(end - 1) === 59 && endsInEntity(text, start, end)) end -= 6
    this.start = start
    this.end = end
    return start < end
  }
}

/** A text that is not found is behind everything. */
function found(index: number): number {
  return index < 0 ? Number.POSITIVE_INFINITY : index
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
