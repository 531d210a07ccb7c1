import { faultRule } from "../../diagnosis/fault.ts"
import type { CodeEntry } from "../../knowledge/code.ts"
import { codeMeanings, eventMeaning, fieldMeanings } from "../../knowledge/lookup.ts"
import { everyRule } from "../../rules/case/catalogue.ts"
import type { Rule } from "../../rules/rule.ts"
import { bare, type Explanation } from "../explanation.ts"
import { codeId, type ExplanationId } from "../explanationId.ts"
import { phasesAmong } from "../places.ts"
import { shownBy } from "../ruleExamples.ts"
import { sourceLink } from "../sources.ts"
import { advised } from "../steps.ts"
import { type Kind, named } from "./kind.ts"

/** Rules: the faults that a log can show. */
export const ruleKind: Kind = {
  word: "rule",
  title: "Rules",
  ids: () => everyRule.map(idOf),
  all: () => everyRule.map(explainRule),
  find: (words) => {
    const rule = ruleNamed(words.toLowerCase())
    return rule && idOf(rule)
  },
  explain: (name) => [ruleNamed(name)].flatMap((rule) => (rule ? [explainRule(rule)] : [])),
  beside(name) {
    const rule = ruleNamed(name)
    if (!rule) return []
    const { fields, codes, events } = shownBy(rule)
    return [
      { title: "Phases", ids: phasesAmong(rule.phase ? [rule.phase] : []) },
      {
        title: "Fields",
        ids: fields
          .flatMap((field) => fieldMeanings(field).slice(0, 1))
          .map((entry): ExplanationId => `field/${entry.name}`),
      },
      {
        title: "Codes in its examples",
        ids: codes.flatMap((code) => meaningHere(code, rule)).map(({ code, places }) => codeId(code, places[0])),
      },
      { title: "Events", ids: events.filter(eventMeaning).map((id): ExplanationId => `event/${id}`) },
    ]
  },
  spellings: () => everyRule.map((rule) => [rule.id, idOf(rule)] as const),
  items: () => everyRule.map((rule) => ({ id: idOf(rule), label: rule.id, detail: rule.summary, keys: [rule.id] })),
}

/** A rule: the fault it finds, why it matters, what to do. */
export function explainRule(rule: Rule): Explanation {
  const { id, severity, summary, why, fix, sources, bad } = rule
  const example = bad[0].replace(/^\n/, "")
  const { facts, steps } = advised(fix)
  return {
    ...bare,
    title: id,
    fullTitle: id,
    summary,
    inList: { name: `\`${id}\``, text: summary },
    names: [summary],
    tags: [`rule \`${id}\``, severity === "info" ? "information" : severity],
    why: [why, ...facts],
    steps,
    sources: sources.map(sourceLink),
    confidence: "documented",
    ...(example && { example }),
  }
}

/** Also the rule that stands for a fault of ours, which is in no list. */
function ruleNamed(name: string): Rule | undefined {
  return named(everyRule, name) ?? named([faultRule], name)
}

function idOf({ id }: Rule): ExplanationId {
  return `rule/${id}`
}

/** A code as it is meant where the rule stands, or in its first meaning. */
function meaningHere(code: string, { phase }: Rule): readonly CodeEntry[] {
  const meanings = codeMeanings(code)
  const meant = meanings.find(({ places }) => phase && places.includes(phase))
  return meant ? [meant] : meanings.slice(0, 1)
}
