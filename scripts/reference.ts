import {
  explainCode,
  explainEvent,
  explainField,
  explainMessage,
  explainPhase,
  explainRule,
  explainSection,
  explainTopic,
} from "../server/src/core/explain/explain.ts"
import { codeEntries } from "../server/src/core/knowledge/codes/catalogue.ts"
import { serverMessages } from "../server/src/core/knowledge/codes/serverMessages.ts"
import { eventEntries } from "../server/src/core/knowledge/events.ts"
import { fieldEntries } from "../server/src/core/knowledge/fields/catalogue.ts"
import { sectionMeaning } from "../server/src/core/knowledge/lookup.ts"
import { phaseEntries } from "../server/src/core/knowledge/phases.ts"
import { sectionEntries } from "../server/src/core/knowledge/sections.ts"
import { topics } from "../server/src/core/knowledge/topics.ts"
import { rules } from "../server/src/core/rules/catalogue.ts"

/** Everything the product can explain, on one page, in the words of its hovers. */
export function referencePage(): string {
  const parts = [
    "# Reference",
    "This page is generated from the catalogue; `npm run docs` writes it anew. Every entry says what the hover says.",
    contents(),
    ...chapter("Rules", rules, (rule) => [rule.id, explainRule(rule)]),
    ...chapter("Phases", phaseEntries, (phase) => [phase.title, explainPhase(phase)]),
    ...chapter("Sections", sectionEntries, (section) => [section.title, explainSection(section)]),
    ...chapter("Fields", fieldEntries, (field) => [
      `${field.name} (${sectionMeaning(field.sections[0])?.title ?? field.sections[0]})`,
      explainField(field),
    ]),
    ...chapter("Server messages", serverMessages, (message) => [
      message.id,
      `> ${message.example}\n\n${explainMessage(message)}`,
    ]),
    ...chapter("Events", eventEntries, (event) => [`Event ${event.id}`, explainEvent(event)]),
    ...chapter("Topics", topics, (topic) => [topic.id, explainTopic(topic)]),
    ...chapter("Codes", codeEntries, (entry) => [
      `${entry.code} (${entry.places.join(", ")})`,
      explainCode(entry.code, entry),
    ]),
  ]
  return `${parts.join("\n\n")}\n`
}

function contents(): string {
  return ["Rules", "Phases", "Sections", "Fields", "Server messages", "Events", "Topics", "Codes"]
    .map((title) => `- [${title}](#${title.toLowerCase().replace(/ /g, "-")})`)
    .join("\n")
}

function chapter<Entry>(
  title: string,
  entries: readonly Entry[],
  page: (entry: Entry) => readonly [string, string],
): string[] {
  return [
    `## ${title}`,
    ...entries.flatMap((entry) => {
      const [heading, text] = page(entry)
      return [`### ${heading}`, text]
    }),
  ]
}

/** The manifest with one property of `dsreg.severity` for each rule; everything else stays as it is. */
export function manifestWithRules(old: string): string {
  const manifest = JSON.parse(old)
  const groups = [manifest.contributes?.configuration].flat().filter(Boolean)
  const severity = groups.flatMap((group) => group.properties?.["dsreg.severity"] ?? [])[0]
  if (!severity) return old
  severity.properties = Object.fromEntries(
    rules.map((rule) => [
      rule.id,
      {
        type: "string",
        enum: ["error", "warning", "info", "off"],
        default: rule.severity,
        markdownDescription: rule.summary,
      },
    ]),
  )
  severity.additionalProperties = false
  return `${JSON.stringify(manifest, undefined, 2)}\n`
}
