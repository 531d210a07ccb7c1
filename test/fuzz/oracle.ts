import type fc from "fast-check"

/** Something that holds of every case, told apart by a name; a case is plain data, so that it can be kept as a file. */
export interface Oracle<Case = unknown> {
  readonly name: string
  readonly cases: fc.Arbitrary<Case>
  /** How often it is asked beside the others, by what one case costs. */
  readonly share: number
  /** Fails where it does not hold. */
  readonly holds: (one: Case) => void | Promise<void>
}

/** The same as one of many, whose cases are of many types. */
export function oracle<Case>(one: Oracle<Case>): Oracle {
  return one as Oracle
}
