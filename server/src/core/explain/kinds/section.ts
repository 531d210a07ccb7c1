import { fieldEntries } from "../../knowledge/fields/catalogue.ts"
import { type SectionEntry, sectionEntries } from "../../knowledge/sections.ts"
import { sectionId } from "../../log/names.ts"
import { bare, type Explanation } from "../explanation.ts"
import type { ExplanationId } from "../explanationId.ts"
import { sourceLink } from "../sources.ts"
import { firstSentence, type Kind, named } from "./kind.ts"

/** Sections of a log, by their titles. */
export const sectionKind: Kind = {
  word: "section",
  title: "Sections",
  ids: () => sectionEntries.map(idOf),
  all: () => sectionEntries.map(explainSection),
  find: (words) => {
    const entry = named(sectionEntries, sectionId(words) ?? "")
    return entry && idOf(entry)
  },
  explain: (name) => [named(sectionEntries, name)].flatMap((entry) => (entry ? [explainSection(entry)] : [])),
  beside: (name) => {
    const entry = named(sectionEntries, name)
    if (!entry) return []
    const fields = fieldEntries.filter(({ sections }) => sections.includes(entry.id))
    return [{ title: "Fields", ids: fields.map((field): ExplanationId => `field/${field.name}`), within: entry.title }]
  },
  spellings: () => sectionEntries.map((entry) => [entry.title, idOf(entry)] as const),
  items: () =>
    sectionEntries.map((entry) => ({
      id: idOf(entry),
      label: entry.title,
      detail: entry.meaning,
      keys: [entry.title.toLowerCase()],
    })),
}

/** A section, by its title. */
export function explainSection(entry: SectionEntry): Explanation {
  const { title, meaning, printedWhen, sources, confidence } = entry
  const sure = confidence ?? (sources.length > 0 ? "documented" : undefined)
  return {
    ...bare,
    title,
    fullTitle: title,
    summary: title,
    inList: { name: title, text: firstSentence(meaning) },
    names: [title],
    said: [meaning, printedWhen],
    sources: sources.map(sourceLink),
    ...(sure && { confidence: sure }),
  }
}

function idOf({ id }: SectionEntry): ExplanationId {
  return `section/${id}`
}
