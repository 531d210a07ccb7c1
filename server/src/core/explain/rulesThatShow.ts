import { everyRule } from "../rules/case/catalogue.ts"
import type { ExplanationId } from "./explanationId.ts"
import { type Shown, shownBy } from "./ruleExamples.ts"

/** The pages of the rules whose bad examples show what is wanted. */
export function rulesThatShow(wanted: (shown: Shown) => boolean): readonly ExplanationId[] {
  return everyRule.filter((rule) => wanted(shownBy(rule))).map(({ id }): ExplanationId => `rule/${id}`)
}
