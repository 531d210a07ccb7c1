import { parseArgs } from "node:util"
import { bundles } from "../../scripts/build.ts"
import { writePart } from "../fuzz/robustnessPage.ts"
import { type Memory, WatchedServer } from "./watchedServer.ts"
import { documents, edits, type Work } from "./works.ts"

/*
 * `npm run soak`: does the same to a server thousands of times and watches its memory. `--write` puts the curve into
 * docs/robustness.md.
 */

const { values } = parseArgs({
  options: {
    edits: { type: "string", default: "20000" },
    documents: { type: "string", default: "2000" },
    write: { type: "boolean", default: false },
  },
})

/** How often memory is looked at. */
const LOOKS = 20

/** As much may be kept more at the end than after the first third, in MB: what an engine keeps to be faster. */
const FLAT = 1

await bundles({ write: true })
const curves = [
  { work: edits, times: Number(values.edits), looks: await soaked(edits, Number(values.edits)) },
  { work: documents, times: Number(values.documents), looks: await soaked(documents, Number(values.documents)) },
]
let failed = 0
const rows: string[] = []
for (const { work, times, looks } of curves) {
  const grown = grownIn(looks)
  if (grown > FLAT) failed++
  console.log(
    `${grown > FLAT ? "✖" : "✓"} ${times} ${work.name}: ${grown.toFixed(2)} MB more at the end than after a third`,
  )
  console.log(`  heap in MB: ${looks.map(({ heap }) => heap.toFixed(1)).join(" ")}`)
  rows.push(
    `| ${times.toLocaleString("en")} ${work.name} | ${shown(looks, "heap")} | ${shown(looks, "resident")} | ${grown.toFixed(2)} |`,
  )
}
if (values.write) {
  writePart("soak", [
    "|  | heap after each fifth, MB | resident, MB | more at the end than after a third, MB |",
    "| --- | --: | --: | --: |",
    ...rows,
  ])
}
console.log(`${curves.length - failed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0

async function soaked(work: Work, times: number): Promise<readonly Memory[]> {
  const server = new WatchedServer()
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

/** By how much the last looks are above those after a third, the middle of three of each, so that none decides alone. */
function grownIn(looks: readonly Memory[]): number {
  const third = Math.floor(looks.length / 3)
  return middle(looks.slice(-3)) - middle(looks.slice(third, third + 3))
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
