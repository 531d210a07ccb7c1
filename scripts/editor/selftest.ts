import type { Outcome } from "./outcome.ts"

/** The runner tested with a suite that must not pass: this one failure, and no other, is the success. */
export function expectFailure(what: string, pattern: RegExp, { failed }: Outcome): Outcome {
  return failed.length === 1 && failed.some((text) => pattern.test(text))
    ? { passed: 1, failed: [], skipped: [] }
    : { passed: 0, failed: [`the runner did not notice ${what}; it said: ${failed.join()}`], skipped: [] }
}
