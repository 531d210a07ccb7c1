/** Behind the end of every text: the longest that an engine makes is shorter. Whole numbers as small as this are fast. */
export const NOWHERE = 0x3fffffff

/**
 * Where a text stands next in another one, which is looked for once and not at every line: a search that finds nothing
 * goes to the end.
 */
export class NextPlace {
  readonly what: string
  readonly #text: string
  /** The search began here, and found this. */
  #from = 0
  #found = -1

  constructor(text: string, what: string) {
    this.#text = text
    this.what = what
  }

  /** The first place at or behind an offset; behind every text where there is none. */
  from(offset: number): number {
    if (offset > this.#found) {
      const index = this.#text.indexOf(this.what, offset)
      this.#found = index < 0 ? NOWHERE : index
    } else if (offset < this.#from) {
      const skipped = this.#text.slice(offset, this.#from).indexOf(this.what)
      if (skipped >= 0) this.#found = offset + skipped
    } else return this.#found
    this.#from = offset
    return this.#found
  }
}
