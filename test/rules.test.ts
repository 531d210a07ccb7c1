import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { rules } from "../server/src/core/rules/catalogue.ts"
import { annotated, drawn } from "./support/annotated.ts"
import { marksOf, reading } from "./support/reading.ts"

for (const rule of rules) {
  describe(rule.id, () => {
    for (const [index, example] of rule.bad.entries()) {
      it(`reports its bad example ${index + 1} where it is drawn`, () => {
        const { text, marks } = annotated(example)
        assert.ok(marks.length > 0, "a bad example draws what must be reported")
        assert.equal(drawn(text, marksOf(reading(text), rule.id)), drawn(text, marks))
      })
    }
    for (const [index, example] of rule.good.entries()) {
      it(`is silent on its good example ${index + 1}`, () => {
        const { text, marks } = annotated(example)
        assert.equal(marks.length, 0)
        assert.deepEqual(marksOf(reading(text), rule.id), [])
      })
    }
  })
}
