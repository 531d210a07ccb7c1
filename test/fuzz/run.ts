import { parseArgs } from "node:util"
import fc from "fast-check"
import { keep } from "./found.ts"
import type { Oracle } from "./oracle.ts"
import { oracles } from "./oracles.ts"
import { smallest } from "./smallest.ts"

/*
 * `npm run fuzz`: asks every oracle about cases of its kind, round after round, until the time is over. A case in which
 * one does not hold is made small and kept in `found`, where the tests try it again.
 */

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "60" },
    seed: { type: "string", default: String(Date.now() % 1_000_000_000) },
    only: { type: "string", default: "" },
  },
})
const end = performance.now() + Number(values.seconds) * 1_000
const asked = oracles.filter(({ name }) => name.includes(values.only))
const counts = new Map<string, number>()
const failed = new Map<string, number>()

/** So many of one kind are enough to mend the fault that is behind most of them. */
const ENOUGH = 5

console.log(`seed ${values.seed}, ${values.seconds} s`)
for (let round = Number(values.seed); performance.now() < end; round++) {
  for (const one of asked) if ((failed.get(one.name) ?? 0) < ENOUGH) await ask(one, round)
}
for (const [name, count] of counts) console.log(`${name}: ${count.toLocaleString("en")} cases`)
const bad = [...failed.values()].reduce((sum, count) => sum + count, 0)
console.log(`${[...counts.keys()].length - failed.size} passed, ${failed.size} failed`)
process.exitCode = bad > 0 ? 1 : 0

async function ask({ name, cases, share, holds }: Oracle, seed: number): Promise<void> {
  const property = fc.asyncProperty(cases, async (one) => holds(one))
  const {
    numRuns,
    failed: isFailed,
    counterexample,
    errorInstance,
  } = await fc.check(property, {
    seed,
    numRuns: share,
    interruptAfterTimeLimit: 60_000,
  })
  counts.set(name, (counts.get(name) ?? 0) + numRuns)
  if (!isFailed || !counterexample) return
  failed.set(name, (failed.get(name) ?? 0) + 1)
  const file = keep({ oracle: name, case: await small(counterexample[0], holds, messageOf(errorInstance)) })
  console.log(`✖ ${name}, seed ${seed}: ${messageOf(errorInstance)}\n  ${file}`)
}

/** A case whose text is as short as it gets and fails in the same way. */
async function small(one: unknown, holds: Oracle["holds"], message: string): Promise<unknown> {
  const kind = message.split("\n")[0]
  const fails = async (other: unknown) => {
    try {
      await holds(other)
      return false
    } catch (error) {
      return messageOf(error).split("\n")[0] === kind
    }
  }
  if (typeof one === "string") return smallest(one, fails)
  if (typeof one === "object" && one !== null && "text" in one && typeof one.text === "string") {
    return { ...one, text: await smallest(one.text, (text) => fails({ ...one, text })) }
  }
  return one
}

function messageOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
