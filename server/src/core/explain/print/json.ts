import type { ExplainedStep, Explanation } from "../explanation.ts"
import { stepMarks } from "../steps.ts"
import { unmarked } from "../text.ts"

/** A step with its mark in words, for who shows it as it is. */
export interface JsonStep extends ExplainedStep {
  readonly mark?: string
}

/** A document whose texts are plain; what it quotes of logs and addresses is as it was. */
export interface JsonExplanation extends Explanation {
  readonly steps: readonly JsonStep[]
}

/** A document as a value for `JSON.stringify`: the same parts by the same names, without marks in the texts. */
export function jsonValue(explanation: Explanation): JsonExplanation {
  const { summary, inList, names, tags, facts, said, here, expected, why, values, reasons, steps, notes, ending } =
    explanation
  const [name, ...others] = names
  const marks = stepMarks(steps)
  return {
    ...explanation,
    summary: unmarked(summary),
    inList: { name: unmarked(inList.name), text: unmarked(inList.text) },
    names: [unmarked(name), ...others.map(unmarked)],
    tags: tags.map(unmarked),
    facts: facts.map(unmarked),
    said: said.map(unmarked),
    ...(here && { here: unmarked(here) }),
    ...(expected && { expected: unmarked(expected) }),
    why: why.map(unmarked),
    values: values.map(({ value, meaning }) => ({ value, meaning: unmarked(meaning) })),
    reasons: reasons.map(unmarked),
    steps: steps.map((step, index) => {
      const mark = marks[index]
      const { text, proves } = step
      return { ...step, text: unmarked(text), ...(proves && { proves: unmarked(proves) }), ...(mark && { mark }) }
    }),
    ...(ending && { ending: ending.map(unmarked) }),
    notes: notes.map(unmarked),
  }
}
