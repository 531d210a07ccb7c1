import { type Browser, openBrowser } from "./browser.ts"
import { hostRun, type Meddling } from "./hostRun.ts"
import { failure, type Outcome, sum } from "./outcome.ts"
import { type HostRun, verdict } from "./verdict.ts"

/** The runner tested with a suite that must not pass: these failures, and no others, are the success. */
export function expectFailure(what: string, patterns: readonly RegExp[], { failed }: Outcome): Outcome {
  return failed.length === patterns.length && patterns.every((pattern) => failed.some((text) => pattern.test(text)))
    ? { passed: 1, failed: [], skipped: [] }
    : failure(`the runner did not notice ${what}; it said: ${failed.join()}`)
}

/** What is said of a run that is cut off. */
const CUT_OFF = [/^the run did not come to its end$/, /^no results of this run/]

/** How long the suite that waits without end may do so, in milliseconds. */
const SHORT = 15_000

/** The runner tested with a suite that waits without end: until the time is up, and in a browser that ends meanwhile. */
export async function endless(url: string, run: string): Promise<Outcome> {
  const waiting = async (name: string, browser: Browser, meddling: Meddling) =>
    verdict(await hostRun(browser, url, `A-endless-${name}`, meddling), run, 2)
  const browser = await openBrowser()
  const crash = async (line: string) => {
    if (!line.includes("waits without end")) return
    const session = await browser.newBrowserCDPSession()
    // Nobody is left to answer.
    await session.send("Browser.crash").catch(() => undefined)
  }
  const late = await waiting("late", browser, { limit: SHORT })
  const gone = await waiting("gone", browser, { onLine: crash })
  await browser.close()
  return sum([
    expectFailure("a suite that takes too long", CUT_OFF, late),
    expectFailure("a browser that is gone", CUT_OFF, gone),
  ])
}

/** Runs that look like a success to one who asks for the exit code alone, and what is wrong with each. */
const DECEPTIONS: readonly (readonly [wrong: RegExp, exit: number | undefined, run: string, passed: number])[] = [
  [/^the run did not come to its end$/, undefined, "this", 2],
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
