import { codeEntries } from "../../knowledge/codes/catalogue.ts"
import { eventEntries } from "../../knowledge/events/catalogue.ts"
import { phaseMeaning } from "../../knowledge/lookup.ts"
import { type PhaseEntry, phaseEntries } from "../../knowledge/phases.ts"
import { everyRule } from "../../rules/case/catalogue.ts"
import { bare, type Explanation, upperFirst } from "../explanation.ts"
import { codeId, type ExplanationId } from "../explanationId.ts"
import { sourceLink } from "../sources.ts"
import { firstSentence, type Kind, named } from "./kind.ts"

/** The phases of a join, and what comes after it. */
export const phaseKind: Kind = {
  word: "phase",
  title: "Phases",
  ids: () => phaseEntries.map(idOf),
  all: () => phaseEntries.map(explainPhase),
  find: (words) => {
    const entry = phaseMeaning(words)
    return entry && idOf(entry)
  },
  explain: (name) => [named(phaseEntries, name)].flatMap((entry) => (entry ? [explainPhase(entry)] : [])),
  beside(name) {
    const entry = named(phaseEntries, name)
    if (!entry) return []
    const codes = codeEntries().filter(({ places }) => places.includes(entry.id))
    return [
      {
        title: "Rules",
        ids: everyRule.filter(({ phase }) => phase === name).map(({ id }): ExplanationId => `rule/${id}`),
      },
      {
        title: "Events",
        ids: eventEntries.filter(({ phase }) => phase === name).map(({ id }): ExplanationId => `event/${id}`),
      },
      { title: "Codes", ids: codes.map(({ code, places }) => codeId(code, places[0])) },
    ]
  },
  *spellings() {
    for (const entry of phaseEntries) {
      for (const name of [entry.title, entry.title.toLowerCase()]) yield [name, idOf(entry)]
    }
  },
  items: () =>
    phaseEntries.map((entry) => ({ id: idOf(entry), label: entry.title, detail: entry.meaning, keys: [entry.id] })),
}

/** A phase of the join and why it can fail. */
export function explainPhase(entry: PhaseEntry): Explanation {
  const { title, meaning, reasons, sources, confidence } = entry
  return {
    ...bare,
    title: upperFirst(title),
    fullTitle: title,
    summary: title,
    inList: { name: title, text: firstSentence(meaning) },
    names: [title],
    said: [meaning],
    reasons: reasons.map(({ cause, check }) => `${cause} ${check}`),
    sources: sources.map(sourceLink),
    confidence: confidence ?? "documented",
  }
}

function idOf({ id }: PhaseEntry): ExplanationId {
  return `phase/${id}`
}
