import { type DocumentHighlight, DocumentHighlightKind, type Location, type Position } from "vscode-languageserver"
import type { Field } from "../core/log.ts"
import { mentionsIn } from "../core/mention.ts"
import { allFields } from "../core/query.ts"
import { type Span, textAt, touches } from "../core/span.ts"
import type { LogDocument } from "../documents.ts"
import { offsetOf, rangeOf } from "./convert.ts"

/** Something of which a file can hold several: a code in any spelling, a GUID, a user name. */
interface Identity {
  readonly key: string
  readonly span: Span
}

/** GUIDs and user principal names; masked ones are no identity. */
const IDENTITY = /\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b|[^\s,;@\\<>()[\]{}"]{1,64}@[\w.-]{1,128}/gi

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

function identities({ diagnosis }: ReturnType<LogDocument["chunkAt"]>["chunk"]): Identity[] {
  const { capture } = diagnosis.situation
  return Array.from(allFields(capture)).flatMap(({ field }) => [
    ...mentionsIn(field).map(({ code, span }) => ({ key: code.toLowerCase(), span })),
    ...named(capture.text, field),
  ])
}

function named(text: string, { value, valueSpan }: Field): Identity[] {
  return Array.from(value.matchAll(IDENTITY), (match) => {
    const span = { start: valueSpan.start + match.index, end: valueSpan.start + match.index + match[0].length }
    return { key: textAt(text, span).toLowerCase(), span }
  })
}
