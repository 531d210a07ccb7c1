import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { logText } from "../bench/content/logText.ts"
import { processorMilliseconds } from "../bench/statistics.ts"
import { yardstick } from "../bench/yardstick.ts"
import { diagnose } from "../server/src/core/diagnosis/diagnose.ts"
import { readLog } from "../server/src/core/log/readLog.ts"

/**
 * The speed that reading and diagnosis must have, as a part of the speed of a loop that counts line feeds: a third of
 * what is measured here, hardly warm as it is, so that no busy machine fails it and no tenfold loss passes. When reading
 * gets faster, this number rises with it.
 */
const LEAST = 0.02

/** In bytes. */
const SIZE = 2_000_000

const ROUNDS = 8

describe("the speed of reading", () => {
  it("has not fallen back against a bare loop over the same text", () => {
    const text = logText(SIZE)
    const works = { loop: () => yardstick(text), read: () => readLog(text).map(diagnose) }
    const best = { loop: Number.POSITIVE_INFINITY, read: Number.POSITIVE_INFINITY }
    for (let round = 0; round < ROUNDS; round++) {
      for (const name of ["loop", "read"] as const)
        best[name] = Math.min(best[name], processorMilliseconds(works[name]))
    }
    const speed = best.loop / best.read
    assert.ok(speed >= LEAST, `${speed.toFixed(4)} of the loop's speed, which is less than ${LEAST}`)
  })
})
