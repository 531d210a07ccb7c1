import { eventOf, mentionsOf } from "../evidence/evidence.ts"
import { mentionsIn } from "../evidence/mention.ts"
import { allFields, fieldAt } from "../log/query.ts"
import { readLog } from "../log/readLog.ts"
import type { Rule } from "../rules/rule.ts"

/** What the bad examples of a rule show. */
export interface Shown {
  /** The fields that stand in them. */
  readonly fields: readonly string[]
  /** Those of the fields that the rule reports. */
  readonly reported: readonly string[]
  readonly codes: readonly string[]
  /** The numbers of the events in them. */
  readonly events: readonly number[]
}

/** Kept because most pages ask about every rule, and reading all examples takes some 30 ms. */
const known = new Map<Rule, Shown>()

/** What a rule is about, read off its own examples, so that nobody has to list it. */
export function shownBy(rule: Rule): Shown {
  const shown = known.get(rule) ?? reading(rule)
  known.set(rule, shown)
  return shown
}

function reading(rule: Rule): Shown {
  const fields = new Set<string>()
  const reported = new Set<string>()
  const codes = new Set<string>()
  const events = new Set<number>()
  for (const example of rule.bad) {
    const { text, marks } = read(example)
    const [capture] = readLog(text)
    if (!capture) continue
    for (const { field } of allFields(capture)) {
      fields.add(field.name)
      for (const { code } of mentionsIn(field)) codes.add(code)
    }
    for (const section of capture.sections.filter(({ id }) => id === "event")) {
      for (const { code } of mentionsOf(capture, section)) codes.add(code)
      const event = eventOf(capture, section)
      if (event) events.add(event.id)
    }
    for (const mark of marks) {
      const found = fieldAt(capture, mark)
      if (found) reported.add(found.field.name)
    }
  }
  return { fields: [...fields], reported: [...reported], codes: [...codes], events: [...events] }
}

/** An example without the lines that draw what must be reported, and the offsets at which those begin. */
function read(example: string): { readonly text: string; readonly marks: readonly number[] } {
  const marks: number[] = []
  let text = ""
  let line = 0
  for (const next of example.split("\n")) {
    const drawn = /^( *)\^+ [\w-]+$/.exec(next)
    if (drawn) {
      marks.push(line + (drawn[1]?.length ?? 0))
    } else {
      line = text.length
      text += `${next}\n`
    }
  }
  return { text, marks }
}
