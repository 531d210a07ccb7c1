import type { FieldEntry } from "../knowledge/fieldEntry.ts"
import { plainName } from "../knowledge/plainName.ts"
import type { Span } from "../text/span.ts"
import type { Block, Field } from "./log.ts"
import { entryIn, type KnownName, knownNames } from "./names.ts"

/** The offsets of one `Name : value` line, and its name where it is known. */
export interface FieldLine {
  readonly known: KnownName | undefined
  readonly nameStart: number
  readonly nameEnd: number
  readonly valueStart: number
  readonly valueEnd: number
  /** It is an element of XML, whose place says what it belongs to. */
  readonly isElement: boolean
}

/** A row: where name and value begin and end, the number of the name (-1 for one that is not known), the block. */
const WIDTH = 6

/** The first field of each name in the table that was asked last: all rules ask about one capture, then about the next. */
const firsts = new Int32Array(knownNames.length)
let indexed: FieldTable | undefined

/** Numbers for a hundred captures or so; a memory of its own for each capture takes as long to get as the rest of the reading. */
const SLAB = 40_000

/** Where the rows of captures are put, one behind the other. A capture keeps its slab alive, and the others in it. */
let slab = new Int32Array(SLAB)
let slabEnd = 0

/**
 * The fields of one capture as numbers: an object is made only for a field that somebody asks for. Most are never
 * asked for, and as objects they took more time to make than all the rest of the reading.
 *
 * Captures are read one after the other: rows are added to the table that was made last, until it is closed.
 */
export class FieldTable {
  #rows = slab
  #start = slabEnd
  #count = 0
  readonly #made: LogField[] = []
  readonly #owner: FieldTableOwner

  constructor(owner: FieldTableOwner) {
    this.#owner = owner
  }

  get count(): number {
    return this.#count
  }

  /** Adds a field with offsets that lie `base` behind the capture's own. */
  add({ known, nameStart, nameEnd, valueStart, valueEnd }: FieldLine, base: number, block: number): void {
    let at = this.#start + this.#count * WIDTH
    if (at + WIDTH > this.#rows.length) {
      this.#move()
      at = this.#start + this.#count * WIDTH
    }
    const rows = this.#rows
    rows[at] = nameStart - base
    rows[at + 1] = nameEnd - base
    rows[at + 2] = valueStart - base
    rows[at + 3] = valueEnd - base
    rows[at + 4] = known?.number ?? -1
    rows[at + 5] = block
    this.#count++
  }

  /** Goes on in a new slab, which has room for twice as much. */
  #move(): void {
    const length = this.#count * WIDTH
    const next = new Int32Array(Math.max(SLAB, 2 * (length + WIDTH)))
    next.set(this.#rows.subarray(this.#start, this.#start + length))
    slab = next
    this.#rows = next
    this.#start = 0
  }

  /** The value of the last field goes on in this line; an empty one begins with it. */
  extendLast({ start, end }: Span): void {
    const at = this.#start + (this.#count - 1) * WIDTH
    if (this.#rows[at + 2] === this.#rows[at + 3]) this.#rows[at + 2] = start
    this.#rows[at + 3] = end
  }

  /** The fields from one number on stand in another block. */
  moveTo(block: number, from: number): void {
    for (let index = from; index < this.#count; index++) this.#rows[this.#start + index * WIDTH + 5] = block
  }

  /** No field comes any more. */
  close(): void {
    slabEnd = this.#start + this.#count * WIDTH
  }

  /** One of the numbers of a field: 0 to 3 the offsets, 4 the number of its name, 5 its block. */
  number(index: number, column: 0 | 1 | 2 | 3 | 4 | 5): number {
    return this.#rows[this.#start + index * WIDTH + column] ?? -1
  }

  /** The number of the first field with the name of this number that stands where it means something, or -1. */
  first(name: number): number {
    if (indexed !== this) this.#index()
    return firsts[name] ?? -1
  }

  /** The names whose fields stand where they mean something, each once. */
  names(): readonly KnownName[] {
    const names: KnownName[] = []
    for (let index = 0; index < this.#count; index++) {
      const known = this.known(index)
      if (known && this.first(known.number) === index) names.push(known)
    }
    return names
  }

  /** All fields with the name of this number that stand where it means something. */
  all(name: number): readonly Field[] {
    const first = this.first(name)
    if (first < 0) return NONE
    const fields: Field[] = []
    for (let index = first; index < this.#count; index++) {
      if (this.number(index, 4) === name && this.#means(index)) fields.push(this.field(index))
    }
    return fields
  }

  #means(index: number): boolean {
    return this.#owner.blockAt(this.number(index, 5)).section.id !== "other"
  }

  #index(): void {
    firsts.fill(-1)
    for (let index = this.#count - 1; index >= 0; index--) {
      const name = this.number(index, 4)
      if (name >= 0 && this.#means(index)) firsts[name] = index
    }
    indexed = this
  }

  /** What is known of a field's name. */
  known(index: number): KnownName | undefined {
    const name = this.number(index, 4)
    // The engine takes fifty times as long to find nothing at a place before the first.
    return name < 0 ? undefined : knownNames[name]
  }

  /** A field, the same object each time. */
  field(index: number): Field {
    const made = this.#made[index] ?? new LogField(this, this.#owner, index)
    this.#made[index] = made
    return made
  }

  /** The fields from one number to before another. */
  fields(from: number, to: number): readonly Field[] {
    const fields: Field[] = []
    for (let index = from; index < to; index++) fields.push(this.field(index))
    return fields
  }
}

const NONE: readonly Field[] = []

/** Whose fields they are: the text they stand in, and the blocks by their numbers. */
interface FieldTableOwner {
  readonly text: string
  blockAt(number: number): Block
}

class LogField implements Field {
  readonly #table: FieldTable
  readonly #owner: FieldTableOwner
  readonly #index: number

  constructor(table: FieldTable, owner: FieldTableOwner, index: number) {
    this.#table = table
    this.#owner = owner
    this.#index = index
  }

  get kind(): "field" {
    return "field"
  }

  get block(): Block {
    return this.#owner.blockAt(this.#table.number(this.#index, 5))
  }

  get entry(): FieldEntry | undefined {
    const known = this.#table.known(this.#index)
    return known && entryIn(this.block.section.id, known)
  }

  get name(): string {
    return this.#owner.text.slice(this.#table.number(this.#index, 0), this.#table.number(this.#index, 1))
  }

  get key(): string {
    return this.#table.known(this.#index)?.key ?? plainName(this.name)
  }

  get nameSpan(): Span {
    return { start: this.#table.number(this.#index, 0), end: this.#table.number(this.#index, 1) }
  }

  get value(): string {
    return this.#owner.text.slice(this.#table.number(this.#index, 2), this.#table.number(this.#index, 3))
  }

  get valueSpan(): Span {
    return { start: this.#table.number(this.#index, 2), end: this.#table.number(this.#index, 3) }
  }
}
