import type { FieldEntry } from "../../knowledge/fieldEntry.ts"
import { fieldEntries } from "../../knowledge/fields/catalogue.ts"
import { fieldMeanings, sectionMeaning } from "../../knowledge/lookup.ts"
import { plainName } from "../../knowledge/plainName.ts"
import { sectionEntries } from "../../knowledge/sections.ts"
import { topics } from "../../knowledge/topics.ts"
import { bare, type Explanation } from "../explanation.ts"
import type { ExplanationId } from "../explanationId.ts"
import { rulesThatShow } from "../rulesThatShow.ts"
import { sourceLink } from "../sources.ts"
import { firstSentence, type Kind } from "./kind.ts"

/** Fields: a name that several sections have is one page with several meanings. */
export const fieldKind: Kind = {
  word: "field",
  title: "Fields",
  ids: () => [...new Set(fieldEntries.map(({ name }) => name))].map(idOf),
  all: () => fieldEntries.map((entry) => explainField(entry)),
  find: (words) => (fieldMeanings(words).length > 0 ? idOf(words) : undefined),
  explain: (name) => exactFirst(fieldMeanings(name), name).map((entry) => explainField(entry)),
  beside(name) {
    const entries = fieldMeanings(name)
    const names = new Set(entries.flatMap((entry) => spellingsOf(entry)).map(plainName))
    const isNamed = (other: string) => names.has(plainName(other))
    const sections = new Set(entries.flatMap((entry) => entry.sections))
    return [
      {
        title: "Sections",
        ids: sectionEntries.flatMap(({ id }): ExplanationId[] => (sections.has(id) ? [`section/${id}`] : [])),
      },
      { title: "Rules", ids: rulesThatShow(({ reported }) => reported.some(isNamed)) },
      {
        title: "Topics",
        ids: topics.flatMap(({ id, fields }): ExplanationId[] => (fields.some(isNamed) ? [`topic/${id}`] : [])),
      },
    ]
  },
  *spellings() {
    for (const entry of fieldEntries) for (const spelling of spellingsOf(entry)) yield [spelling, idOf(entry.name)]
  },
  items: () =>
    fieldEntries.map(({ name, meaning }) => ({
      id: idOf(name),
      label: name,
      detail: meaning,
      keys: [name.toLowerCase()],
    })),
}

/** A field, and what its value means where the value is one of those it can have. */
export function explainField(entry: FieldEntry, value?: string): Explanation {
  const { name, since, meaning, expected, values = {}, sources, confidence } = entry
  const here = value === undefined ? undefined : valueMeaning(values, value)
  const home = entry.sections[0]
  const section = sectionMeaning(home)?.title
  const within = RECORDS[home] ?? section
  return {
    ...bare,
    title: name,
    fullTitle: `${name} (${section ?? home})`,
    summary: name,
    inList: { name, text: firstSentence(meaning) },
    names: [name],
    tags: since ? [`since ${since}`] : [],
    ...(within && { within }),
    said: [meaning],
    ...(here && { here }),
    ...(expected && { expected }),
    values: Object.entries(values).map(([word, meant]) => ({ value: word, meaning: meant })),
    notes: sources.length > 0 ? [] : ["Not documented by Microsoft."],
    sources: sources.map(sourceLink),
    confidence: confidence ?? "documented",
  }
}

/** What holds fields and has no title. */
const RECORDS: Readonly<Record<string, string>> = { event: "an event", "join-debug": "the output of /join /debug" }

/** `keyProvider` is another field than `KeyProvider`, and each finds both. */
function exactFirst(entries: readonly FieldEntry[], name: string): readonly FieldEntry[] {
  const isExact = (entry: FieldEntry) => entry.name === name
  return [...entries.filter(isExact), ...entries.filter((entry) => !isExact(entry))]
}

function idOf(name: string): ExplanationId {
  return `field/${name}`
}

function spellingsOf({ name, aliases = [] }: FieldEntry): readonly string[] {
  return [name, ...aliases]
}

function valueMeaning(values: Readonly<Record<string, string>>, value: string): string | undefined {
  const plain = value.toLowerCase()
  return Object.entries(values).find(([word]) => word.toLowerCase() === plain)?.[1]
}
