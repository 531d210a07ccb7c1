import { serverNames } from "./places.ts"
import { type Size, sizes } from "./plan.ts"

/** One line of the tables of what was measured as it is, which holds on one machine only. */
export interface TimesRow {
  readonly what: string
  /** The names of the samples, one a column; an empty one is a column without. */
  readonly of: readonly string[]
}

const steps = ["open", "edit", "hover", "symbols", "symbols and folds", "tokens"] as const

/** What every server took for each step, in milliseconds; a column a server. */
export const serverTimes: readonly TimesRow[] = [
  ofServers("start"),
  ofServers("start and open 10 KB"),
  ...steps.flatMap((step) => (Object.keys(sizes) as Size[]).map((size) => ofServers(`${step} ${size}`))),
]

/** What every server held with 10 MB open, in MB, and the size of its script in KB; a column a server. */
export const serverSizes: readonly TimesRow[] = [
  ofServers("memory at start 10 MB"),
  ofServers("memory when open 10 MB"),
  ofServers("memory at peak 10 MB"),
  ofServers("bundle"),
]

/** What has no peer, in milliseconds. */
export const otherTimes: readonly TimesRow[] = [
  { what: "newline loop over 10 MB, warm", of: ["warm loop"] },
  { what: "parsing 10 MB, warm", of: ["warm parse"] },
  { what: "reading 10 MB, warm", of: ["warm read"] },
  { what: "first loop over 1 MB", of: ["cold loop"] },
  { what: "first reading of 1 MB", of: ["cold read"] },
  { what: "loop over 100 MB", of: ["command line, loop"] },
  { what: "command line, 100 MB", of: ["command line, dsreg"] },
  { what: "a folder of 5 MB, bare reading", of: ["folder, reading"] },
  { what: "a folder of 5 MB, into the index", of: ["folder, index"] },
  { what: "over the index: what is new", of: ["folder, what is new"] },
  { what: "over the index: a symbol", of: ["folder, a symbol"] },
  { what: "over the index: references", of: ["folder, references"] },
]

function ofServers(step: string): TimesRow {
  return { what: step, of: serverNames.map((server) => `${step}, ${server}`) }
}
