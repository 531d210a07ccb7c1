import type { BlockId, SectionId } from "../knowledge/sectionId.ts"
import { SPELLINGS } from "../knowledge/yesNo.ts"
import type { Span } from "../text/span.ts"
import { type FieldLine, FieldTable } from "./fieldTable.ts"
import type { Block, Capture, Field, Section } from "./log.ts"
import { type KnownName, nameBehind, type RecordId } from "./names.ts"

const NONE: readonly Span[] = []

/** A group of fields, by the number of its first and of the one behind its last. */
class LogBlock implements Block {
  readonly section: LogSection
  readonly id: BlockId
  readonly from: number
  readonly #owner: number
  to: number

  constructor(section: LogSection, id: BlockId, from: number, owner: number) {
    this.section = section
    this.id = id
    this.to = from
    this.from = from
    this.#owner = owner
  }

  get kind(): "block" {
    return "block"
  }

  get owner(): Field | undefined {
    return this.#owner < 0 ? undefined : this.section.capture.table.field(this.#owner)
  }

  get fields(): readonly Field[] {
    return this.section.capture.table.fields(this.from, this.to)
  }

  get span(): Span {
    const { table } = this.section.capture
    return { start: table.number(this.from, 0), end: table.number(this.to - 1, 3) }
  }
}

class LogSection implements Section {
  readonly blocks: LogBlock[] = []
  readonly capture: CaptureBuilder
  readonly id: SectionId
  readonly #titleStart: number
  readonly #titleEnd: number
  #texts: Span[] | undefined

  constructor(capture: CaptureBuilder, id: SectionId, titleStart: number, titleEnd: number) {
    this.capture = capture
    this.id = id
    this.#titleStart = titleStart
    this.#titleEnd = titleEnd
  }

