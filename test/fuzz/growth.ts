import { growthExponent, processorMilliseconds } from "../../bench/statistics.ts"
import { type Repeated, repeated } from "./growthTexts.ts"
import { readDocument, steps } from "./steps.ts"

/** How the time of a step grows with a text, through some sizes that double. */
export interface Growth {
  readonly exponent: number
  /** In milliseconds of the processor, for the longest text. */
  readonly time: number
  readonly length: number
}

/** Below this, in milliseconds, the clock and the collection of garbage tell more than the step does. */
const NOISE = 1

/** The best of some tries, with what was thrown away collected before each where the engine lets us. */
function best(name: string, text: string, tries: number): number {
  let least = Number.POSITIVE_INFINITY
  for (let left = tries; left > 0; left--) {
    const ready = steps[name]?.(readDocument(text), text)
    globalThis.gc?.()
    if (ready) least = Math.min(least, processorMilliseconds(ready))
  }
  return Math.max(NOISE, least)
}

/** Lays a line through the times of four doublings that end with a length. */
export function growthOf(name: string, shape: Repeated, length: number, tries = 3): Growth {
  const lengths = [16, 8, 4, 2, 1].map((part) => length / part)
  best(name, repeated(shape, length / 16), 2)
  const points = lengths.map((size) => ({ size, time: best(name, repeated(shape, size), tries) }))
  return { exponent: growthExponent(points), time: points.at(-1)?.time ?? 0, length }
}
