import type { Plan } from "../plan.ts"
import type { Sample } from "../samples.ts"
import { told } from "./programs.ts"

/** What an open folder costs for each log that is read while it is closed. */
export function* folder({ rounds }: Plan): Iterable<Sample> {
  yield* told("folder", rounds)
}
