import type { CapturePiece, Piece, Told } from "./told.ts"

/** A capture, with its line where its file has several. */
export interface Placed<T> {
  readonly piece: CapturePiece<T>
  readonly line?: number
}

/**
 * The captures of a reading. The first one of a file waits for the second one or the end, because only among several
 * it is named by its line.
 */
export async function* placed<T extends Told>(pieces: AsyncIterable<Piece<T>>): AsyncIterable<Placed<T>> {
  let first: CapturePiece<T> | undefined
  let count = 0
  for await (const piece of pieces) {
    if (piece.kind === "end") {
      if (first) yield { piece: first }
      first = undefined
      count = 0
    } else if (count++ === 0) {
      first = piece
    } else {
      if (first) yield { piece: first, line: first.report.line }
      first = undefined
      yield { piece, line: piece.report.line }
    }
  }
}
