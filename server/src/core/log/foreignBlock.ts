import type { SectionId } from "../knowledge/sectionId.ts"
import type { Span } from "../text/span.ts"
import type { CaptureBuilder } from "./builder.ts"
import type { KnownName } from "./names.ts"

/**
 * Tells the output of another program that was pasted below a log: a line of prose stands above it, and a field comes
 * in it that this capture has already. dsregcmd prints such a field once, so the fields below that line are not its own.
 *
 * Comments between the lines of a log do no harm, for what follows them comes for the first time.
 */
export class ForeignBlock {
  readonly #capture: CaptureBuilder
  /** The prose that may be a heading, with the number of the first field below it. */
  #heading: { readonly line: Span; readonly from: number } | undefined
  /** The section that was left for another program's, until one of dsregcmd's own fields comes again. */
  #left: SectionId | undefined
  /** The names above the heading; gathered only where there is one, for most captures have none. */
  readonly #printed = new Set<number>()
  #gathered = 0

  constructor(capture: CaptureBuilder) {
    this.#capture = capture
  }

  /** A line of prose with nothing above it. */
  heading(line: Span): void {
    const { section, table } = this.#capture
    const isOwn = section !== undefined && section.id !== "untitled" && section.id !== "other"
    this.#heading = isOwn ? { line, from: table.count } : undefined
  }

  /** Another section begins by itself. */
  forget(): void {
    this.#heading = undefined
    this.#left = undefined
  }

  /** A field of dsregcmd's comes next. */
  field(known: KnownName, start: number, blankBefore: boolean): void {
    if (this.#left !== undefined) this.#return(known, start, blankBefore)
    const heading = this.#heading
    if (!heading) return
    if (known.owns || known.begins) this.#heading = undefined
    else if (comesOnce(known) && this.#has(known, heading.from)) {
      const left = this.#capture.section?.id
      this.#capture.setApart(heading.line, heading.from)
      this.#heading = undefined
      this.#left = left
    }
  }

  /** dsregcmd's own lines go on behind an empty line, with a field that was not there yet. */
  #return(known: KnownName, start: number, blankBefore: boolean): void {
    if (!blankBefore || this.#printed.has(known.number) || this.#left === undefined) return
    this.#capture.open(this.#left, { start, end: start })
    this.#left = undefined
  }

  #has(known: KnownName, before: number): boolean {
    const { table } = this.#capture
    for (; this.#gathered < before; this.#gathered++) {
      const printed = table.known(this.#gathered)
      if (printed) this.#printed.add(printed.number)
    }
    return this.#printed.has(known.number)
  }
}

/** Whether dsregcmd prints a field of this name once; diagnostics stand below each of two tokens. */
function comesOnce({ entries, block }: KnownName): boolean {
  return entries.length === 1 && block !== "prt-diagnostics"
}
