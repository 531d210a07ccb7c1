import type { DocumentHighlight, Location, Position } from "vscode-languageserver"
import { touches } from "../core/text/span.ts"
import type { LogDocument } from "../documents/logDocument.ts"
import { identitiesIn, type Occurrence, occurrencesOf } from "../documents/occurrences.ts"
import { offsetOf, rangeAt } from "./convert.ts"
import { DocumentHighlightKind } from "./lsp.ts"

/** A log that can be asked where something stands in it: an open one, or one of the folder's. */
export interface AskedLog {
  readonly uri: string
  occurrencesOf(key: string): Iterable<Occurrence>
}

/** Every code, GUID, device, tenant and user of a document, in the order of the text. */
export function occurrences({ chunks }: LogDocument): readonly Occurrence[] {
  return chunks.flatMap((placed) => occurrencesOf(placed, () => true))
}

/** An open document as a log to ask. Lines are counted only for what is asked for: editors ask at each move of the cursor. */
export function asked({ uri, chunks }: LogDocument): AskedLog {
  return {
    uri,
    occurrencesOf: (key) => chunks.flatMap((placed) => occurrencesOf(placed, (identity) => identity.key === key)),
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
  const offset = offsetOf(placed, position)
  return placed.chunk.once(identitiesIn).find(({ span }) => touches(span, offset))?.key
}
