import { postJoinDiagnostics } from "../knowledge/headings.ts"
import { readElevated } from "../knowledge/ladders.ts"
import { rule } from "./rule.ts"
/** The test of the keys was not run, because the prompt was not elevated. */
export const keySignTestNotRun = rule({
  id: "key-sign-test-not-run",
  severity: "info",
  about: ["KeySignTest"],
  limit: "did not test the device's keys",
  summary: "The device's keys were not tested.",
  why: "The test signs with the device's key and needs administrator rights. From an ordinary prompt it says only that, so the log neither clears nor blames the keys.",
  fix: readElevated,
  sources: [postJoinDiagnostics],
  bad: [
    `
               KeySignTest : MUST Run elevated to test.
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^ key-sign-test-not-run`,
  ],
  good: ["               KeySignTest : PASSED"],
  *check(log) {
    const test = log.field("KeySignTest")
    if (test && /run elevated/i.test(test.value)) {
      yield { span: test.valueSpan, message: "The keys were not tested, because the prompt was not elevated" }
    }
  },
})
