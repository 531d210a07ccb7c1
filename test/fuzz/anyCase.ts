import fc from "fast-check"
import { fileText } from "../../server/src/core/text/fileText.ts"
import { anyLog } from "../support/anyLog.ts"
import { anyText } from "../support/anyText.ts"
import { hostileLog } from "../support/hostileLog.ts"
import { identifyingLog } from "../support/identifyingLog.ts"
import { anyChange } from "./changes.ts"
import { samples } from "./samples.ts"

const sample = fc.constantFrom(...samples)
const identifying = identifyingLog.map(({ text }) => text)
const whole = fc.oneof({ arbitrary: sample.map(({ text }) => text), weight: 5 }, identifying)

/** A real shape of a log, and what became of it. */
const changed = fc
  .tuple(whole, fc.array(anyChange, { maxLength: 4 }))
  .map(([text, changes]) => changes.reduce((log, change) => change(log), text).slice(0, LARGEST))

/** Texts grow by some changes; longer ones are the matter of what watches the time. */
const LARGEST = 60_000

/** Bytes of a log, some of which are others. */
const broken = fc
  .tuple(sample, fc.array(fc.tuple(fc.nat(100_000), fc.nat(255)), { maxLength: 8 }))
  .map(([{ bytes }, others]) => {
    const copy = Uint8Array.from(bytes)
    for (const [at, byte] of others) copy[at % copy.length] = byte
    return fileText(copy)
  })

/** Any text that could be opened as a log: made of a log mostly, at times of nothing. */
export const strangeLog: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: changed, weight: 6 },
  { arbitrary: fc.tuple(changed, changed).map(([above, below]) => `${above}\n${below}`), weight: 1 },
  { arbitrary: anyLog, weight: 5 },
  { arbitrary: hostileLog, weight: 3 },
  { arbitrary: broken, weight: 2 },
  { arbitrary: fc.uint8Array({ maxLength: 2_000 }).map(fileText), weight: 1 },
  { arbitrary: anyText(400), weight: 1 },
)
