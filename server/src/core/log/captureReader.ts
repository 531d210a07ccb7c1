import { plainName } from "../knowledge/plainName.ts"
import type { SectionId } from "../knowledge/sectionId.ts"
import type { LineCursor } from "../text/lines.ts"
import { type Span, textAt } from "../text/span.ts"
import { CaptureBuilder } from "./builder.ts"
import {
  announcesEvent,
  beginsDetails,
  beginsTable,
  eventLine,
  eventRow,
  isEventDate,
  isLibraryError,
  isListRow,
  namesLog,
} from "./eventText.ts"
import type { FieldLine } from "./fieldTable.ts"
import { ForeignBlock } from "./foreignBlock.ts"
import type { Line } from "./line.ts"
import type { Capture } from "./log.ts"
import { beginsJoinDebug, DEBUG_START, EXTENSION_START, type Heading, isFieldName } from "./names.ts"
import { WrapColumn } from "./wrapColumn.ts"

/** What a server puts on lines of its own behind its message: `Trace ID: …`. */
const MESSAGE_TAIL = /^(?:trace id|correlation id|timestamp)$/

/** Turns the lines of one capture into its model, one after the other. It lives as long as the capture is read. */
export class CaptureReader {
  readonly #text: string
  readonly #capture: CaptureBuilder
  readonly #wrap = new WrapColumn()
  readonly #foreign: ForeignBlock
  /** A rule stood above without a title: fields that follow are in no titled box. */
  #ruled = false
  #titled = false
  #hasStatus = false
  #holdsAny = false
  #readTo = -1
  /** The event whose sentence has been told, where one is being read; 0 where it is not known by a number. */
  #told: number | undefined
  /** The headings of the event that is being read. */
  readonly #headings = new Set<Heading>()
  /** Rows of a table of events follow. */
  #isTable = false
  /** The details of an event are being read, where names stand before values without a colon. */
  #isDetails = false
  /** Of the event that is being read there is its row in Event Viewer's list so far. */
  #isRowAlone = false
  /** The line above announced the same event as XML. */
  #awaitsXml = false

  /** The capture begins at an offset of the whole text, and so do all offsets that it is given. */
  constructor(text: string, start: number) {
    this.#text = text
    this.#capture = new CaptureBuilder(text, start)
    this.#foreign = new ForeignBlock(this.#capture)
  }

  /** What was read, where the capture ends here. */
  closed(end: number): Capture {
    return this.#capture.close(this.#text, end)
  }

  /** Whether a status stands here already, so that another one is another run. */
  get hasStatus(): boolean {
    return this.#hasStatus
  }

  /** Whether anything stands here that dsregcmd or an event's log prints; the banner of a transcript is no such thing. */
  get hasAny(): boolean {
    return this.#holdsAny
  }

  /** Whether the lines are those of an event's details, which have a form of their own. */
  get isDetails(): boolean {
    return this.#isDetails
  }

  /** Where the last line begins that the capture holds something of. */
  get readTo(): number {
    return this.#readTo
  }

  /** Reads a line that is no field. */
  line(line: Line, cursor: LineCursor): void {
    const { start, end, blankBefore } = cursor
    if (line.kind === "rule") {
      if (this.#wrap.isRestOfRule(this.#text, cursor)) return
      this.#ruled = !this.#titled
      this.#titled = false
      return
    }
    this.#readTo = start
    if (line.kind === "title") this.#title(line.id, line.title)
    else if (line.kind === "prompt") this.#capture.prompt ??= this.#capture.own({ start, end })
    else if (line.kind === "banner") this.#capture.build ??= line.build
    else if (line.kind === "xml-event") this.#xmlEvent(start)
    else if (line.kind === "text") this.#sentence(cursor, blankBefore)
  }

  #title(id: SectionId, title: Span): void {
    this.#open(id, title)
    this.#hasStatus ||= id !== "other"
    this.#titled = true
  }

