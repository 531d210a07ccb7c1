import { fieldMeanings } from "../../knowledge/lookup.ts"
import { type Topic, topics } from "../../knowledge/topics.ts"
import { bare, type Explanation, upperFirst } from "../explanation.ts"
import type { ExplanationId } from "../explanationId.ts"
import { sourceLink } from "../sources.ts"
import { stepsOf } from "../steps.ts"
import { type Kind, named } from "./kind.ts"

/** Topics: advice that belongs to no single code or field. */
export const topicKind: Kind = {
  word: "topic",
  title: "Topics",
  ids: () => topics.map(idOf),
  all: () => topics.map(explainTopic),
  find: (words) => {
    const topic = named(topics, words.trim().toLowerCase().replace(/\s+/g, "-"))
    return topic && idOf(topic)
  },
  explain: (name) => [named(topics, name)].flatMap((topic) => (topic ? [explainTopic(topic)] : [])),
  beside: (name) => {
    const fields = named(topics, name)?.fields ?? []
    const entries = fields.flatMap((field) => fieldMeanings(field).slice(0, 1))
    return [{ title: "Fields", ids: entries.map((entry): ExplanationId => `field/${entry.name}`) }]
  },
  spellings: () => [],
  items: () =>
    topics.map((topic) => ({ id: idOf(topic), label: topic.title, detail: topic.fields.join(", "), keys: [topic.id] })),
}

/** A page about what belongs to no single code or field. Two paragraphs are told; more are steps or points in order. */
export function explainTopic(entry: Topic): Explanation {
  const { id, title, text, fields, sources, confidence } = entry
  return {
    ...bare,
    title: upperFirst(title),
    fullTitle: id,
    summary: title,
    inList: { name: title, text: `on ${fields.join(", ")}` },
    names: [title],
    ...(text.length > 2 ? { steps: stepsOf(text) } : { said: stepsOf(text).map((step) => step.text) }),
    sources: sources.map(sourceLink),
    confidence: confidence ?? "documented",
  }
}

function idOf({ id }: Topic): ExplanationId {
  return `topic/${id}`
}
