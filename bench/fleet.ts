import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { cpus, loadavg, tmpdir } from "node:os"
import { join } from "node:path"
import { bundles } from "../scripts/build.ts"
import { writeFleet } from "./content/fleetLogs.ts"
import { bench, commandLine } from "./places.ts"

/*
 * How many logs a second the command line reads, and in how much memory, for folders of several sizes and by one thread
 * and two: npm run bench:fleet [-- --write] [--once]. Linux only, for the memory.
 */

const JOBS = [1, 2]

/** How often each is measured, by the number of logs; one thread and two take turns, so that a busy moment meets both. */
const ROUNDS: readonly (readonly [logs: number, rounds: number])[] = [
  [1000, 5],
  [10_000, 3],
  [100_000, 1],
]

interface Measured {
  /** Seconds by the clock, and of the processors. */
  readonly wall: number
  readonly cpu: number
  /** The most memory that it held, in MB. */
  readonly peak: number
}

/** Loaded before the program: tells at its end what it used. The processor's time is that of all its threads. */
const TELLS = `
const { isMainThread } = require("node:worker_threads")
const { readFileSync, writeSync } = require("node:fs")
if (isMainThread) process.on("exit", () => {
  const { user, system } = process.cpuUsage()
  const peak = Number(/^VmHWM:\\s+(\\d+)/m.exec(readFileSync("/proc/self/status", "utf8"))[1]) / 1024
  writeSync(3, JSON.stringify({ cpu: (user + system) / 1e6, peak }))
})
`

await bundles({ write: true })
const folder = mkdtempSync(join(tmpdir(), "dsreg-bench-fleet-"))
try {
  writeFileSync(join(folder, "tells.cjs"), TELLS)
  const load = loadavg()[0] ?? 0
  const rows = ROUNDS.map(([logs, rounds]) => rowOf(logs, process.argv.includes("--once") ? 1 : rounds))
  const text = report(rows, load)
  console.log(text)
  if (process.argv.includes("--write")) writeFileSync(join(bench, "FLEET.md"), text)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

interface Row {
  readonly logs: number
  readonly bytes: number
  readonly rounds: number
  readonly by: readonly Measured[]
}

function rowOf(logs: number, rounds: number): Row {
  const own = join(folder, "logs")
  const bytes = writeFleet(own, logs)
  const measured = JOBS.map((): Measured[] => [])
  for (let round = 0; round < rounds; round++)
    for (const [index, jobs] of JOBS.entries()) measured[index]?.push(measure(own, jobs))
  rmSync(own, { recursive: true })
  return { logs, bytes, rounds, by: measured.map(median) }
}

function measure(logs: string, jobs: number): Measured {
  const words = ["check", "--format", "ndjson", "--fail-on", "never", "--jobs", String(jobs), logs]
  const start = performance.now()
  const { status, output } = spawnSync(
    process.execPath,
    ["--require", join(folder, "tells.cjs"), commandLine, ...words],
    {
      stdio: ["ignore", "ignore", "inherit", "pipe"],
      encoding: "utf8",
    },
  )
  if (status !== 0) throw new Error(`it ended with ${status}`)
  return { wall: (performance.now() - start) / 1000, ...(JSON.parse(output[3] ?? "") as Omit<Measured, "wall">) }
}

function median(all: readonly Measured[]): Measured {
  const middle = (key: keyof Measured) => all.map((one) => one[key]).sort((a, b) => a - b)[all.length >> 1] ?? 0
  return { wall: middle("wall"), cpu: middle("cpu"), peak: middle("peak") }
}

function report(rows: readonly Row[], load: number): string {
  const [first] = rows
  const number = (value: number, digits = 0) =>
    value.toLocaleString("en", { maximumFractionDigits: digits, minimumFractionDigits: digits })
  const lines = rows.flatMap(({ logs, bytes, rounds, by }) =>
    by.map(({ wall, cpu, peak }, index) => {
      const before = first?.by[index]
      const growth =
        before && logs !== first?.logs ? [number(cpu / before.cpu, 1), number(peak / before.peak, 2)] : ["", ""]
      const cells = [number(logs), number(bytes / 2 ** 20, 1), JOBS[index], number(logs / wall), number(logs / cpu)]
      return `| ${[...cells, number(peak), ...growth, rounds].join(" | ")} |`
    }),
  )
  const speedup = rows.map(
    ({ logs, by: [one, two] }) => `${number((one?.wall ?? 0) / (two?.wall ?? 1), 2)} at ${number(logs)}`,
  )
  return `# How fast a folder of logs is read

Made by \`npm run bench:fleet -- --write\`: the command line as it is shipped, Node ${process.versions.node}, ${cpus().length} processors, load ${number(load, 1)} when it began.
The logs are the test logs in turn, each with the identities of another device, one a file; the lines of \`--format ndjson\` are thrown away.
Start of the program included; medians where there were several rounds.

| logs | MB | threads | logs a second by the clock | logs a second of processor time | peak of memory, MB | processor time ÷ that of ${number(first?.logs ?? 0)} | memory ÷ that of ${number(first?.logs ?? 0)} | rounds |
| --: | --: | --: | --: | --: | --: | --: | --: | --: |
${lines.join("\n")}

By the clock, two threads are faster than one by a factor of ${speedup.join(", ")} logs.
On a busy machine the processor's time says more than the clock.
`
}
