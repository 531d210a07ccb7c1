import type { Outcome } from "./outcome.ts"

/** The runner tested with a suite that must not pass: its failure is the success. */
export function expectFailure(what: string, { failed }: Outcome): Outcome {
  return failed.length > 0
    ? { passed: 1, failed: [], skipped: [] }
    : { passed: 0, failed: [`the runner did not notice ${what}`], skipped: [] }
}
