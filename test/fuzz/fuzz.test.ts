import assert from "node:assert/strict"
import { describe, it } from "node:test"
import fc from "fast-check"
import { everyFound } from "./found.ts"
import { logOracles } from "./logOracles.ts"
import { oracles } from "./oracles.ts"
import { session } from "./sessionOracle.ts"
import { smallest } from "./smallest.ts"
import { wires } from "./wireOracle.ts"

describe("what was found once", () => {
  for (const [file, { oracle, case: one }] of everyFound()) {
    it(`is mended: ${file}`, async () => {
      const { holds } = oracles.find(({ name }) => name === oracle) ?? assert.fail(`no oracle ${oracle}`)
      await holds(one)
    })
  }
})

describe("of some cases of each kind", () => {
  for (const { name, cases, share, holds } of [...logOracles, session, ...wires]) {
    it(`holds: ${name}`, async () => {
      await fc.assert(
        fc.asyncProperty(cases, async (one) => holds(one)),
        { seed: 1, numRuns: share },
      )
    })
  }
})

describe("a case that is made small", () => {
  it("keeps the lines and letters that show the fault, and no others", async () => {
    const text = Array.from({ length: 40 }, (_, line) => `line ${line}\n`).join("")
    assert.equal(await smallest(text, async (part) => part.includes("7\n") && part.includes("line 3\n")), "line 3\n7\n")
  })
})
