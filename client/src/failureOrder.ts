/** A place in a text, as VS Code and the protocol have it. */
export interface Place {
  readonly line: number
  readonly character: number
}

/** Where one capture fails, the cause first; as the server says it. */
export interface FailurePlaces {
  readonly firstLine: number
  readonly places: readonly Place[]
}

/** The places in the order in which they are gone through, each once: capture by capture, in each the cause first. */
export function inOrder(captures: readonly FailurePlaces[]): readonly Place[] {
  const each = new Map(
    captures.flatMap(({ places }) => places).map((place) => [`${place.line}:${place.character}`, place]),
  )
  return [...each.values()]
}

/**
 * The place to go to from a cursor: the next one where it stands on one already, from the last to the first; else the
 * cause of the capture that it stands in, or of the nearest one above that fails, or the first one. Undefined where nothing fails.
 */
export function nextPlace(captures: readonly FailurePlaces[], cursor: Place): Place | undefined {
  const places = inOrder(captures)
  const at = places.findIndex((place) => isSame(place, cursor))
  if (at >= 0) return places[(at + 1) % places.length]
  const here = captures.findLast(({ firstLine }) => firstLine <= cursor.line) ?? captures[0]
  return here?.places[0]
}

/** The place to go back to: the one before, from the first to the last; from elsewhere the nearest one above, or the last. */
export function previousPlace(captures: readonly FailurePlaces[], cursor: Place): Place | undefined {
  const places = inOrder(captures)
  const at = places.findIndex((place) => isSame(place, cursor))
  if (at >= 0) return places.at(at - 1)
  const sorted = [...places].sort((a, b) => a.line - b.line || a.character - b.character)
  return sorted.findLast((place) => isBefore(place, cursor)) ?? sorted.at(-1)
}

function isSame(one: Place, other: Place): boolean {
  return one.line === other.line && one.character === other.character
}

function isBefore(one: Place, other: Place): boolean {
  return one.line < other.line || (one.line === other.line && one.character < other.character)
}
