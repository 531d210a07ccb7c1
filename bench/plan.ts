/** A size of a document as the tables name it. */
export type Size = "10 KB" | "100 KB" | "1 MB" | "10 MB"

/** The sizes in bytes. */
export const sizes: Readonly<Record<Size, number>> = {
  "10 KB": 10_000,
  "100 KB": 100_000,
  "1 MB": 1_000_000,
  "10 MB": 10_000_000,
}

/** How much is measured. */
export interface Plan {
  /** How many fresh processes open a document of a size, each server. */
  readonly sessions: Readonly<Record<Size, number>>
  /** How many rounds everything else is measured in. */
  readonly rounds: number
  /** What the command line reads, in bytes. */
  readonly commandLineBytes: number
  readonly commandLineRounds: number
  readonly growthRounds: number
  /** The largest text of the growth measures, in bytes; the smallest is an eighth of it. */
  readonly growthBytes: number
  /** The milliseconds a work may take before the growth measures give it no larger text. */
  readonly growthLimit: number
}

/** What is published. */
export const whole: Plan = {
  sessions: { "10 KB": 15, "100 KB": 15, "1 MB": 11, "10 MB": 7 },
  rounds: 11,
  commandLineBytes: 100_000_000,
  commandLineRounds: 5,
  growthRounds: 5,
  growthBytes: 10_000_000,
  growthLimit: 250,
}

/** Enough to see where a change leads. */
export const quick: Plan = {
  sessions: { "10 KB": 5, "100 KB": 3, "1 MB": 3, "10 MB": 1 },
  rounds: 3,
  commandLineBytes: 20_000_000,
  commandLineRounds: 1,
  growthRounds: 1,
  growthBytes: 5_000_000,
  growthLimit: 300,
}
