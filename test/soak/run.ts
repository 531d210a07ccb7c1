import { parseArgs } from "node:util"
import { bundles } from "../../scripts/build.ts"
import { writePart } from "../fuzz/robustnessPage.ts"
import { type Memory, PLAIN, WatchedServer } from "./watchedServer.ts"
import { documents, edits, type Work } from "./works.ts"

/*
 * `npm run soak`: does the same to a server thousands of times and watches its memory. What is kept each time grows with
 * the times, so one half of them is held against the other. `--write` puts the curve into docs/robustness.md.
 */

const { values } = parseArgs({
  options: {
    edits: { type: "string", default: "20000" },
    letters: { type: "string", default: "1000000" },
    documents: { type: "string", default: "8000" },
    write: { type: "boolean", default: false },
  },
})

/** How often memory is looked at. */
const LOOKS = 20

/** The first looks see what is filled and compiled once. */
const WARM = 4

/** The second half may hold more than the first by this part of it. */
const FLAT = 0.01

await bundles({ write: true })
const typing = edits(Number(values.letters))
const curves = [
  { work: typing, times: Number(values.edits), looks: await soaked(typing, Number(values.edits)) },
  { work: documents, times: Number(values.documents), looks: await soaked(documents, Number(values.documents)) },
]
let failed = 0
const rows: string[] = []
for (const { work, times, looks } of curves) {
  const [first, second] = halves(looks)
  const isFlat = second <= first * (1 + FLAT)
  if (!isFlat) failed++
  const grown = (second - first).toFixed(2)
  console.log(`${isFlat ? "✓" : "✖"} ${times} ${work.name}: ${grown} MB more in the second half than in the first`)
  console.log(`  heap in MB: ${looks.map(({ heap }) => heap.toFixed(1)).join(" ")}`)
  rows.push(
    `| ${times.toLocaleString("en")} ${work.name} | ${shown(looks, "heap")} | ${shown(looks, "resident")} | ${grown} |`,
  )
}
if (values.write) {
  writePart("soak", [
    "|  | heap after each fifth, MB | resident, MB | more in the second half, MB |",
    "| --- | --: | --: | --: |",
    ...rows,
  ])
}
console.log(`${curves.length - failed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0

async function soaked(work: Work, times: number): Promise<readonly Memory[]> {
  const server = new WatchedServer(PLAIN)
  await server.start()
  await work.before(server.client)
  const looks = [await server.memory()]
  for (let index = 0; index < times; index++) {
    await work.once(server.client, index)
    if ((index + 1) % Math.ceil(times / LOOKS) === 0) looks.push(await server.memory())
  }
  await server.stop()
  return looks
}

/** What each half of the looks holds, in MB: the middle one, so that none decides alone. */
function halves(looks: readonly Memory[]): readonly [number, number] {
  const size = (looks.length - 1 - WARM) >> 1
  return [middle(looks.slice(-2 * size, -size)), middle(looks.slice(-size))]
}

function middle(looks: readonly Memory[]): number {
  return looks.map(({ heap }) => heap).sort((a, b) => a - b)[looks.length >> 1] ?? Number.NaN
}

function shown(looks: readonly Memory[], what: keyof Memory): string {
  return looks
    .filter((_, index) => index % (LOOKS / 5) === 0)
    .map((look) => look[what].toFixed(1))
    .join(" ")
}
