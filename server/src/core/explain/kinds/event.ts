import { eventEntries } from "../../knowledge/events/catalogue.ts"
import type { EventEntry } from "../../knowledge/events/eventEntry.ts"
import { bare, type Explanation } from "../explanation.ts"
import type { ExplanationId } from "../explanationId.ts"
import { phasesAmong } from "../places.ts"
import { rulesThatShow } from "../rulesThatShow.ts"
import { sourceLink } from "../sources.ts"
import { type Kind, named } from "./kind.ts"

/** Events of Windows' own logs, by their numbers. */
export const eventKind: Kind = {
  word: "event",
  title: "Events",
  ids: () => eventEntries.map(idOf),
  all: () => eventEntries.map(explainEvent),
  find: (words) => {
    const entry = named(eventEntries, words.trim())
    return entry && idOf(entry)
  },
  explain: (name) => [named(eventEntries, name)].flatMap((entry) => (entry ? [explainEvent(entry)] : [])),
  beside(name) {
    const entry = named(eventEntries, name)
    return [
      { title: "Phases", ids: phasesAmong(entry?.phase ? [entry.phase] : []) },
      { title: "Rules", ids: rulesThatShow(({ events }) => events.some((id) => id === entry?.id)) },
    ]
  },
  *spellings() {
    for (const entry of eventEntries) for (const word of ["Event", "event"]) yield [`${word} ${entry.id}`, idOf(entry)]
  },
  items: () =>
    eventEntries.map((entry) => ({
      id: idOf(entry),
      label: `Event ${entry.id}`,
      description: entry.title,
      detail: entry.log,
      keys: [String(entry.id)],
    })),
}

/** An event of Windows' own logs. */
export function explainEvent(entry: EventEntry): Explanation {
  const { id, log, title, meaning, read, sources, confidence } = entry
  return {
    ...bare,
    title: `Event ${id}`,
    fullTitle: `Event ${id}`,
    summary: `Event ${id}: ${title}`,
    inList: { name: `Event ${id}`, text: `${title} (${log})` },
    names: [`Event ${id}`],
    tags: [log],
    said: meaning || read ? [meaning, read].filter((text) => text !== undefined) : [sentence(title)],
    sources: sources.map(sourceLink),
    confidence: confidence ?? "documented",
  }
}

/** A title as a sentence, where nothing else is known. */
function sentence(title: string): string {
  return `${title.charAt(0).toUpperCase()}${title.slice(1)}.`
}

function idOf({ id }: EventEntry): ExplanationId {
  return `event/${id}`
}
