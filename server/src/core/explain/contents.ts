import { codeEntries } from "../knowledge/codes/catalogue.ts"
import { serverMessages } from "../knowledge/codes/serverMessages.ts"
import { eventEntries } from "../knowledge/events.ts"
import { fieldEntries } from "../knowledge/fields/catalogue.ts"
import { phaseEntries } from "../knowledge/phases.ts"
import { sectionEntries } from "../knowledge/sections.ts"
import { topics } from "../knowledge/topics.ts"
import { rules } from "../rules/catalogue.ts"
import type { ExplanationId } from "./explanationId.ts"
import { toCode, toEvent, toField, toMessage, toPhase, toRule, toSection, toTopic } from "./reference.ts"
import type { Related } from "./seeAlso.ts"

/** The kinds of what can be explained, each with the id of the page that lists them all. */
export const contents: ReadonlyMap<ExplanationId, Related> = new Map([
  ["index/rules", { title: "Rules", pages: rules.map(toRule) }],
  ["index/phases", { title: "Phases", pages: phaseEntries.map(toPhase) }],
  ["index/sections", { title: "Sections", pages: sectionEntries.map(toSection) }],
  ["index/fields", { title: "Fields", pages: eachOnce(fieldEntries).map(toField) }],
  ["index/messages", { title: "Server messages", pages: serverMessages.map(toMessage) }],
  ["index/events", { title: "Events", pages: eventEntries.map(toEvent) }],
  ["index/topics", { title: "Topics", pages: topics.map(toTopic) }],
  ["index/codes", { title: "Codes", pages: codeEntries.map(toCode) }],
])

/** Fields by their name, which those of several sections share. */
function eachOnce<Named extends { readonly name: string }>(entries: readonly Named[]): readonly Named[] {
  return [...new Map(entries.map((entry) => [entry.name, entry])).values()]
}