  /** Reads a field. */
  field(line: FieldLine, cursor: LineCursor): void {
    this.#readTo = line.nameStart
    const capture = this.#capture
    const { blankBefore } = cursor
    this.#titled = false
    if (!line.known && this.#wrap.continues(cursor) && capture.section && !capture.record) {
      this.#wrap.field(cursor)
      capture.extendLast({ start: line.nameStart, end: line.valueEnd })
      return
    }
    if (!line.known?.ofStatus && this.#tells({ start: line.nameStart, end: line.valueEnd })) {
      this.#openHere("event", line.nameStart)
    }
    if (!line.known) this.#foreignHeading(this.#text.slice(line.nameStart, line.valueEnd), line.nameStart)
    if (this.#continues(line, blankBefore)) {
      capture.extendLast({ start: line.nameStart, end: line.valueEnd })
      return
    }
    if (!line.isElement) this.#turn(line)
    if (this.#ruled || !capture.section) {
      this.#openHere("untitled", line.nameStart)
    }
    if (line.known?.ofStatus && !capture.record) {
      this.#hasStatus = true
      this.#holdsAny = true
      this.#foreign.field(line.known, line.nameStart, blankBefore)
    }
    if (capture.record) {
      const heading = line.known?.heading
      if (heading) this.#headings.add(heading)
      else this.#told ??= eventLine(this.#text.slice(line.nameStart, line.valueEnd))?.number
    }
    this.#holdsAny ||= this.#headings.has("event id") || this.#told !== undefined
    this.#awaitsXml = line.valueStart === line.valueEnd && /xml/i.test(this.#text.slice(line.nameStart, line.nameEnd))
    capture.add(line)
    this.#wrap.field(cursor)
  }

  #sentence(cursor: LineCursor, blankBefore: boolean): void {
    const capture = this.#capture
    const line: Span = { start: cursor.start, end: cursor.end }
    const text = textAt(this.#text, line)
    this.#isTable ||= beginsTable(text)
    if (/^DSREGCMD_END_STATUS\b/i.test(text)) this.#openHere("untitled", line.start)
    else if (beginsDetails(text)) {
      this.#openHere("event", line.start)
      this.#isDetails = true
    } else if (announcesEvent(text) || this.#tells(line)) this.#openHere("event", line.start)
    else if (capture.record !== "join-debug" && (DEBUG_START.test(text) || EXTENSION_START.test(text))) {
      if (!capture.record || EXTENSION_START.test(text)) this.#openHere("join-debug", line.start)
    }
    this.#foreignHeading(text, line.start)
    if (capture.record) {
      capture.section?.addText(capture.own(line))
      this.#isRowAlone = isListRow(text)
      this.#told ??= (this.#isTable ? eventRow(text) : undefined)?.number ?? eventLine(text)?.number
    } else if (!this.#ruled && this.#isMore(cursor, blankBefore)) {
      capture.extendLast(line)
      this.#wrap.field(cursor)
    } else {
      const other = capture.own(line)
      capture.others.push(other)
      if (blankBefore && !this.#isTable) this.#foreign.heading(other)
    }
  }

  /** Whether a sentence is the rest of the value above it: a server's text, or a line that a narrow window cut. */
  #isMore(cursor: LineCursor, blankBefore: boolean): boolean {
    return (
      (!blankBefore && this.#isWrapping()) || (this.#capture.lastName !== undefined && this.#wrap.continues(cursor))
    )
  }

  /** `<Event xmlns=…>`; below the text of the same event it is the same event once more. */
  #xmlEvent(start: number): void {
    if (this.#capture.record !== "event" || !this.#awaitsXml) this.#openHere("event", start)
    this.#awaitsXml = false
  }

  /** Opens a section that has no title; it begins with its first line. */
  #openHere(id: SectionId, start: number): void {
    this.#open(id, { start, end: start })
  }

  #open(id: SectionId, title: Span): void {
    this.#capture.open(id, title)
    this.#told = undefined
    this.#headings.clear()
    this.#ruled = false
    this.#isDetails = false
    this.#isTable &&= id === "event"
    this.#holdsAny ||= id !== "untitled"
    this.#foreign.forget()
  }

