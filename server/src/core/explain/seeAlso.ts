import type { CodeEntry, Place } from "../knowledge/code.ts"
import { codeEntries } from "../knowledge/codes/catalogue.ts"
import { serverMessages } from "../knowledge/codes/serverMessages.ts"
import { networkError } from "../knowledge/decode.ts"
import { type EventEntry, eventEntries } from "../knowledge/events.ts"
import type { FieldEntry } from "../knowledge/fieldEntry.ts"
import { fieldEntries } from "../knowledge/fields/catalogue.ts"
import { codeMeanings, eventMeaning, fieldMeanings } from "../knowledge/lookup.ts"
import { type PhaseEntry, phaseEntries } from "../knowledge/phases.ts"
import { plainName } from "../knowledge/plainName.ts"
import { type SectionEntry, sectionEntries } from "../knowledge/sections.ts"
import type { ServerMessage } from "../knowledge/serverMessage.ts"
import { type Topic, topics } from "../knowledge/topics.ts"
import { rules } from "../rules/catalogue.ts"
import type { Rule } from "../rules/rule.ts"
import {
  type Reference,
  toCode,
  toEvent,
  toField,
  toMessage,
  toPhase,
  toRule,
  toSection,
  toTopic,
} from "./reference.ts"
import { type Shown, shownBy } from "./ruleExamples.ts"

/** Pages of one kind that another page names as related, under a heading. */
export interface Related {
  readonly title: string
  readonly pages: readonly Reference[]
}

/** What belongs to a code, or to one of its meanings where that is given. */
export function besideCode(code: string, entry?: CodeEntry): readonly Related[] {
  const meanings = codeMeanings(code)
  const told = entry ? [entry] : meanings
  const symbols = new Set(told.flatMap((meaning) => meaning.symbols))
  const number = networkError(code)
  const isSame = (other: CodeEntry) =>
    other.code !== code &&
    (other.symbols.some((name) => symbols.has(name)) || (number !== undefined && networkError(other.code) === number))
  return [
    { title: "Phases", pages: phasesOf(told.flatMap((meaning) => meaning.places)) },
    { title: "Other meanings", pages: meanings.filter((other) => !told.includes(other)).map(toCode) },
    { title: "The same failure in other codes", pages: codeEntries.filter(isSame).map(toCode) },
    { title: "Messages", pages: serverMessages.filter(({ errorCode }) => errorCode === code).map(toMessage) },
    { title: "Rules", pages: rulesThatShow(({ codes }) => codes.includes(code)) },
  ]
}

/** What belongs to a message of the registration service. */
export function besideMessage(message: ServerMessage): readonly Related[] {
  return [
    { title: "Phases", pages: phasesOf(message.places) },
    { title: "Codes", pages: codeMeanings(message.errorCode).map(toCode) },
    { title: "Rules", pages: rules.filter(({ bad }) => bad.some((text) => message.pattern.test(text))).map(toRule) },
  ]
}

/** What belongs to a rule. */
export function besideRule(rule: Rule): readonly Related[] {
  const { fields, codes, events } = shownBy(rule)
  return [
    { title: "Phases", pages: phasesOf(rule.phase ? [rule.phase] : []) },
    { title: "Fields", pages: fields.flatMap((name) => fieldMeanings(name).slice(0, 1)).map(toField) },
    { title: "Codes in its examples", pages: codes.flatMap((code) => meaningOfRule(code, rule)).map(toCode) },
    { title: "Events", pages: events.flatMap((id) => eventMeaning(id) ?? []).map(toEvent) },
  ]
}

/** What belongs to a field of this name. */
export function besideField(entries: readonly FieldEntry[]): readonly Related[] {
  const names = new Set(entries.flatMap(({ name, aliases }) => [name, ...(aliases ?? [])]).map(plainName))
  const isNamed = (name: string) => names.has(plainName(name))
  const sections = new Set(entries.flatMap((entry) => entry.sections))
  return [
    { title: "Sections", pages: sectionEntries.filter(({ id }) => sections.has(id)).map(toSection) },
    { title: "Rules", pages: rulesThatShow(({ reported }) => reported.some(isNamed)) },
    { title: "Topics", pages: topics.filter(({ fields }) => fields.some(isNamed)).map(toTopic) },
  ]
}

/** What belongs to a phase. */
export function besidePhase({ id }: PhaseEntry): readonly Related[] {
  return [
    { title: "Rules", pages: rules.filter(({ phase }) => phase === id).map(toRule) },
    { title: "Events", pages: eventEntries.filter(({ phase }) => phase === id).map(toEvent) },
    { title: "Codes", pages: codeEntries.filter(({ places }) => places.includes(id)).map(toCode) },
  ]
}

/** What belongs to a section: its fields. */
export function besideSection({ id }: SectionEntry): readonly Related[] {
  return [{ title: "Fields", pages: fieldEntries.filter(({ sections }) => sections.includes(id)).map(toField) }]
}

/** What belongs to an event. */
export function besideEvent({ id, phase }: EventEntry): readonly Related[] {
  return [
    { title: "Phases", pages: phasesOf(phase ? [phase] : []) },
    { title: "Rules", pages: rulesThatShow(({ events }) => events.includes(id)) },
  ]
}

/** What belongs to a topic. */
export function besideTopic({ fields }: Topic): readonly Related[] {
  return [{ title: "Fields", pages: fields.flatMap((name) => fieldMeanings(name).slice(0, 1)).map(toField) }]
}

function phasesOf(places: readonly Place[]): Reference[] {
  return phaseEntries.filter(({ id }) => places.includes(id)).map(toPhase)
}

function rulesThatShow(wanted: (shown: Shown) => boolean): Reference[] {
  return rules.filter((rule) => wanted(shownBy(rule))).map(toRule)
}

/** A code as it is meant where the rule stands, or in its first meaning. */
function meaningOfRule(code: string, { phase }: Rule): readonly CodeEntry[] {
  const meanings = codeMeanings(code)
  const meant = meanings.find(({ places }) => phase && places.includes(phase))
  return meant ? [meant] : meanings.slice(0, 1)
}
