import { parseArgs } from "node:util"
import fc from "fast-check"
import { processorMilliseconds } from "../../bench/statistics.ts"
import { lineShapes, logShapes } from "../support/shapes.ts"
import { anyShape } from "./costOracle.ts"
import { type Growth, growthOf } from "./growth.ts"
import { type Repeated, repeated } from "./growthTexts.ts"
import { writePart } from "./robustnessPage.ts"
import { readDocument, steps } from "./steps.ts"

/*
 * `npm run growth`: looks for the texts that keep each step the longest, and lays a line through four doublings of them.
 * `--write` puts the table into docs/robustness.md.
 */

const { values } = parseArgs({
  options: {
    random: { type: "string", default: "40" },
    length: { type: "string", default: "800000" },
    seed: { type: "string", default: "1" },
    write: { type: "boolean", default: false },
  },
})

/** The length at which texts are compared with each other, and with a quarter of it. */
const TRIED = 160_000

/** A step may grow with this power of its text at most. */
const MOST = 1.1

interface Tried {
  readonly what: string
  readonly shape: Repeated
  readonly time: number
  readonly times: number
}

const shapes: readonly (readonly [string, Repeated])[] = [
  ...Object.entries({ ...lineShapes, ...logShapes }).map(
    ([what, [piece, before = "", behind = ""]]) => [what, { before, piece, behind }] as const,
  ),
  ...fc
    .sample(anyShape, { numRuns: Number(values.random), seed: Number(values.seed) })
    .map((shape) => [JSON.stringify(shape.piece).slice(0, 40), shape] as const),
]

const worst = new Map<string, Tried[]>()
for (const [what, shape] of shapes) {
  const [short, long] = [TRIED / 4, TRIED].map((length) => allSteps(repeated(shape, length)))
  for (const name of Object.keys(steps)) {
    const time = long?.get(name) ?? 0
    const tried = { what, shape, time, times: time / Math.max(1, short?.get(name) ?? 0) }
    worst.set(name, [...(worst.get(name) ?? []), tried])
  }
}

let failed = 0
const rows: string[] = []
for (const [name, tried] of worst) {
  const [first, ...others] = candidates(tried).map(({ what, shape }) => ({ what, ...slowest(name, shape) }))
  if (!first) continue
  const found = others.reduce((one, other) => (other.exponent > one.exponent ? other : one), first)
  if (found.exponent > MOST) failed++
  const perMegabyte = (found.time / found.length) * 1_000_000
  const row = `| ${name} | ${found.what} | ${found.exponent.toFixed(2)} | ${perMegabyte.toFixed(0)} |`
  console.log(`${found.exponent > MOST ? "✖" : "✓"} ${row}`)
  rows.push(row.replaceAll("<", "\\<"))
}
console.log(`${shapes.length} texts; ${rows.length - failed} passed, ${failed} failed`)
if (values.write)
  writePart("growth", ["| step | worst text | exponent | ms a MB |", "| --- | --- | --: | --: |", ...rows])
process.exitCode = failed > 0 ? 1 : 0

/** Every step with one text, each once. */
function allSteps(text: string): ReadonlyMap<string, number> {
  const document = readDocument(text)
  return new Map(
    Object.entries(steps).map(([name, step]) => {
      const ready = step(document, text)
      globalThis.gc?.()
      return [name, processorMilliseconds(ready)]
    }),
  )
}

/** The texts that took the longest, and that grew the most where it was worth measuring. */
function candidates(tried: readonly Tried[]): readonly Tried[] {
  const slow = tried.toSorted((a, b) => b.time - a.time).slice(0, 2)
  const growing = tried
    .filter(({ time }) => time > 4)
    .toSorted((a, b) => b.times - a.times)
    .slice(0, 2)
  return [...new Set([...slow, ...growing])]
}

/** A step that is over at once is measured with a longer text only where that is no matter of noise. */
function slowest(name: string, shape: Repeated): Growth {
  const growth = growthOf(name, shape, Number(values.length), 2)
  return growth.exponent > MOST ? growthOf(name, shape, Number(values.length), 4) : growth
}
