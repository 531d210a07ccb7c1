import { plainName } from "../knowledge/plainName.ts"
import type { SectionId } from "../knowledge/sectionId.ts"
import type { LineCursor } from "../text/lines.ts"
import { type Span, textAt } from "../text/span.ts"
import { CaptureBuilder } from "./builder.ts"
import type { FieldLine } from "./fieldTable.ts"
import type { Line } from "./line.ts"
import type { Capture } from "./log.ts"
import { beginsEvent, beginsJoinDebug, DEBUG_START, isFieldName } from "./names.ts"

/** What a server puts on lines of its own behind its message: `Trace ID: …`. */
const MESSAGE_TAIL = /^(?:trace id|correlation id|timestamp)$/

/** Turns the lines of one capture into its model, one after the other. It lives as long as the capture is read. */
export class CaptureReader {
  readonly #text: string
  readonly #capture: CaptureBuilder
  /** A rule stood above without a title: fields that follow are in no titled box. */
  #ruled = false
  #titled = false
  #hasStatus = false
  #readTo = -1
  /** The sentence of the event that is being read has been told. */
  #told = false

  /** The capture begins at an offset of the whole text, and so do all offsets that it is given. */
  constructor(text: string, start: number) {
    this.#text = text
    this.#capture = new CaptureBuilder(text, start)
  }

  /** What was read, where the capture ends here. */
  closed(end: number): Capture {
    return this.#capture.close(this.#text, end)
  }

  /** Whether a status stands here already, so that another one is another run. */
  get hasStatus(): boolean {
    return this.#hasStatus
  }

  /** Whether anything stands here that dsregcmd prints. */
  get hasAny(): boolean {
    return this.#capture.sections.length > 0
  }

  /** Where the last line begins that the capture holds something of. */
  get readTo(): number {
    return this.#readTo
  }

  /** Reads a line that is no field. */
  line(line: Line, { start, end, blankBefore }: LineCursor): void {
    if (line.kind === "rule") {
      this.#ruled = !this.#titled
      this.#titled = false
      return
    }
    this.#readTo = start
    if (line.kind === "title") this.#title(line.id, line.title)
    else if (line.kind === "prompt") this.#capture.prompt ??= this.#capture.own({ start, end })
    else if (line.kind === "banner") this.#capture.build ??= line.build
    else if (line.kind === "text") this.#sentence({ start, end }, blankBefore)
  }

  #title(id: SectionId, title: Span): void {
    this.#capture.open(id, title)
    this.#told = false
    this.#hasStatus ||= id !== "other"
    this.#titled = true
    this.#ruled = false
  }

  /** Reads a field. */
  field(line: FieldLine, blankBefore: boolean): void {
    this.#readTo = line.nameStart
    const capture = this.#capture
    this.#titled = false
    if (!line.known?.ofStatus && this.#isNewEvent({ start: line.nameStart, end: line.valueEnd })) {
      this.#open("event", line.nameStart)
    }
    if (this.#continues(line, blankBefore)) {
      capture.extendLast({ start: line.nameStart, end: line.valueEnd })
      return
    }
    this.#turn(line)
    if (this.#ruled || !capture.section) {
      this.#open("untitled", line.nameStart)
      this.#ruled = false
    }
    if (line.known?.ofStatus && !capture.record) this.#hasStatus = true
    capture.add(line)
  }

  #sentence(line: Span, blankBefore: boolean): void {
    const capture = this.#capture
    const text = textAt(this.#text, line)
    const isNewEvent = this.#isNewEvent(line)
    if (/^DSREGCMD_END_STATUS\b/i.test(text)) this.#open("untitled", line.start)
    else if (isNewEvent) this.#open("event", line.start)
    else if (!capture.record && DEBUG_START.test(text)) this.#open("join-debug", line.start)
    if (capture.record) {
      capture.section?.addText(capture.own(line))
      this.#told ||= beginsEvent(text)
    } else if (!blankBefore && this.#isWrapping() && !this.#ruled) capture.extendLast(line)
    else capture.others.push(capture.own(line))
  }

  /** Opens a section that has no title; it begins with its first line. */
  #open(id: SectionId, start: number): void {
    this.#capture.open(id, { start, end: start })
    this.#told = false
  }

  /** An event begins with its own sentence, unless its header stands above; the debug output repeats such sentences. */
  #isNewEvent(line: Span): boolean {
    const { record } = this.#capture
    return record !== "join-debug" && (record !== "event" || this.#told) && beginsEvent(textAt(this.#text, line))
  }

  /** Opens or leaves a record where the name of a field says so. */
  #turn({ known, nameStart, nameEnd }: FieldLine): void {
    const capture = this.#capture
    const { record } = capture
    const key = known?.key ?? plainName(this.#text.slice(nameStart, nameEnd))
    if (key === "log name" || (key === "event id" && !this.#isHeaded())) {
      this.#open("event", nameStart)
    } else if (!record) {
      if (beginsJoinDebug(key, known)) this.#open("join-debug", nameStart)
    } else if (known?.ofStatus && !known.records.has(record)) {
      this.#open("untitled", nameStart)
    }
  }

  /** Whether the lines stand in an event with the header `Log Name`. */
  #isHeaded(): boolean {
    const section = this.#capture.section
    return section?.id === "event" && section.blocks.some(({ fields }) => fields.some(({ key }) => key === "log name"))
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
