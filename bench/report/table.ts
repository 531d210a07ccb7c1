import { meets, type Row } from "../rows.ts"
import type { Samples } from "../samples.ts"
import type { Spread } from "../statistics.ts"
import { figure } from "./figure.ts"

/** A row with what was measured. */
export interface Measured extends Row {
  readonly spread: Spread
  readonly isMissed: boolean
}

/** Rows with what was measured; their middle value is what a goal is held against. */
export function measured(rows: readonly Row[], samples: Samples): readonly Measured[] {
  return rows.map((row) => {
    const spread = row.over ? samples.ratio(row.of, row.over) : samples.spread(row.of)
    return { ...row, spread, isMissed: row.goal !== undefined && !meets(row.goal, spread.median) }
  })
}

/** The rows as a table for a terminal. */
export function table(rows: readonly Row[], samples: Samples): string {
  const header = ["", "least", "median", "most", "goal", "reach", ""]
  const lines = [header, ...measured(rows, samples).map(cells)]
  const widths = header.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  return lines
    .map((line) => line.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))))
    .map((line) => line.join("  ").trimEnd())
    .join("\n")
}

/** One row in the columns what, least, median, most, goal, reach, and whether it is reached. */
export function cells({ what, spread, goal, isMissed }: Measured): readonly string[] {
  const { least, median, most } = spread
  const sign = goal?.kind === "at least" ? "≥" : "≤"
  return [
    what,
    figure(least),
    figure(median),
    figure(most),
    goal ? `${sign} ${goal.value}` : "",
    goal?.reach ? `${sign} ${goal.reach}` : "",
    goal ? (isMissed ? "missed" : "met") : "",
  ]
}
