import { growthWorks } from "./growthWorks.ts"
import type { Size } from "./plan.ts"

/** What a row has to reach. */
export interface Goal {
  readonly kind: "at least" | "at most"
  readonly value: number
  /** What is worth trying for. */
  readonly reach?: number
}

/** One line of the table: a figure that carries over to another machine. */
export interface Row {
  readonly what: string
  /** The name of a sample. */
  readonly of: string
  /** The name of the sample it is divided by; without one the sample is told as it is. */
  readonly over?: string
  readonly goal?: Goal
}

function atMost(value: number, reach?: number): Goal {
  return { kind: "at most", value, ...(reach && { reach }) }
}

function atLeast(value: number, reach: number): Goal {
  return { kind: "at least", value, reach }
}

/** A step of a session in our server, over the same step in another. */
function session(step: string, size: Size, other: "json" | "minimal" | "bare", goal?: Goal): Row {
  const what = `${step} ${size} ÷ ${OTHERS[other]}`
  return { what, of: `${step} ${size}, dsreg`, over: `${step} ${size}, ${other}`, ...(goal && { goal }) }
}

const OTHERS = { json: "JSON server", minimal: "minimal server", bare: "bare server" } as const

/** The table, in its order. */
export const rows: readonly Row[] = [
  { what: "speed of reading 10 MB, warm ÷ loop", of: "warm loop", over: "warm read", goal: atLeast(0.35, 0.8) },
  { what: "speed of parsing alone ÷ loop", of: "warm loop", over: "warm parse" },
  { what: "first reading of 1 MB ÷ first loop", of: "cold read", over: "cold loop", goal: atMost(2.5) },
  session("open", "10 KB", "json", atMost(1, 0.35)),
  session("open", "100 KB", "json", atMost(1, 0.3)),
  session("open", "1 MB", "json", atMost(0.6, 0.35)),
  session("open", "10 MB", "json", atMost(0.5, 0.3)),
  session("start and open", "10 KB", "json"),
  session("edit", "10 KB", "json"),
  session("edit", "1 MB", "json"),
  session("edit", "10 MB", "json", atMost(0.03, 0.02)),
  { what: "edit 10 MB ÷ edit 10 KB", of: "edit 10 MB, dsreg", over: "edit 10 KB, dsreg", goal: atMost(3) },
  session("hover", "10 MB", "bare", atMost(2)),
  session("hover", "10 MB", "minimal"),
  { what: "hover 10 MB ÷ hover 10 KB", of: "hover 10 MB, dsreg", over: "hover 10 KB, dsreg" },
  session("symbols", "1 MB", "json", atMost(0.2, 0.1)),
  session("symbols and folds", "1 MB", "json"),
  session("symbols and folds", "10 MB", "json"),
  {
    what: "tokens 1 MB ÷ symbols of the JSON server",
    of: "tokens 1 MB, dsreg",
    over: "symbols 1 MB, json",
    goal: atMost(0.2),
  },
  { what: "start ÷ minimal server", of: "start, dsreg", over: "start, minimal", goal: atMost(1.15) },
  { what: "start ÷ JSON server", of: "start, dsreg", over: "start, json", goal: atMost(0.85) },
  { what: "bundle ÷ JSON server", of: "bundle, dsreg", over: "bundle, json", goal: atMost(0.6) },
  {
    what: "memory above start when open, MB a MB",
    of: "memory per MB when open 10 MB, dsreg",
    goal: atMost(5),
  },
  { what: "memory above start at peak, MB a MB", of: "memory per MB at peak 10 MB, dsreg", goal: atMost(10, 8) },
  {
    what: "command line ÷ loop over the same bytes",
    of: "command line, dsreg",
    over: "command line, loop",
    goal: atMost(5.6, 2.4),
  },
  { what: "command line, peak of memory in MB", of: "command line peak, dsreg", goal: atMost(150, 120) },
  { what: "index of a folder ÷ bare reading", of: "folder, index", over: "folder, reading" },
  { what: "memory of the index, MB a MB", of: "folder, memory per MB" },
]

/** The exponents of growth, in the order of their table. */
export const growthRows: readonly Row[] = growthWorks.flatMap(({ text, works }) =>
  works.map((work) => ({ what: `${text}: ${work}`, of: `growth, ${text}: ${work}`, goal: atMost(1.05) })),
)

/** Whether a value reaches a goal. */
export function meets({ kind, value }: Goal, measured: number): boolean {
  return kind === "at least" ? measured >= value : measured <= value
}
