import type { Position, Range } from "vscode-languageserver"
import type { Span } from "../core/text/span.ts"
import type { PlacedChunk } from "../documents/logDocument.ts"
import type { Place } from "../documents/place.ts"

/** A span of a chunk as a range of the document. */
export function rangeOf({ chunk, firstLine }: PlacedChunk, span: Span): Range {
  return {
    start: positionOf(chunk.lines.positionAt(span.start), firstLine),
    end: positionOf(chunk.lines.positionAt(span.end), firstLine),
  }
}

/** A place as a range. */
export function rangeAt({ line, character, endLine, endCharacter }: Place): Range {
  return { start: { line, character }, end: { line: endLine, character: endCharacter } }
}

/** A position of the document as an offset in the chunk. */
export function offsetOf({ chunk, firstLine }: PlacedChunk, position: Position): number {
  return chunk.lines.offsetAt({ line: position.line - firstLine, character: position.character })
}

function positionOf(local: Position, firstLine: number): Position {
  return { line: local.line + firstLine, character: local.character }
}
