import { NextPlace, NOWHERE } from "./nextPlace.ts"
import type { NameBefore } from "./wordsBefore.ts"

/** Longer lines may be a whole log whose line ends were lost, as where blanks were put for them. */
const FLAT = 300

/** The same of an event, which is shorter. */
const FLAT_EVENT = 100

/** The edge of a box in such a line. */
const EDGE = /\+-{4,200}\+?/y

/** What stands before the values of an object or a list in one line, up to their quotation marks. */
const LISTED = [",", ", ", "{", "["].flatMap((before) => [`${before}"`, `${before}'`])

/** The same of an object as PowerShell prints it in one line: `@{AzureAdJoined=YES; DomainJoined=NO}`. */
const PAIRED = ["@{", "; "]

/** What can stand before a name at the begin of a line without being a value. */
const NO_VALUE = /^(?:[\s\u00a0>\d.:)*"]|&nbsp;|&#160;|&gt;|<[^<>]{0,60}>){0,300}$/

/** Where a very long line was several lines, or is several values, before somebody or something made one of them. */
export class FlatLine {
  readonly #text: string
  readonly #nameBefore: NameBefore | undefined
  readonly #edges: NextPlace
  readonly #colons: NextPlace
  readonly #blankColons: NextPlace
  readonly #listed: readonly NextPlace[]
  readonly #paired: readonly NextPlace[]
  #end = 0
  /** The next place that may end a piece, behind the last one that was asked for; else infinite. */
  #next = Number.POSITIVE_INFINITY
  /** The line begins as an event does, whose headings have no blank before the colon. */
  #isEvent = false
  /** What stands before each value, where the line is an object or a list of a program. */
  #values: readonly NextPlace[] = []

  constructor(
    text: string,
    nameBefore: NameBefore | undefined,
    places: { readonly edges: NextPlace; readonly colons: NextPlace; readonly blankColons: NextPlace },
  ) {
    this.#text = text
    this.#nameBefore = nameBefore
    this.#edges = places.edges
    this.#colons = places.colons
    this.#blankColons = places.blankColons
    this.#listed = LISTED.map((value) => new NextPlace(text, value))
    this.#paired = PAIRED.map((value) => new NextPlace(text, value))
  }

  /** A line begins. */
  open(start: number, end: number): void {
    const length = end - start
    this.#end = end
    const isEvent = length > FLAT_EVENT
    this.#isEvent = isEvent && this.#text.startsWith("Log Name:", start)
    if (isEvent) this.#values = this.#valuesOf(start)
    const isFlat = length > FLAT || (isEvent && (this.#isEvent || this.#values.length > 0))
    this.#next = this.#nameBefore && isFlat ? start : Number.POSITIVE_INFINITY
  }

  /** The first place behind an offset, and before another one, at which a line ended; infinite or behind that where none is. */
  breakBehind(from: number, before: number): number {
    if (this.#next < before) this.#next = this.#breakBehind(from)
    return this.#next
  }

  #breakBehind(from: number): number {
    if (this.#next > from) return this.#next
    const text = this.#text
    const edge = this.#edges.from(from)
    EDGE.lastIndex = from
    if (edge === from && EDGE.test(text)) return EDGE.lastIndex
    const limit = Math.min(this.#end, edge, this.#nextValue(from))
    const colons = this.#isEvent ? this.#colons : this.#blankColons
    for (let colon = colons.from(from); colon < limit; colon = colons.from(colon + 1)) {
      const start = this.#nameBefore?.(text, from, colon)
      if (start !== undefined && start > from && !NO_VALUE.test(text.slice(from, start)))
        return start - numberBefore(text, from, start)
    }
    return limit < this.#end ? limit : Number.POSITIVE_INFINITY
  }

  #valuesOf(start: number): readonly NextPlace[] {
    if (this.#text.startsWith("@{", start)) return this.#paired
    return "{[".includes(this.#text.charAt(start)) ? this.#listed : []
  }

  /** Where the next value begins behind an offset, at its quotation mark if it has one. */
  #nextValue(from: number): number {
    let next = NOWHERE
    for (const place of this.#values) {
      const { length } = place.what
      next = Math.min(next, place.from(from) + (this.#values === this.#listed ? length - 1 : length))
    }
    return next
  }
}

/** The length of a list's number before a name, `2. `, which belongs to it and not to the value above. */
function numberBefore(text: string, from: number, start: number): number {
  const before = text.slice(Math.max(from, start - 8), start)
  return /(?<=\s)\d{1,3}[.)]\s{1,3}$/.exec(before)?.[0].length ?? 0
}
