import type { Browser } from "./browser.ts"
import type { Outcome } from "./outcome.ts"

/** What every leg gets. */
export interface LegContext {
  /** The name of this run, which the results line has to repeat. */
  readonly run: string
  /** Only tests whose full name holds this text; "" for all and the tests of the runner itself. */
  readonly grep: string
  /** The fewest tests that the shared suite may run. */
  readonly minimum: number
  /** Chromium, opened when it is first asked for. */
  browser(): Promise<Browser>
}

/** One way to run the suites in an editor. */
export interface Leg {
  readonly id: string
  readonly title: string
  run(context: LegContext): Promise<Outcome>
}
