import { writeFileSync } from "node:fs"
import { loadavg } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { commandLine } from "./measure/commandLine.ts"
import { folder } from "./measure/folder.ts"
import { growth } from "./measure/growth.ts"
import { reading } from "./measure/reading.ts"
import { sessions } from "./measure/sessions.ts"
import { size } from "./measure/size.ts"
import { bench } from "./places.ts"
import { type Plan, quick, whole } from "./plan.ts"
import { prepare } from "./prepare.ts"
import { results } from "./report/results.ts"
import { table } from "./report/table.ts"
import { growthRows, rows } from "./rows.ts"
import { type Sample, Samples } from "./samples.ts"

/*
 * The whole table in one run: `npm run bench`. With `--quick` in a minute, roughly; with `--write` the whole table goes
 * into RESULTS.md.
 */

const { values } = parseArgs({ options: { quick: { type: "boolean" }, write: { type: "boolean" } } })
if (values.quick && values.write) throw new Error("what is written is the whole table: leave out --quick")

/** Each part of the run by a word for the person who waits. */
const parts: Readonly<Record<string, (plan: Plan) => Iterable<Sample> | AsyncIterable<Sample>>> = {
  sizes: size,
  reading,
  sessions,
  "command line": commandLine,
  folder,
  growth,
}

const [load = 0] = loadavg()
await prepare()
const plan = values.quick ? quick : whole
const samples = new Samples()
const started = performance.now()
for (const [name, part] of Object.entries(parts)) {
  const begun = performance.now()
  for await (const sample of part(plan)) samples.add(sample)
  console.error(`${name}: ${((performance.now() - begun) / 1000).toFixed(0)} s`)
}

console.log(table([...rows, ...growthRows], samples))
if (values.write) {
  writeFileSync(join(bench, "RESULTS.md"), results(samples, { seconds: (performance.now() - started) / 1000, load }))
}
