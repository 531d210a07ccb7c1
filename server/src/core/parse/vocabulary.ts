import type { FieldEntry } from "../fieldEntry.ts"
import { fieldEntries, statusFields } from "../fields/catalogue.ts"
import { eventFields } from "../fields/event.ts"
import { joinDebugFields } from "../fields/joinDebug.ts"
import { eventEntries } from "../knowledge/events.ts"
import type { SectionId } from "../log.ts"

/** The titles dsregcmd prints, lower case; work accounts are numbered and come apart in `sectionId`. */
const TITLES: ReadonlyMap<string, SectionId> = new Map<string, SectionId>([
  ["device state", "device-state"],
  ["device details", "device-details"],
  ["tenant details", "tenant-details"],
  ["user state", "user-state"],
  ["sso state", "sso-state"],
  ["diagnostic data", "diagnostic-data"],
  ["ie proxy config for current user", "ie-proxy"],
  ["ie proxy config for system", "ie-proxy"],
  ["winhttp default proxy config", "winhttp-proxy"],
  ["ngc prerequisite check", "ngc"],
])

/** The section a title names, or undefined where dsregcmd prints no such title. */
export function sectionId(title: string): SectionId | undefined {
  const plain = title.toLowerCase().replace(/\s+/g, " ")
  return TITLES.get(plain) ?? (/^work account(?: \d{1,3})?$/.test(plain) ? "work-account" : undefined)
}

function spellings(entries: readonly FieldEntry[]): string[] {
  return entries.flatMap((entry) => [entry.name, ...(entry.aliases ?? [])])
}

/** The keys of the spellings that nearly every log has, so that they are not worked out for each line again. */
const KEYS: ReadonlyMap<string, string> = new Map(spellings(fieldEntries).map((name) => [name, normalized(name)]))

const NAMES: ReadonlySet<string> = new Set(spellings(statusFields).map(normalized))

/** The names that stand in a record, a text without a box of its own: an event, or the output of `/join /debug`. */
const RECORD_NAMES: Readonly<Record<"event" | "join-debug", ReadonlySet<string>>> = {
  event: new Set(spellings(eventFields).map(normalized)),
  "join-debug": new Set(spellings(joinDebugFields).map(normalized)),
}

/** Whether a field of this key belongs to a record of this kind. */
export function isRecordName(record: "event" | "join-debug", key: string): boolean {
  return RECORD_NAMES[record].has(key)
}

/** Names that only `/join /debug` prints, so that they begin its record wherever they stand. */
const DEBUG_ONLY: ReadonlySet<string> = new Set(
  [...RECORD_NAMES["join-debug"]].filter((key) => !NAMES.has(key) && !RECORD_NAMES.event.has(key)),
)

/** Whether a field of this key shows that the output of `/join /debug` begins here. */
export function beginsJoinDebug(key: string): boolean {
  return DEBUG_ONLY.has(key) || /^dsrcmd\w*::/.test(key)
}

/** Whether a line is how the text of a known event begins. */
export function beginsEvent(line: string): boolean {
  return SENTENCES.some((sentence) => sentence.test(line))
}

const SENTENCES: readonly RegExp[] = eventEntries.flatMap(({ sentences }) => sentences ?? [])

/**
 * A field name in the form that look-ups use: lower case, one blank between words.
 * `OnPremTGT` and `OnPremTgt` are one name.
 */
export function plainName(name: string): string {
  return KEYS.get(name) ?? normalized(name)
}

function normalized(name: string): string {
  return name.toLowerCase().replace(/\s+/g, " ")
}

/** Whether `dsregcmd /status` is known to print a field of this name, in any spelling of it. */
export function isFieldName(name: string): boolean {
  return NAMES.has(plainName(name))
}
