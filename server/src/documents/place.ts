import type { Span } from "../core/text/span.ts"
import type { Chunk } from "./chunk.ts"

/** Where something stands, by lines and characters as an editor counts them, from 0 on; of a chunk, or of a whole log. */
export interface Place {
  readonly line: number
  readonly character: number
  readonly endLine: number
  readonly endCharacter: number
}

/** A span of a chunk by the chunk's own lines. */
export function placeIn({ document }: Chunk, span: Span): Place {
  const start = document.positionAt(span.start)
  const end = document.positionAt(span.end)
  return { line: start.line, character: start.character, endLine: end.line, endCharacter: end.character }
}

/** The same in a log in which the chunk begins at a line. */
export function movedBy<Placed extends Place>(firstLine: number, place: Placed): Placed {
  return { ...place, line: place.line + firstLine, endLine: place.endLine + firstLine }
}
