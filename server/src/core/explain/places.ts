import type { Place } from "../knowledge/code.ts"
import { phaseName } from "../knowledge/lookup.ts"
import { phaseEntries } from "../knowledge/phases.ts"
import type { ExplanationId } from "./explanationId.ts"

/** The places where a code can stand, in words: `discover phase, join phase`. */
export function placeNames(of: readonly Place[]): string {
  return of.map(placeName).join(", ")
}

/** The pages of those places that are phases, in the order of the phases. */
export function phasesAmong(places: readonly Place[]): readonly ExplanationId[] {
  return phaseEntries.filter(({ id }) => places.includes(id)).map(({ id }): ExplanationId => `phase/${id}`)
}

function placeName(place: Place): string {
  switch (place) {
    case "any":
      return "any phase"
    case "hello":
      return "Windows Hello"
    case "enrollment":
      return "device management enrollment"
    default:
      return phaseName(place)
  }
}
