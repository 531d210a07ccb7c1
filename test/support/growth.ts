import assert from "node:assert/strict"
import { processorMilliseconds } from "../../bench/statistics.ts"

/** What costs no more than this passes however it grows, in milliseconds: so little is lost in the noise. */
const CHEAP = 100

/** Four times the text: what grows with its length costs about four times as much, what grows with its square 16 times. */
const TIMES = 4

/** Between the two, nearer to the square, so that a busy garbage collector is no fault. */
const LIMIT = 10

const TRIES = 3

/**
 * Fails where a work costs far more than four times as much for four times the text. What counts is the processor's time
 * of this process, so other programs do not matter; of some tries the best one counts.
 *
 * `textOf` makes a text of about so many characters.
 */
export function growsLikeItsText<Text>(
  what: string,
  length: number,
  textOf: (length: number) => Text,
  work: (text: Text) => void,
): void {
  const short = textOf(length / TIMES)
  const long = textOf(length)
  let least = Number.POSITIVE_INFINITY
  for (let left = TRIES; left > 0; left--) {
    const cost = processorMilliseconds(() => work(long))
    if (cost <= CHEAP) return
    // The first round may include what is done once: compiling, filling tables.
    const part = Math.min(
      processorMilliseconds(() => work(short)),
      processorMilliseconds(() => work(short)),
    )
    least = Math.min(least, cost / part)
    if (least <= LIMIT) return
  }
  assert.fail(`${what}: ${TIMES} times the text costs ${least.toFixed(1)} times as much`)
}
