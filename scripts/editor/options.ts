import { parseArgs } from "node:util"

/** What a person asks of `npm run test:editor`. */
export interface Options {
  /** The legs to run, by their letters; all where none is named. */
  readonly legs: readonly string[]
  /** Only tests whose full name holds this text; "" for all. */
  readonly grep: string
  /** A leg that cannot run here is a failure: for machines that are set up to run it. */
  readonly noSkip: boolean
}

/** Reads `--leg A,B`, `--grep text` and `--no-skip`; anything else is an error. */
export function optionsFrom(args: readonly string[], known: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      leg: { type: "string" },
      grep: { type: "string", default: "" },
      "no-skip": { type: "boolean", default: false },
    },
  })
  const legs = values.leg?.toUpperCase().split(",") ?? known
  const unknown = legs.filter((leg) => !known.includes(leg))
  if (unknown.length > 0) throw new Error(`no such leg: ${unknown.join(", ")}; there are ${known.join(", ")}`)
  return { legs, grep: values.grep, noSkip: values["no-skip"] }
}
