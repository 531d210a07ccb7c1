import type { LineCursor } from "../text/lines.ts"

/**
 * The column at which a narrow window or a mail program cut the lines of a capture, which the boxes give away: they are
 * wider than any such window, and the rest of an edge stands on the line below it.
 */
export class WrapColumn {
  /** Undefined as long as no box was cut. */
  #column: number | undefined
  /** The edge of a box that ended in no corner: what stands before it, and how long its line is. */
  #edge: { readonly indent: number; readonly length: number } | undefined
  /** What stands before a cut line, such as the mark of a quoted mail; the rest of it has the same or nothing. */
  #indent = 0
  /** How long the line of the last field was, or of what it went on with. */
  #length = 0

  /** Takes note of the line of a field, or of one that goes on with it. */
  field({ lineStart, end }: LineCursor): void {
    this.#length = end - lineStart
  }

  /** Whether an edge of a box is the rest of the one in the line above. */
  isRestOfRule(text: string, { lineStart, start, end, blankBefore }: LineCursor): boolean {
    const edge = this.#edge
    this.#edge = undefined
    this.#length = 0
    const indent = start - lineStart
    const isRest = text.charAt(start) === "-" && text.charAt(end - 1) === "+"
    if (edge && !blankBefore && isRest && (indent === 0 || indent === edge.indent)) {
      this.#column = edge.length
      this.#indent = edge.indent
      return true
    }
    if (text.charAt(start) === "+" && text.charAt(end - 1) === "-") this.#edge = { indent, length: end - lineStart }
    return false
  }

  /** Whether the line under the cursor is the rest of the field's line above it. */
  continues({ start, lineStart, blankBefore }: LineCursor): boolean {
    // A blank where the line was cut is gone with the other blanks at its end.
    if (this.#column === undefined || blankBefore || this.#length < this.#column - 1) return false
    return start === lineStart || start - lineStart === this.#indent
  }
}
