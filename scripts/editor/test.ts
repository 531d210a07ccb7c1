import { randomUUID } from "node:crypto"
import { existsSync } from "node:fs"
import { type Browser, openBrowser } from "./browser.ts"
import { bundleSuites } from "./bundle.ts"
import type { Leg, LegContext } from "./leg.ts"
import { desktop } from "./legs/desktop.ts"
import { nodeHost } from "./legs/nodeHost.ts"
import { shipped } from "./legs/shipped.ts"
import { webWorker } from "./legs/webWorker.ts"
import { optionsFrom } from "./options.ts"
import { failure, leftOut, type Outcome, sum } from "./outcome.ts"
import { chromium, installed } from "./places.ts"
import { makeProduct } from "./product.ts"
import { judgement } from "./selftest.ts"

/** Runs the suites of `test/editor` in real editors, one leg after the other, and says what came of it. */
const legs: readonly Leg[] = [nodeHost, shipped, webWorker, desktop]

/** The shared suite has more; fewer that ran mean that something kept them from running. */
const MINIMUM = 50

const options = optionsFrom(
  process.argv.slice(2),
  legs.map(({ id }) => id),
)
const wanted = legs.filter(({ id }) => options.legs.includes(id))

/** Whether the editors of npm exist for this machine. */
const available = process.platform === "linux" && process.arch === "x64"

let opened: Promise<Browser> | undefined
const context: LegContext = {
  run: randomUUID(),
  grep: options.grep,
  minimum: options.grep ? 0 : MINIMUM,
  browser: () => {
    opened ??= openBrowser()
    return opened
  },
}

makeProduct(wanted.includes(shipped) ? "package" : "build")
await bundleSuites(context)
const outcomes: Outcome[] = options.grep ? [] : [told("-", "the runner's own judgement", judgement())]
for (const leg of wanted) outcomes.push(await reported(leg))
await (await opened)?.close()

const { passed, failed, skipped } = sum([...outcomes, ...nothing(outcomes)])
console.log(`${passed} passed, ${failed.length} failed, ${skipped.length} skipped`)
process.exitCode = failed.length > 0 ? 1 : 0

/** Runs a leg, whatever happens in it, and prints its outcome. */
async function reported(leg: Leg): Promise<Outcome> {
  const start = Date.now()
  const outcome = strict(await attempted(leg))
  return told(leg.id, `${leg.title}, ${((Date.now() - start) / 1000).toFixed(1)} s`, outcome)
}

function told(id: string, title: string, outcome: Outcome): Outcome {
  console.log(`${id}  ${title}: ${outcome.passed} passed, ${outcome.failed.length} failed`)
  for (const text of outcome.failed) console.log(`   failed   ${text.replaceAll("\n", "\n            ")}`)
  for (const text of outcome.skipped) console.log(`   skipped  ${text}`)
  for (const text of outcome.again ?? []) console.log(`   again    ${text.replaceAll("\n", "\n            ")}`)
  return outcome
}

async function attempted(leg: Leg): Promise<Outcome> {
  if (leg !== desktop && !available) return leftOut(`${leg.title}: only Linux on x64 has this editor`)
  if (leg !== desktop && !(existsSync(installed) && existsSync(chromium))) {
    return failure("the editors are not installed; run npm run editor:install")
  }
  try {
    return await leg.run(context)
  } catch (error) {
    return failure(error instanceof Error ? (error.stack ?? error.message) : String(error))
  }
}

/** A text that no test's name holds is a mistake, not a success. */
function nothing(outcomes: readonly Outcome[]): Outcome[] {
  const { passed, failed, skipped } = sum(outcomes)
  if (passed + failed.length > 0 || (skipped.length > 0 && !options.grep)) return []
  console.log(`No test ran: no name holds "${options.grep}".`)
  return [failure("no test ran")]
}

function strict(outcome: Outcome): Outcome {
  return options.noSkip ? { ...outcome, failed: [...outcome.failed, ...outcome.skipped], skipped: [] } : outcome
}
