import { failure, type Outcome } from "./outcome.ts"
import { type HostRun, verdict } from "./verdict.ts"

/** The runner tested with a suite that must not pass: this one failure, and no other, is the success. */
export function expectFailure(what: string, pattern: RegExp, { failed }: Outcome): Outcome {
  return failed.length === 1 && failed.some((text) => pattern.test(text))
    ? { passed: 1, failed: [], skipped: [] }
    : failure(`the runner did not notice ${what}; it said: ${failed.join()}`)
}

/** Runs that look like a success to one who asks for the exit code alone, and what is wrong with each. */
const DECEPTIONS: readonly (readonly [wrong: RegExp, exit: number | undefined, run: string, passed: number])[] = [
  [/^the run did not end in time$/, undefined, "this", 2],
  [/^no results/, 0, "an older one", 2],
  [/^only 1 tests ran/, 0, "this", 1],
  [/^exit code 1/, 1, "this", 2],
]

/** The verdict tested with made-up runs. */
export function judgement(): Outcome {
  const failed = DECEPTIONS.flatMap(([wrong, exit, run, passed]) => {
    const log = `dsreg-results ${JSON.stringify({ run, passed, failed: [], skipped: [] })}`
    const said = verdict({ exit, log, name: "made-up" } satisfies HostRun, "this", 2).failed
    return said.length === 1 && wrong.test(said.join())
      ? []
      : [`a deception passed: ${wrong}; the runner said: ${said}`]
  })
  return { passed: DECEPTIONS.length - failed.length, failed, skipped: [] }
}