  get titleSpan(): Span {
    return { start: this.#titleStart, end: this.#titleEnd }
  }

  get kind(): "section" {
    return "section"
  }

  get title(): string {
    return this.capture.text.slice(this.#titleStart, this.#titleEnd)
  }

  get texts(): readonly Span[] {
    return this.#texts ?? NONE
  }

  get span(): Span {
    const end = Math.max(this.blocks.at(-1)?.span.end ?? 0, this.texts.at(-1)?.end ?? 0, this.#titleEnd)
    return { start: this.#titleStart, end }
  }

  addText(line: Span): void {
    this.#texts ??= []
    this.#texts.push(line)
  }
}

/**
 * A capture while it is read. It keeps what it is given, in order, and knows nothing of how a line looks. It is given
 * offsets into the whole text, and holds them as offsets into its own.
 */
export class CaptureBuilder implements Capture {
  readonly sections: LogSection[] = []
  readonly others: Span[] = []
  readonly table: FieldTable = new FieldTable(this)
  /** Up to the end of the whole text, until the capture's own end is known. */
  text: string
  prompt?: Span
  build?: string
  readonly #base: number
  readonly #blocks: LogBlock[] = []
  /** The number of the nearest field above that owns a block of diagnostics, or -1. */
  #owner = -1
  #fields: readonly Field[] | undefined

  constructor(text: string, base: number) {
    this.text = base === 0 ? text : text.slice(base)
    this.#base = base
  }

  get kind(): "capture" {
    return "capture"
  }

  get fields(): readonly Field[] {
    this.#fields ??= this.table.fields(0, this.table.count)
    return this.#fields
  }

  get names(): readonly KnownName[] {
    return this.table.names()
  }

  has(name: KnownName): boolean {
    return this.table.first(name.number) >= 0
  }

  all(name: KnownName): readonly Field[] {
    return this.table.all(name.number)
  }

  first(name: KnownName): Field | undefined {
    const index = this.table.first(name.number)
    return index < 0 ? undefined : this.table.field(index)
  }

  says(name: KnownName, word: string): boolean {
    const index = this.table.first(name.number)
    if (index < 0) return false
    const start = this.table.number(index, 2)
    const length = this.table.number(index, 3) - start
    if (length === word.length && this.#standsAt(start, word)) return true
    return (SPELLINGS[word] ?? []).some((other) => length === other.length && this.#standsAt(start, other))
  }

  begins(name: KnownName, word: string): boolean {
    const index = this.table.first(name.number)
    if (index < 0 || this.table.number(index, 3) - this.table.number(index, 2) < word.length) return false
    return this.#standsAt(this.table.number(index, 2), word)
  }

  /** Nearly every log has its words in dsregcmd's own case, which spares the copies. */
  #standsAt(start: number, word: string): boolean {
    if (this.text.startsWith(word, start)) return true
    // In another case a letter differs by this bit.
    if ((this.text.charCodeAt(start) | 32) !== (word.charCodeAt(0) | 32)) return false
    return this.text.slice(start, start + word.length).toLowerCase() === word.toLowerCase()
  }

  get section(): LogSection | undefined {
    return this.sections[this.sections.length - 1]
  }

  /** The kind of record that the lines stand in now, if any. */
  get record(): RecordId | undefined {
    const id = this.section?.id
    return id === "event" || id === "join-debug" ? id : undefined
  }

  /** What is known of the name of the section's last field. */
  get lastName(): KnownName | undefined {
    return this.section?.blocks.length ? this.table.known(this.table.count - 1) : undefined
  }

  /** A span of the whole text as one of the capture's. */
  own({ start, end }: Span): Span {
    return { start: start - this.#base, end: end - this.#base }
  }

  /** Opens a section; one without a title begins where its first line does. */
  open(id: SectionId, title: Span): void {
    this.sections.push(new LogSection(this, id, title.start - this.#base, title.end - this.#base))
  }

  /** Adds a field to the section and to its block there, which is opened where none goes on. */
  add(read: FieldLine): void {
    const { section, table } = this
    if (!section) return
    const line = this.#withBlanks(read)
    const { known } = line
    const id = this.record ? "fields" : (known?.block ?? "fields")
    let block = section.blocks.at(-1)
    if (block?.id !== id || known?.begins) {
      block = new LogBlock(section, id, table.count, id === "prt-diagnostics" ? this.#owner : -1)
      section.blocks.push(block)
      this.#blocks.push(block)
    }
    if (known?.owns) this.#owner = table.count
    table.add(line, this.#base, this.#blocks.length - 1)
    block.to = table.count
  }

  /** A line with the name that it lost its blanks of, where that tells two names apart. */
  #withBlanks(line: FieldLine): FieldLine {
    if (!line.known?.twin || this.record) return line
    const known = nameBehind(this.lastName, line.known)
    const isJoined =
      known !== line.known && !this.text.slice(line.nameStart - this.#base, line.nameEnd - this.#base).includes(" ")
    return isJoined ? { ...line, known } : line
  }

  /**
   * The fields of the section from one number on belong to another program, as the line above them says: they go to a
   * section of their own with that line for its title.
   */
  setApart(title: Span, from: number): void {
    const { blocks = [] } = this.section ?? {}
    while ((blocks.at(-1)?.from ?? -1) >= from) blocks.pop()
    this.others.splice(this.others.lastIndexOf(title), 1)
    const cut = blocks.at(-1)
    if (cut) cut.to = Math.min(cut.to, from)
    this.sections.push(new LogSection(this, "other", title.start, title.end))
    const section = this.section
    if (!section || this.table.count === from) return
    const block = new LogBlock(section, "fields", from, -1)
    block.to = this.table.count
    section.blocks.push(block)
    this.#blocks.push(block)
    this.table.moveTo(this.#blocks.length - 1, from)
  }

  /** The last field's value goes on in this line. */
  extendLast(line: Span): void {
    this.table.extendLast(this.own(line))
  }

  blockAt(number: number): Block {
    return this.#blocks[number] as Block
  }

  /** The capture ends at an offset of the whole text. */
  close(text: string, end: number): Capture {
    if (this.#base > 0 || end < text.length) this.text = text.slice(this.#base, end)
    this.table.close()
    return this
  }
}
