import { runsOf } from "../explain/text.ts"
import { glossary } from "../knowledge/glossary.ts"
import type { Content } from "./content.ts"

/** The words of a report that want a word about them, each with what it is; only those that its sentences use. */
export function wordsExplained(sentences: readonly string[]): readonly string[] {
  const plain = sentences.flatMap((sentence) =>
    runsOf(sentence).flatMap(({ kind, text }) => (kind === "plain" ? [text] : [])),
  )
  return glossary.flatMap(({ word, standsFor, found, text }) => {
    if (!text || !plain.some((one) => found.test(one))) return []
    return [standsFor ? `${word} (${standsFor}): ${text}` : `${word}: ${text}`]
  })
}

/** The sentences of ours in a part. */
export function sentencesOf(content: Content): readonly string[] {
  switch (content.kind) {
    case "text":
    case "list":
      return content.items
    case "head":
      return content.items.flatMap(({ text }) => text ?? [])
    case "stages":
      return content.items.map(({ said }) => said)
    case "steps":
      return content.items.flatMap(({ text, proves }) => [text, proves ?? ""])
    case "evidence":
    case "findings":
      return content.items.map(({ message }) => message ?? "")
    case "table":
    case "pages":
      return []
  }
}
