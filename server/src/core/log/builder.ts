import type { FieldEntry } from "../knowledge/fieldEntry.ts"
import { plainName } from "../knowledge/plainName.ts"
import type { BlockId, SectionId } from "../knowledge/sectionId.ts"
import type { Span } from "../text/span.ts"
import type { Block, Capture, Field, Section } from "./log.ts"
import { entryIn, type KnownName, type RecordId } from "./names.ts"

/** A field by its offsets; its texts are cut out when somebody asks. */
class LogField implements Field {
  readonly block: LogBlock
  readonly entry: FieldEntry | undefined
  readonly #known: KnownName | undefined
  readonly #nameStart: number
  readonly #nameEnd: number
  #valueStart: number
  #valueEnd: number

  constructor(block: LogBlock, line: FieldLine, base: number) {
    this.block = block
    this.entry = line.known && entryIn(block.section.id, line.known)
    this.#known = line.known
    this.#nameStart = line.nameStart - base
    this.#nameEnd = line.nameEnd - base
    this.#valueStart = line.valueStart - base
    this.#valueEnd = line.valueEnd - base
  }

  get kind(): "field" {
    return "field"
  }

  get name(): string {
    return this.block.section.capture.text.slice(this.#nameStart, this.#nameEnd)
  }

  get key(): string {
    return this.#known?.key ?? plainName(this.name)
  }

  get nameSpan(): Span {
    return { start: this.#nameStart, end: this.#nameEnd }
  }

  get value(): string {
    return this.block.section.capture.text.slice(this.#valueStart, this.#valueEnd)
  }

  get valueSpan(): Span {
    return { start: this.#valueStart, end: this.#valueEnd }
  }

  /** The value goes on in this line; an empty one begins with it. */
  extend({ start, end }: Span): void {
    if (this.#valueStart === this.#valueEnd) this.#valueStart = start
    this.#valueEnd = end
  }
}

class LogBlock implements Block {
  readonly fields: LogField[] = []
  readonly section: LogSection
  readonly id: BlockId
  readonly owner?: LogField

  constructor(section: LogSection, id: BlockId, owner: LogField | undefined) {
    this.section = section
    this.id = id
    if (owner) this.owner = owner
  }

  get kind(): "block" {
    return "block"
  }

  get span(): Span {
    return { start: this.fields[0]?.nameSpan.start ?? 0, end: this.fields.at(-1)?.valueSpan.end ?? 0 }
  }
}

class LogSection implements Section {
  readonly blocks: LogBlock[] = []
  readonly texts: Span[] = []
  readonly capture: CaptureBuilder
  readonly id: SectionId
  readonly titleSpan: Span

  constructor(capture: CaptureBuilder, id: SectionId, titleSpan: Span) {
    this.capture = capture
    this.id = id
    this.titleSpan = titleSpan
  }

  get kind(): "section" {
    return "section"
  }

  get title(): string {
    return this.capture.text.slice(this.titleSpan.start, this.titleSpan.end)
  }

  get span(): Span {
    const end = Math.max(this.blocks.at(-1)?.span.end ?? 0, this.texts.at(-1)?.end ?? 0, this.titleSpan.end)
    return { start: this.titleSpan.start, end }
  }
}

/** The offsets of one `Name : value` line, and its name where it is known. */
export interface FieldLine {
  readonly known: KnownName | undefined
  readonly nameStart: number
  readonly nameEnd: number
  readonly valueStart: number
  readonly valueEnd: number
}

/**
 * A capture while it is read. It keeps what it is given, in order, and knows nothing of how a line looks. It is given
 * offsets into the whole text, and holds them as offsets into its own.
 */
export class CaptureBuilder implements Capture {
  readonly sections: LogSection[] = []
  readonly fields: LogField[] = []
  readonly others: Span[] = []
  /** Up to the end of the whole text, until the capture's own end is known. */
  text: string
  prompt?: Span
  build?: string
  readonly #base: number
  /** The nearest field above that owns a block of diagnostics. */
  #owner: LogField | undefined

  constructor(text: string, base: number) {
    this.text = base === 0 ? text : text.slice(base)
    this.#base = base
  }

  get kind(): "capture" {
    return "capture"
  }

  get section(): LogSection | undefined {
    return this.sections[this.sections.length - 1]
  }

  /** The kind of record that the lines stand in now, if any. */
  get record(): RecordId | undefined {
    const id = this.section?.id
    return id === "event" || id === "join-debug" ? id : undefined
  }

  get lastField(): LogField | undefined {
    return this.section?.blocks.at(-1)?.fields.at(-1)
  }

  /** A span of the whole text as one of the capture's. */
  own({ start, end }: Span): Span {
    return { start: start - this.#base, end: end - this.#base }
  }

  /** Opens a section; one without a title begins where its first line does. */
  open(id: SectionId, title: Span): void {
    this.sections.push(new LogSection(this, id, this.own(title)))
  }

  /** Adds a field to the section and to its block there, which is opened where none goes on. */
  add(line: FieldLine): void {
    const section = this.section
    if (!section) return
    const id = this.record ? "fields" : (line.known?.block ?? "fields")
    let block = section.blocks[section.blocks.length - 1]
    if (block?.id !== id || line.known?.begins) {
      block = new LogBlock(section, id, id === "prt-diagnostics" ? this.#owner : undefined)
      section.blocks.push(block)
    }
    const field = new LogField(block, line, this.#base)
    block.fields.push(field)
    this.fields.push(field)
    if (line.known?.owns) this.#owner = field
  }

  /** The capture ends at an offset of the whole text. */
  close(text: string, end: number): Capture {
    if (this.#base > 0 || end < text.length) this.text = text.slice(this.#base, end)
    return this
  }
}
