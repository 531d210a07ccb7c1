import type { NextPlace } from "./nextPlace.ts"
import type { NameBefore } from "./wordsBefore.ts"

/** What a tool puts before each line is shorter, with the indentation behind it. */
const LONGEST = 160

/** A box's title behind such a thing. */
const TITLE = /\| [A-Z][A-Za-z]{2,20}(?: [A-Za-z0-9]{1,20}){0,5} {1,100}\|$/

const BLANK = 32
const BAR = 124

/**
 * What a tool puts before each line: `PC01 | `, `stdout: `, the time of an agent's log. It is told by what stands behind
 * it, a box or a field with dsregcmd's own indentation, and in other lines by being the same again.
 */
export class LinePrefix {
  readonly #text: string
  readonly #nameBefore: NameBefore | undefined
  readonly #edges: NextPlace
  readonly #blankColons: NextPlace
  #last = ""

  constructor(text: string, nameBefore: NameBefore | undefined, edges: NextPlace, blankColons: NextPlace) {
    this.#text = text
    this.#nameBefore = nameBefore
    this.#edges = edges
    this.#blankColons = blankColons
  }

  /** Another text is read. */
  forget(): void {
    this.#last = ""
  }

  /** Where a line without indentation begins behind its prefix; its own start where it has none. */
  endIn(start: number, end: number): number {
    const text = this.#text
    const begin = this.#printed(start, end)
    const prefix = begin === undefined ? "" : text.slice(start, begin).trimEnd()
    if (begin !== undefined && /\w/.test(prefix)) {
      this.#last = prefix
      return begin
    }
    return this.#last !== "" && text.startsWith(this.#last, start) ? start + this.#last.length : start
  }

  /** Where in a line what dsregcmd prints begins, blanks and all, if that can be told. */
  #printed(start: number, end: number): number | undefined {
    const text = this.#text
    const edge = this.#edges.from(start)
    if (edge < end) return edge - start <= LONGEST ? edge : undefined
    if (text.charCodeAt(end - 1) === BAR) {
      const title = TITLE.exec(text.slice(start, Math.min(end, start + LONGEST)))
      if (title) return start + title.index
    }
    const colon = this.#blankColons.from(start)
    if (colon >= end || colon - start > LONGEST) return undefined
    let word = colon
    while (word > start && text.charCodeAt(word - 1) === BLANK) word--
    while (word > start && !(text.charCodeAt(word - 1) === BLANK && text.charCodeAt(word - 2) === BLANK)) word--
    if (word === start || this.#nameBefore?.(text, word, colon) !== word) return undefined
    while (word > start && text.charCodeAt(word - 1) === BLANK) word--
    return word
  }
}
