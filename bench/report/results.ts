import { cpus } from "node:os"
import { notes } from "../notes.ts"
import { serverNames } from "../places.ts"
import { growthRows, rows } from "../rows.ts"
import type { Samples } from "../samples.ts"
import type { Spread } from "../statistics.ts"
import { otherTimes, serverSizes, serverTimes, type TimesRow } from "../times.ts"
import { figure } from "./figure.ts"
import { markdownTable } from "./markdownTable.ts"
import { cells, type Measured, measured } from "./table.ts"

/** How a run went. */
export interface RunFacts {
  readonly seconds: number
  /** How many processes wanted to run before it began, as the system counts them; 0 where it does not. */
  readonly load: number
}

/** The page of results. */
export function results(samples: Samples, { seconds, load }: RunFacts): string {
  const ratios = measured(rows, samples)
  const growth = measured(growthRows, samples)
  const columns = ["least", "median", "most", "goal", "reach for", ""]
  return `${[
    "# Results",
    "`npm run bench -- --write` wrote this page. [README.md](README.md) says what each line is and why it is honest.",
    `One run of ${figure(seconds / 60)} minutes on ${new Date().toISOString().slice(0, 10)}: ${machine()}. Before it the machine's load was ${figure(load)}: whatever else ran took its part of the ${cpus().length} processors, and spreads are wide where that is not near 0.`,
    "## Ratios",
    "These carry over to another machine. The goal is held against the median of the rounds.",
    markdownTable(["", ...columns], ratios.map(cells)),
    "## Growth",
    "The power of its size that a time grows with, through four sizes that double. 1 is in proportion, 2 is with the square, 0 is not at all. A text that took too long was not doubled further.",
    markdownTable(
      ["", ...columns, "up to MB", "ms there"],
      growth.map((row) => [...cells(row), ...reached(row, samples)]),
    ),
    "## Missed goals",
    missed([...ratios, ...growth]),
    "## Times of this machine",
    "Milliseconds: the median, and the least and most of all rounds.",
    markdownTable(
      ["", ...serverNames],
      serverTimes.map((row) => timesCells(row, samples)),
    ),
    markdownTable(
      ["", "ms"],
      otherTimes.map((row) => timesCells(row, samples)),
    ),
    "Memory in MB with 10 MB open, and each server's one script in KB:",
    markdownTable(
      ["", ...serverNames],
      serverSizes.map((row) => timesCells(row, samples)),
    ),
  ].join("\n\n")}\n`
}

function machine(): string {
  const [processor] = cpus()
  const memory = process.platform === "linux" ? "" : "; memory is measured on Linux only"
  return `Node ${process.version}, ${process.platform}, ${cpus().length} × ${processor?.model.trim()}${memory}`
}

/** How far a row of growth came: the size of its largest text and the time there. */
function reached({ what }: Measured, samples: Samples): readonly string[] {
  return ["size", "time"].map((kind) => figure(samples.spread(`growth ${kind}, ${what}`).median))
}

function missed(all: readonly Measured[]): string {
  const stray = Object.keys(notes).filter((name) => !all.some(({ what }) => what === name))
  if (stray.length > 0) throw new Error(`notes.ts tells of no row: ${stray.join(", ")}`)
  const misses = all.filter(({ isMissed }) => isMissed)
  const explained = misses.flatMap(({ what, spread, goal }) => {
    const note = notes[what]
    return note ? [`- **${what}**: ${figure(spread.median)}, wanted ${goal?.kind} ${goal?.value}. ${note}`] : []
  })
  const others = misses.filter(({ what }) => !notes[what]).map(({ what }) => what)
  const unexplained = others.length > 0 ? [`Nobody has said yet where the floor is of: ${others.join("; ")}.`] : []
  const text = [explained.join("\n"), ...unexplained].filter((part) => part !== "").join("\n\n")
  return text.replaceAll("<br>", "`<br>`") || "None."
}

function timesCells({ what, of }: TimesRow, samples: Samples): readonly string[] {
  return [what, ...of.map((name) => spreadText(samples.spread(name)))]
}

/** `1.6 (1.5–2.0)` */
function spreadText({ least, median, most }: Spread): string {
  if (Number.isNaN(median)) return "–"
  return least === most ? figure(median) : `${figure(median)} (${figure(least)}–${figure(most)})`
}
