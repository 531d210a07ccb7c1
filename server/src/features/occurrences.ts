import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type Location,
  type Position,
  type Range,
} from "vscode-languageserver"
import { type Identity, identitiesOf } from "../core/evidence/identity.ts"
import { remembered } from "../core/evidence/remembered.ts"
import { touches } from "../core/text/span.ts"
import type { LogDocument } from "../documents/logDocument.ts"
import { offsetOf, rangeOf } from "./convert.ts"

/** A place of an identity in a log, and whether it is the one that introduces it. */
export interface Occurrence extends Omit<Identity, "span"> {
  readonly range: Range
}

/** A log that can be asked where something stands in it: an open one, or one of the folder's. */
export interface AskedLog {
  readonly uri: string
  occurrencesOf(key: string): readonly Occurrence[]
}

/** Every code, GUID, device, tenant and user of a document, in the order of the text. */
export function occurrences(document: LogDocument): readonly Occurrence[] {
  return occurrencesIn(document, () => true)
}

/** An open document as a log to ask. Lines are counted only for what is asked for: editors ask at each move of the cursor. */
export function asked(document: LogDocument): AskedLog {
  return { uri: document.uri, occurrencesOf: (key) => occurrencesIn(document, (identity) => identity.key === key) }
}

function occurrencesIn(document: LogDocument, isWanted: (identity: Identity) => boolean): readonly Occurrence[] {
  return document.chunks.flatMap((placed) =>
    identitiesIn(placed.chunk.diagnosis.evidence.capture)
      .filter(isWanted)
      .map(({ span, ...identity }) => ({ ...identity, range: rangeOf(placed, span) })),
  )
}

const identitiesIn = remembered(identitiesOf)

/** All places of the code, GUID, device, tenant or user under the cursor: in every capture of the file, then in the other logs. */
export function references(document: LogDocument, position: Position, others: Iterable<AskedLog>): Location[] {
  const key = keyAt(document, position)
  if (key === undefined) return []
  return [asked(document), ...others].flatMap((log) =>
    log.occurrencesOf(key).map(({ range }) => ({ uri: log.uri, range })),
  )
}

/** Where what is under the cursor is introduced, in this file or else in another log; else its first place in this file. */
export function definition(document: LogDocument, position: Position, others: Iterable<AskedLog>): Location | null {
  const key = keyAt(document, position)
  if (key === undefined) return null
  for (const log of [asked(document), ...others]) {
    const home = log.occurrencesOf(key).find(({ atHome }) => atHome)
    if (home) return { uri: log.uri, range: home.range }
  }
  const [first] = asked(document).occurrencesOf(key)
  return first ? { uri: document.uri, range: first.range } : null
}

/** The places in this file, to be highlighted. */
export function highlights(document: LogDocument, position: Position): DocumentHighlight[] {
  return references(document, position, []).map(({ range }) => ({ range, kind: DocumentHighlightKind.Read }))
}

function keyAt(document: LogDocument, position: Position): string | undefined {
  const placed = document.chunkAt(position.line)
  const offset = offsetOf(placed, position)
  const { capture } = placed.chunk.diagnosis.evidence
  return identitiesIn(capture).find(({ span }) => touches(span, offset))?.key
}
