import { growthWorks } from "../growthWorks.ts"
import type { Plan } from "../plan.ts"
import type { Sample } from "../samples.ts"
import { told } from "./programs.ts"

/** How times grow with the size of a text. Ordinary logs are read up to the full size, however long it takes. */
export function* growth({ growthBytes, growthRounds, growthLimit }: Plan): Iterable<Sample> {
  for (const { text, works } of growthWorks) {
    const limit = text === "ordinary logs" ? Number.POSITIVE_INFINITY : growthLimit
    yield* told("growth", text, works.join(), growthBytes, growthRounds, limit)
  }
}
