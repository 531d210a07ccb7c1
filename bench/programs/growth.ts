import { LogDocument } from "../../server/src/documents/logDocument.ts"
import { growthTexts } from "../content/growthTexts.ts"
import type { GrowthText, GrowthWork } from "../growthWorks.ts"
import { growthExponent, milliseconds } from "../statistics.ts"
import { growthWork } from "./growthWork.ts"
import { tell } from "./tell.ts"

/*
 * `growth TEXT WORKS BYTES ROUNDS LIMIT`: how the times of works with a text grow while it doubles three times, ending
 * with the given size, or sooner where a work took more milliseconds than the limit.
 */

const [name = "", words = "", ...numbers] = process.argv.slice(2)
const works = words.split(",") as GrowthWork[]
const [largest = 0, rounds = 0, limit = 0] = numbers.map(Number)

/** From the smallest text to the largest, so that the smallest is done at once whatever its shape. */
const DOUBLINGS = 13

/** How many sizes a line is laid through. */
const POINTS = 4

/** In milliseconds: below, the clock and the collection of garbage tell more than the work does. */
const NOISE = 0.25

/** A text with the milliseconds that each work with it took in one round. */
interface Point {
  readonly text: string
  readonly times: ReadonlyMap<GrowthWork, number>
}

const texts = warmedUp()
  .slice(-POINTS)
  .map(({ text }) => text)
const size = (texts.at(-1)?.length ?? 0) / 1_000_000
for (const work of works) tell({ name: `growth size, ${name}: ${work}`, value: size })
for (let round = 0; round < rounds; round++) {
  const points = texts.map(measure)
  for (const work of works) {
    const timed = points.map(({ text, times }) => ({ size: text.length, time: Math.max(NOISE, times.get(work) ?? 0) }))
    tell({ name: `growth, ${name}: ${work}`, value: growthExponent(timed) })
    tell({ name: `growth time, ${name}: ${work}`, value: timed.at(-1)?.time ?? 0 })
  }
}

/** All sizes once, which also warms the works up. */
function warmedUp(): readonly Point[] {
  const found: Point[] = []
  for (let bytes = largest / 2 ** DOUBLINGS; bytes <= largest; bytes *= 2) {
    const point = measure(growthTexts[name as GrowthText](bytes))
    found.push(point)
    if (found.length >= 2 && Math.max(...point.times.values()) > limit) break
  }
  return found
}

/** Every work once with a fresh document, whose captures are read. */
function measure(text: string): Point {
  const document = new LogDocument("file:///growth.dsreg", 1, text)
  for (const { chunk } of document.chunks) void chunk.diagnosis
  const times = works.map((work): [GrowthWork, number] => {
    const ready = growthWork[work](document, text)
    globalThis.gc?.()
    return [work, milliseconds(ready)]
  })
  return { text, times: new Map(times) }
}
