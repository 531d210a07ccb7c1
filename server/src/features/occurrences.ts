import { type DocumentHighlight, DocumentHighlightKind, type Location, type Position } from "vscode-languageserver"
import { type Identity, identitiesIn } from "../core/identity.ts"
import { mentionsIn } from "../core/mention.ts"
import { allFields } from "../core/query.ts"
import { touches } from "../core/span.ts"
import type { LogDocument } from "../documents.ts"
import { offsetOf, rangeOf } from "./convert.ts"

/** All places of the code, GUID or user under the cursor, in every capture of the file. */
export function references(document: LogDocument, position: Position): Location[] {
  return occurrences(document, position).map((range) => ({ uri: document.uri, range }))
}

/** The first place of what is under the cursor. */
export function definition(document: LogDocument, position: Position): Location | null {
  return references(document, position)[0] ?? null
}

/** The same places, to be highlighted. */
export function highlights(document: LogDocument, position: Position): DocumentHighlight[] {
  return occurrences(document, position).map((range) => ({ range, kind: DocumentHighlightKind.Read }))
}

function occurrences(document: LogDocument, position: Position) {
  const placed = document.chunkAt(position.line)
  const offset = offsetOf(placed, position)
  const wanted = identities(placed.chunk).find(({ span }) => touches(span, offset))
  if (!wanted) return []
  return document.chunks.flatMap((each) =>
    identities(each.chunk).flatMap(({ key, span }) => (key === wanted.key ? [rangeOf(each, span)] : [])),
  )
}

/** Everything of which a file can hold several: codes in any spelling, and identities. */
function identities({ diagnosis }: ReturnType<LogDocument["chunkAt"]>["chunk"]): Identity[] {
  const { capture } = diagnosis.situation
  return Array.from(allFields(capture)).flatMap(({ field }) => [
    ...mentionsIn(field).map(({ code, span }) => ({ key: code.toLowerCase(), span })),
    ...identitiesIn(field),
  ])
}
