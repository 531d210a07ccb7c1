import type { Capture } from "./log.ts"

/** placeholder */
export interface Situation {
  readonly capture: Capture
}
