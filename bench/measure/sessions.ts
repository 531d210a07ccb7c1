import { jsonContent, logContent } from "../content/content.ts"
import { serverNames } from "../places.ts"
import { type Plan, type Size, sizes } from "../plan.ts"
import type { Sample } from "../samples.ts"
import { session } from "./session.ts"

/** One document of each size in each server, over and over; servers take turns, a fresh process each time. */
export async function* sessions(plan: Plan): AsyncIterable<Sample> {
  for (const size of Object.keys(sizes) as Size[]) {
    const log = logContent(sizes[size])
    const json = jsonContent(sizes[size])
    for (let round = 0; round < plan.sessions[size]; round++) {
      for (const name of serverNames) {
        for await (const { name: step, value } of session(name, name === "json" ? json : log)) {
          // A start knows nothing of documents yet.
          yield { name: step === "start" ? `start, ${name}` : `${step} ${size}, ${name}`, value }
        }
      }
    }
  }
}
