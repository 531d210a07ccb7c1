import type { CodeEntry } from "./code.ts"
import { carriedCode } from "./codeNumber.ts"
import type { Source } from "./source.ts"

/** A number of another library for a failure that has an entry: the number, and its names there. */
export type TwinName = readonly [code: string, symbol: string]

/**
 * The entries of numbers that only wrap another one: cause and advice are those of the entry for the number inside,
 * wherever it stands. `names` is where the names come from. A number whose inside has no such entry gets none.
 */
export function twins(entries: readonly CodeEntry[], numbers: readonly TwinName[], names: Source): CodeEntry[] {
  return numbers.flatMap(([code, symbol]) => {
    const inside = carriedCode(code)
    return entries
      .filter((entry) => entry.code === inside && entry.places.includes("any"))
      .map(
        ({ note: _, ...entry }): CodeEntry => ({
          ...entry,
          code,
          symbols: [symbol],
          places: ["any"],
          twinOf: entry.code,
          confidence: "inferred",
          sources: [...entry.sources, names],
        }),
      )
  })
}
