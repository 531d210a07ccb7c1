import { type DocumentHighlight, DocumentHighlightKind, type Location, type Position } from "vscode-languageserver"
import type { LogDocument } from "../documents/logDocument.ts"
import { type Occurrence, occurrencesIn } from "../documents/occurrences.ts"
import { movedBy } from "../documents/place.ts"
import { offsetOf, rangeAt } from "./convert.ts"

/** A log that can be asked where something stands in it: an open one, or one of the folder's. */
export interface AskedLog {
  readonly uri: string
  occurrencesOf(key: string): Iterable<Occurrence>
}

/** Every code, GUID, device, tenant and user of a document, in the order of the text. */
export function* occurrences({ chunks }: LogDocument): Iterable<Occurrence> {
  for (const { chunk, firstLine } of chunks) {
    for (const one of chunk.once(occurrencesIn)) yield movedBy(firstLine, one)
  }
}

/** An open document as a log to ask. */
export function asked({ uri, chunks }: LogDocument): AskedLog {
  return {
    uri,
    occurrencesOf: (key) =>
      chunks.flatMap(({ chunk, firstLine }) =>
        chunk.once(occurrencesIn).flatMap((one) => (one.key === key ? [movedBy(firstLine, one)] : [])),
      ),
  }
}

/** All places of the code, GUID, device, tenant or user under the cursor: in every capture of the file, then in the other logs. */
export function references(document: LogDocument, position: Position, others: Iterable<AskedLog>): Location[] {
  const key = keyAt(document, position)
  if (key === undefined) return []
  return [asked(document), ...others].flatMap((log) =>
    Array.from(log.occurrencesOf(key), (place) => ({ uri: log.uri, range: rangeAt(place) })),
  )
}

/** Where what is under the cursor is introduced, in this file or else in another log; else its first place in this file. */
export function definition(document: LogDocument, position: Position, others: Iterable<AskedLog>): Location | null {
  const key = keyAt(document, position)
  if (key === undefined) return null
  for (const log of [asked(document), ...others]) {
    for (const place of log.occurrencesOf(key)) if (place.atHome) return { uri: log.uri, range: rangeAt(place) }
  }
  for (const place of asked(document).occurrencesOf(key)) return { uri: document.uri, range: rangeAt(place) }
  return null
}

/** The places in this file, to be highlighted. */
export function highlights(document: LogDocument, position: Position): DocumentHighlight[] {
  return references(document, position, []).map(({ range }) => ({ range, kind: DocumentHighlightKind.Read }))
}

function keyAt(document: LogDocument, position: Position): string | undefined {
  const placed = document.chunkAt(position.line)
  // A position behind the end of a line is at its end.
  const at = placed.chunk.document.positionAt(offsetOf(placed, position))
  return placed.chunk.once(occurrencesIn).find((occurrence) => touches(occurrence, at))?.key
}

/** Whether a position lies in a place, its end included. */
function touches({ line, character, endLine, endCharacter }: Occurrence, at: Position): boolean {
  if (at.line < line || at.line > endLine) return false
  return (at.line > line || at.character >= character) && (at.line < endLine || at.character <= endCharacter)
}
