import type { Outcome } from "./outcome.ts"

/** What a run inside an editor left behind. */
export interface HostRun {
  /** The code the test run ended with; undefined where it did not end in time, or the window was gone before. */
  readonly exit: number | undefined
  /** Everything the extension host printed. */
  readonly log: string
  /** The file in `out/editor` that keeps it has this name. */
  readonly name: string
}

/** The line that the suite prints at its end, after the marker. */
interface Results {
  /** The run that printed it, so that an old line counts for nothing. */
  readonly run: string
  readonly passed: number
  readonly failed: readonly string[]
  readonly skipped: readonly string[]
  readonly again: readonly string[]
}

/**
 * Judges a run. An extension host that dies in mid-run still reports 0, so the exit code alone says nothing: a pass
 * needs the code, a results line of this very run, and enough tests.
 */
export function verdict({ exit, log, name }: HostRun, run: string, minimum: number): Outcome {
  const results = resultsIn(log, run)
  const failed = [...(results?.failed ?? [])]
  if (exit === undefined) failed.push("the run did not come to its end")
  if (!results) failed.push(`no results of this run came from the extension host; see out/editor/${name}.log`)
  else if (results.passed + results.failed.length < minimum) {
    failed.push(`only ${results.passed + results.failed.length} tests ran, expected at least ${minimum}`)
  }
  if (exit && failed.length === 0) failed.push(`exit code ${exit}, although no test failed`)
  if (exit === 0 && results && results.failed.length > 0) failed.push("exit code 0, although tests failed")
  return { passed: results?.passed ?? 0, failed, skipped: results?.skipped ?? [], again: results?.again ?? [] }
}

function resultsIn(log: string, run: string): Results | undefined {
  return [...log.matchAll(/dsreg-results (\{.*\})/g)]
    .flatMap(([, json = ""]) => parsed(json))
    .find((results) => results.run === run)
}

function parsed(json: string): Results[] {
  try {
    return [JSON.parse(json)]
  } catch {
    return []
  }
}
