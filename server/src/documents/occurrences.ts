import { type Identity, identitiesOf } from "../core/evidence/identity.ts"
import type { Chunk } from "./chunk.ts"
import type { PlacedChunk } from "./logDocument.ts"
import { type Place, placeAt, placesOf } from "./place.ts"

/** A place of an identity in a log, and whether it is the one that introduces it. */
export interface Occurrence extends Omit<Identity, "span">, Place {}

/** Every code, GUID, device, tenant and user of a chunk, in the order of the text. */
export function identitiesIn(chunk: Chunk): readonly Identity[] {
  return identitiesOf(chunk.diagnosis.evidence.capture)
}

/** Those that are wanted, by lines and characters. */
export function occurrencesOf(
  { chunk, firstLine }: PlacedChunk,
  isWanted: (identity: Identity) => boolean,
): readonly Occurrence[] {
  const wanted = chunk.once(identitiesIn).filter(isWanted)
  const places = placesOf(
    chunk,
    wanted.map(({ span }) => span),
  )
  return wanted.map(({ kind, key, name, atHome }, index) => ({
    kind,
    key,
    name,
    atHome,
    ...placeAt(places, index, firstLine),
  }))
}
