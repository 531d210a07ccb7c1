import type { SectionId } from "../knowledge/sectionId.ts"
import { LineCursor } from "../text/lines.ts"
import { textAt } from "../text/span.ts"
import { CaptureReader } from "./captureReader.ts"
import { FieldFinder } from "./fieldFinder.ts"
import { classify, type Line } from "./line.ts"
import type { Capture } from "./log.ts"
import { nameBefore } from "./names.ts"

/**
 * The captures of a text, one a run of dsregcmd, as they are read: who stops asking stops the reading. The texts of
 * the captures joined are the text again, and each capture begins with a whole line.
 *
 * Nothing is carried from one capture into the next: reading on from the start of a capture gives the same captures as
 * reading from the start of the text. Never fails; what is not understood is kept.
 */
export function* capturesIn(text: string): Iterable<Capture> {
  const cursor = new LineCursor(text, nameBefore)
  let start = 0
  do {
    let read = readCapture(text, cursor, start, text.length)
    // What stood between the new capture's head and the line that tells it was read into the old one: once more without.
    if (read.isSpoiled) read = readCapture(text, cursor, start, read.end)
    yield read.capture
    start = read.end
  } while (start < text.length)
}

/** All captures of a text; there is always one at least. */
export function readLog(text: string): readonly Capture[] {
  return Array.from(capturesIn(text))
}

interface ReadCapture {
  readonly capture: Capture
  /** Where the next capture begins; the end of the text where none does. */
  readonly end: number
  /** The capture holds lines from behind its end. */
  readonly isSpoiled: boolean
}

/**
 * Reads one capture. The next one begins at a prompt that runs dsregcmd, at the box that dsregcmd prints first, or
 * where any section's title comes a second time: there with the rule above it, and with the banner that precedes a
 * prompt. Lines that HTML joined into one stay together.
 */
function readCapture(text: string, cursor: LineCursor, start: number, limit: number): ReadCapture {
  const reader = new CaptureReader(text, start)
  const finder = new FieldFinder(text)
  const titles = new Set<SectionId | string>()
  /** Where the next capture would begin if the lines from there on turn out to be its head. */
  let head: number | undefined
  /**
   * The line that tells that this capture began, or the first one that says anything. It belongs to it, so that whoever
   * changes a capture knows that nothing behind it tells where it begins.
   */
  let told: number | undefined
  cursor.goTo(start, limit)
  while (cursor.next()) {
    if (reader.isDetails ? finder.findInDetails(cursor) : finder.find(cursor)) {
      reader.field(finder, cursor)
      told ??= cursor.lineStart
      head = undefined
      continue
    }
    const line = classify(text, cursor)
    const here = head ?? cursor.lineStart
    if (told !== undefined && here > told && beginsCapture(line, text, titles, reader)) {
      return { capture: reader.closed(here), end: here, isSpoiled: reader.readTo >= here }
    }
    reader.line(line, cursor)
    if (line.kind === "title") titles.add(titleOf(line, text))
    if (line.kind === "prompt" || reader.hasAny) told ??= cursor.lineStart
    if (line.kind === "title" || line.kind === "prompt") head = undefined
    else if (line.kind === "rule" || line.kind === "banner") head = here
  }
  return { capture: reader.closed(limit), end: limit, isSpoiled: false }
}

/** Whether a line says that another run of dsregcmd begins, after what stands above it. */
function beginsCapture(line: Line, text: string, titles: ReadonlySet<string>, reader: CaptureReader): boolean {
  if (line.kind === "prompt") return reader.hasAny
  if (line.kind !== "title") return false
  return titles.has(titleOf(line, text)) || (line.id === FIRST && reader.hasStatus)
}

/** The section that dsregcmd prints first. */
const FIRST: SectionId = "device-state"

/** What tells a section from the others of its capture: most stand in it once, and are told by what they are. */
function titleOf({ id, title }: Extract<Line, { kind: "title" }>, text: string): string {
  return id === "work-account" || id === "other" ? textAt(text, title).toLowerCase() : id
}