  /** Begins an event at the name of its log, where the heading is in a language whose words are not known. */
  #foreignHeading(line: string, start: number): void {
    if (!namesLog(line)) return
    const isNext = this.#capture.record !== "event" || this.#headings.has("log name") || this.#told !== undefined
    if (isNext) this.#openHere("event", start)
    this.#headings.add("log name")
  }

  /** Whether an event begins with its own sentence here; where its header stands above it has begun already. */
  #tells(line: Span): boolean {
    const { record } = this.#capture
    if (record === "join-debug" || (record === "event" && this.#told === undefined && !this.#isTable)) return false
    const text = textAt(this.#text, line)
    if (this.#isTable && eventRow(text) !== undefined) return true
    const told = eventLine(text)
    return told !== undefined && !(this.#isRowAlone && told.number === this.#told)
  }

  /** Opens or leaves a record where the name of a field says so. */
  #turn(line: FieldLine): void {
    const { known, nameStart } = line
    const capture = this.#capture
    const { record } = capture
    if (known?.heading && record === "event") {
      if (this.#beginsNext(line, known.heading)) this.#openHere("event", nameStart)
      return
    }
    const key = known?.key ?? plainName(this.#text.slice(nameStart, line.nameEnd))
    if (known?.heading && this.#opens(line, known.heading)) {
      const held = this.#holdsAny
      this.#openHere("event", nameStart)
      // A date alone can be that of a ticket.
      if (known.heading === "date") this.#holdsAny = held
    } else if (!record) {
      if (beginsJoinDebug(key, known)) this.#openHere("join-debug", nameStart)
    } else if (known?.ofStatus && !known.records.has(record)) {
      this.#openHere("untitled", nameStart)
    }
  }

  /**
   * Whether a heading is that of another event than the one that is being read: that one has such a heading, or has
   * told itself to be another one. `Message` begins an event only as PowerShell prints it, with a blank before the colon.
   */
  #beginsNext(line: FieldLine, heading: Heading): boolean {
    if (this.#isDetails) return false
    if (heading === "event id" && !this.#headings.has(heading)) {
      const number = Number(this.#valueOf(line))
      return this.#told !== undefined && this.#told !== number && this.#headings.size === 0
    }
    if (heading === "description") {
      return this.#headings.has(heading) && line.known?.key === "message" && this.#text.charAt(line.nameEnd) === " "
    }
    if (!BEGINNING.has(heading)) return false
    // Event Viewer begins with the log's name; PowerShell has its `LogName` behind the text.
    const isFirst = heading === "log name" && line.known?.key !== "logname"
    return this.#headings.has(heading) || (isFirst && this.#told !== undefined)
  }

  /** Whether a heading begins an event where none is being read; mails have dates, and other programs print `Id` too. */
  #opens(line: FieldLine, heading: Heading): boolean {
    if (heading === "log name" || line.known?.key === "timecreated") return true
    if (heading === "event id") return line.known?.key !== "id" || /^\d{3,4}$/.test(this.#valueOf(line))
    if (heading === "description") {
      const value = this.#text.slice(line.valueStart, line.valueEnd)
      return eventLine(value) !== undefined || isLibraryError(value)
    }
    return heading === "date" && isEventDate(this.#valueOf(line))
  }

  #valueOf({ valueStart, valueEnd }: FieldLine): string {
    return this.#text.slice(valueStart, Math.min(valueEnd, valueStart + 20))
  }

  #isWrapping(): boolean {
    return this.#capture.lastName?.wraps === true
  }

  /** Whether a line that looks like a field is the server's text running on. */
  #continues({ known, nameStart, nameEnd }: FieldLine, blankBefore: boolean): boolean {
    if (this.#ruled || !this.#isWrapping()) return false
    const name = this.#text.slice(nameStart, nameEnd)
    return MESSAGE_TAIL.test(known?.key ?? plainName(name)) || (!blankBefore && !isFieldName(name))
  }
}

/** The headings that no event has twice. */
const BEGINNING: ReadonlySet<Heading> = new Set<Heading>(["log name", "source", "date", "event id"])
