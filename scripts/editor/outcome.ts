/** What came of a leg or of a part of it. */
export interface Outcome {
  readonly passed: number
  /** One text for each failure. */
  readonly failed: readonly string[]
  /** One text for each thing that could not be run here, with the reason. */
  readonly skipped: readonly string[]
  /** One text for each that passed only when it was tried again: an editor on a busy machine misses a key or a hover. */
  readonly again?: readonly string[]
}

/** Several outcomes as one. */
export function sum(outcomes: readonly Outcome[]): Outcome {
  return {
    passed: outcomes.reduce((passed, outcome) => passed + outcome.passed, 0),
    failed: outcomes.flatMap(({ failed }) => failed),
    skipped: outcomes.flatMap(({ skipped }) => skipped),
    again: outcomes.flatMap(({ again = [] }) => again),
  }
}

/** The outcome of something that went wrong as a whole. */
export function failure(text: string): Outcome {
  return { passed: 0, failed: [text], skipped: [] }
}

/** The outcome of something that cannot be run here. */
export function leftOut(text: string): Outcome {
  return { passed: 0, failed: [], skipped: [text] }
}
