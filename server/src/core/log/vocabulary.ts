import { eventEntries } from "../knowledge/events.ts"
import type { FieldEntry } from "../knowledge/fieldEntry.ts"
import { statusFields } from "../knowledge/fields/catalogue.ts"
import { eventFields } from "../knowledge/fields/event.ts"
import { joinDebugFields } from "../knowledge/fields/joinDebug.ts"
import { plainName } from "../knowledge/plainName.ts"
import type { SectionId } from "../knowledge/sectionId.ts"

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

const NAMES: ReadonlySet<string> = new Set(spellings(statusFields).map(plainName))

/** The names that stand in a record, a text without a box of its own: an event, or the output of `/join /debug`. */
const RECORD_NAMES: Readonly<Record<"event" | "join-debug", ReadonlySet<string>>> = {
  event: new Set(spellings(eventFields).map(plainName)),
  "join-debug": new Set(spellings(joinDebugFields).map(plainName)),
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

/** Whether `dsregcmd /status` is known to print a field of this name, in any spelling of it. */
export function isFieldName(name: string): boolean {
  return NAMES.has(plainName(name))
}
