import { type Identity, identitiesOf } from "../core/evidence/identity.ts"
import type { Chunk } from "./chunk.ts"
import { type Place, placeIn } from "./place.ts"

/** A place of an identity in a log, and whether it is the one that introduces it. */
export interface Occurrence extends Omit<Identity, "span">, Place {}

/** Every code, GUID, device, tenant and user of a chunk by its own lines, in the order of the text. */
export function occurrencesIn(chunk: Chunk): readonly Occurrence[] {
  return identitiesOf(chunk.diagnosis.evidence.capture).map(({ span, ...identity }) => ({
    ...identity,
    ...placeIn(chunk, span),
  }))
}
