import type { Span } from "../core/text/span.ts"
import type { Chunk } from "./chunk.ts"

/** Where something stands in a log, by lines and characters as an editor counts them, from 0 on. */
export interface Place {
  readonly line: number
  readonly character: number
  readonly endLine: number
  readonly endCharacter: number
}

/** Places as four numbers each, by the lines of a chunk: to be kept, for objects take four times the memory. */
export type Places = readonly number[]

/** The places of spans of a chunk. */
export function placesOf({ lines }: Chunk, spans: readonly Span[]): Places {
  return spans.flatMap((span) => {
    const start = lines.positionAt(span.start)
    const end = lines.positionAt(span.end)
    return [start.line, start.character, end.line, end.character]
  })
}

/** One of them in a log in which the chunk begins at a line. */
export function placeAt(places: Places, index: number, firstLine: number): Place {
  const at = 4 * index
  return {
    line: (places[at] ?? 0) + firstLine,
    character: places[at + 1] ?? 0,
    endLine: (places[at + 2] ?? 0) + firstLine,
    endCharacter: places[at + 3] ?? 0,
  }
}
