import fc from "fast-check"
import { processorMilliseconds } from "../../bench/statistics.ts"
import { anyLine } from "../support/anyLog.ts"
import { anyText } from "../support/anyText.ts"
import { hostilePiece } from "../support/hostileLog.ts"
import { type Repeated, repeated } from "./growthTexts.ts"
import { oracle } from "./oracle.ts"
import { readDocument, steps } from "./steps.ts"

/** As long as a text is here, in characters, and as long as a step with it may take: a second for a million. */
const LENGTH = 200_000
const LIMIT = LENGTH / 1_000

/**
 * Redacting goes through a text until another time changes nothing, so at least twice; comparing reads two; a letter is
 * typed and taken back.
 */
const TWICE = ["redacting", "comparing", "edit"]
const limitOf = (step: string) => (TWICE.includes(step) ? 2 * LIMIT : LIMIT)

/** The engine compiles while it works, and collects garbage: the best of some tries counts. */
const TRIES = 10

/** What can be repeated: a piece of a line, a line, some lines. */
const part = fc.oneof(
  anyLine,
  hostilePiece,
  anyText(6),
  fc.constantFrom(" ", ":", " : ", "|", "+", "-", "a", "0", "(", "[", "<", "\\", '"', "`", ".", "@", "/", "\n", "\r"),
)
const piece = fc
  .tuple(fc.array(part, { minLength: 1, maxLength: 4 }), fc.constantFrom("", "\n", " ", "<br>"))
  .map(([parts, end]) => parts.join(end) + end)

/** Anything again and again, with anything before and behind it. */
export const anyShape: fc.Arbitrary<Repeated> = fc.record({
  before: fc.oneof(fc.constant(""), piece),
  piece,
  behind: fc.oneof(fc.constant(""), piece),
})

/** No step with any text takes longer than a second for a megabyte, whatever is repeated in it. */
export const cost = oracle({
  name: "cost",
  cases: anyShape,
  share: 1,
  holds: (shape) => {
    const text = repeated(shape, LENGTH)
    for (const [name, step] of Object.entries(steps)) {
      let least = Number.POSITIVE_INFINITY
      for (let left = TRIES; left > 0 && least > limitOf(name); left--) {
        least = Math.min(least, processorMilliseconds(step(readDocument(text), text)))
      }
      if (least > limitOf(name))
        throw new Error(`${name}: ${Math.round(least)} ms of the processor for ${text.length} characters`)
    }
  },
})
