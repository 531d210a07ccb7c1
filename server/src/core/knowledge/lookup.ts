import type { CodeEntry, Phase, Place } from "./code.ts"
import { familyPhase } from "./codeFamilies.ts"
import { canonicalCode, carriedCode } from "./codeNumber.ts"
import { codeEntries } from "./codes/catalogue.ts"
import { serverMessages } from "./codes/serverMessages.ts"
import { eventEntries } from "./events/catalogue.ts"
import type { EventEntry } from "./events/eventEntry.ts"
import { type FieldEntry, keysOf } from "./fieldEntry.ts"
import { fieldEntries } from "./fields/catalogue.ts"
import { type PhaseEntry, phaseEntries } from "./phases.ts"
import { plainName } from "./plainName.ts"
import type { SectionId } from "./sectionId.ts"
import { type SectionEntry, sectionEntries } from "./sections.ts"
import type { ServerMessage } from "./serverMessage.ts"
import { type Topic, topics } from "./topics.ts"
import { type WindowsRelease, windowsReleases } from "./windowsReleases.ts"

/** Files entries under each of their keys, in lower case. */
function index<Entry>(
  entries: readonly Entry[],
  keys: (entry: Entry) => readonly string[],
): ReadonlyMap<string, readonly Entry[]> {
  const filed = new Map<string, Entry[]>()
  for (const entry of entries) {
    for (const key of keys(entry)) {
      const known = filed.get(key)
      if (known) known.push(entry)
      else filed.set(key, [entry])
    }
  }
  return filed
}

/** No event's text begins with fewer letters than its sentence is filed under, and none needs more to be known. */
const SENTENCE_HEAD = 7
const LONGEST_SENTENCE = 130

const byCode = index(codeEntries, (entry) => [entry.code.toLowerCase()])
const bySymbol = index(codeEntries, (entry) => entry.symbols.map((symbol) => symbol.toLowerCase()))
const byName = index(fieldEntries, keysOf)
const byEvent: ReadonlyMap<number, EventEntry> = new Map(eventEntries.map((entry) => [entry.id, entry]))

/** How the texts of events begin, filed under the first letters that all of them have. */
const bySentence = index(
  eventEntries.flatMap((entry) => (entry.sentences ?? []).map((sentence) => ({ entry, sentence }))),
  ({ sentence }) => [sentence.slice(0, SENTENCE_HEAD)],
)

/**
 * All meanings of a code, given in hexadecimal, in decimal, by symbol or by name; where it only wraps another number,
 * `0x0000054b` for `0x8007054b`, the meanings of that one. Empty where the catalogue has none.
 */
export function codeMeanings(query: string): readonly CodeEntry[] {
  const plain = query.trim().toLowerCase()
  const code = (canonicalCode(query) ?? plain).toLowerCase()
  return byCode.get(code) ?? bySymbol.get(plain) ?? byCode.get(carriedCode(code) ?? "") ?? []
}

/**
 * What a code means in one place: the entry for that place, else the one for any place, else the first there is,
 * for a code in an unexpected place still has its number and name.
 */
export function codeMeaning(code: string, place: Place | undefined): CodeEntry | undefined {
  const entries = codeMeanings(code)
  return (
    entries.find((entry) => place !== undefined && entry.places.includes(place)) ??
    entries.find((entry) => entry.places.includes("any")) ??
    entries[0]
  )
}

/**
 * The phase of a code in a join that names none: the one phase among the places it is documented for, else the one
 * phase that its family takes part in. Undefined where it can stand in several phases, or in none that is known.
 */
export function onlyPhaseOf(code: string): Phase | undefined {
  const meant = codeMeanings(code).filter(({ onlyWhereNamed }) => !onlyWhereNamed)
  const places = new Set(meant.flatMap((entry) => entry.places))
  const [phase, ...others] = phaseEntries.filter(({ id }) => places.has(id))
  if (others.length > 0 || (phase && places.has("any"))) return undefined
  return phase?.id ?? familyPhase(code)
}

/** What a message of the registration service means; undefined where it is none of the known ones. */
export function messageMeaning(message: string): ServerMessage | undefined {
  return serverMessages.find((known) => known.pattern.test(message))
}

/** What a field means in a section; where the title was cut off, its meaning in its home. */
export function fieldMeaning(name: string, section: SectionId): FieldEntry | undefined {
  const entries = byName.get(plainName(name))
  return entries?.find((entry) => entry.sections.includes(section)) ?? entries?.[0]
}

/** All meanings of a field name, one for each family of sections it stands in. */
export function fieldMeanings(name: string): readonly FieldEntry[] {
  return byName.get(plainName(name)) ?? []
}

/** What a section holds. */
export function sectionMeaning(id: SectionId): SectionEntry | undefined {
  return sectionEntries.find((entry) => entry.id === id)
}

/** A phase by its id or by any spelling that `Error Phase` has for it. */
export function phaseMeaning(name: string): PhaseEntry | undefined {
  const plain = name.trim().toLowerCase()
  return phaseEntries.find((entry) => entry.id === plain || entry.names.includes(plain))
}

/** The title of a phase in running text: `discover phase`. */
export function phaseName(phase: Phase): string {
  return phase === "post-join"
    ? "after the join"
    : `${
        phaseEntries
          .find((entry) => entry.id === phase)
          ?.title.toLowerCase()
          .replace(/ phase$/, "") ?? phase
      } phase`
}

/** An event of Windows' logs by its number. */
export function eventMeaning(id: number): EventEntry | undefined {
  return byEvent.get(id)
}

/** The release of Windows that has a build: `10.0.19045.2604`, `19045.2604` or `19045`. */
export function windowsRelease(version: string): WindowsRelease | undefined {
  const build = /^(?:10\.0\.)?(\d{5})(?:\.\d{1,6})?$/.exec(version)?.[1]
  return windowsReleases.find((release) => release.build === Number(build))
}

/** What is worth knowing where a field has this value, beside the field's own meaning. */
export function topicsAt(name: string, value: string): readonly Topic[] {
  const plain = plainName(name)
  return topics.filter(
    ({ fields, values }) => fields.some((field) => plainName(field) === plain) && (!values || values.test(value)),
  )
}

/** The event whose text begins with this line; of two that would do, the one that says more. A code in it is only `0x`. */
export function eventBySentence(line: string): EventEntry | undefined {
  const plain = line
    .slice(0, LONGEST_SENTENCE)
    .toLowerCase()
    .replace(/0x[0-9a-f]{8}/, "0x")
  let found: { readonly entry: EventEntry; readonly sentence: string } | undefined
  for (const one of bySentence.get(plain.slice(0, SENTENCE_HEAD)) ?? []) {
    if (plain.startsWith(one.sentence) && one.sentence.length > (found?.sentence.length ?? 0)) found = one
  }
  return found?.entry
}
