import { type Plan, sizes } from "../plan.ts"
import type { Sample } from "../samples.ts"
import { told } from "./programs.ts"

/** Reading inside one process: warm over 10 MB, and the first pass over 1 MB in fresh processes. */
export function* reading({ rounds }: Plan): Iterable<Sample> {
  yield* told("reading", sizes["10 MB"], rounds)
  for (let round = 0; round < rounds; round++) {
    yield* told("cold", "loop", sizes["1 MB"])
    yield* told("cold", "read", sizes["1 MB"])
  }
}
