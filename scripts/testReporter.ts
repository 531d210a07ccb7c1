import type { TestEvent } from "node:test/reporters"
import { inspect } from "node:util"

/** How many of the slowest tests are named at the end. */
const SLOWEST = 3

/** Prints the tests that fail or are skipped, and at the end the sums and the slowest tests; what passes is not worth a line. */
// biome-ignore lint/style/noDefaultExport: a reporter is found by that
export default async function* testReporter(events: AsyncIterable<TestEvent>): AsyncIterable<string> {
  const path: string[] = []
  const times: { readonly name: string; readonly time: number }[] = []
  for await (const { type, data } of events) {
    if (type === "test:start") {
      path.splice(data.nesting, path.length, data.name)
    } else if (type === "test:pass" && data.skip !== undefined) {
      yield `– ${path.slice(0, data.nesting).concat(data.name).join(" › ")}: ${data.skip}\n`
    } else if (type === "test:pass" && data.details.type !== "suite") {
      times.push({ name: path.join(" › "), time: data.details.duration_ms })
    } else if (type === "test:fail" && !isOfParts(data.details.error)) {
      yield `✖ ${path.slice(0, data.nesting).concat(data.name).join(" › ")}\n${described(data.details.error)}\n\n`
    } else if (type === "test:diagnostic") {
      yield `ℹ ${data.message}\n`
    }
  }
  times.sort((a, b) => b.time - a.time)
  for (const { name, time } of times.slice(0, SLOWEST)) yield `${(time / 1000).toFixed(1)} s  ${name}\n`
}

/** A suite fails by its tests, which are told already. */
function isOfParts(error: Error): boolean {
  return "failureType" in error && error.failureType === "subtestsFailed"
}

/** What was thrown, with its stack; the runner wraps it. */
function described({ cause, message }: Error): string {
  const text = cause instanceof Error ? (cause.stack ?? cause.message) : cause === undefined ? message : inspect(cause)
  return text.replace(/^/gm, "  ")
}
