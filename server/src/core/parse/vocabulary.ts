import { fieldEntries } from "../fields/catalogue.ts"
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

const SPELLINGS: readonly string[] = fieldEntries.flatMap((entry) => [entry.name, ...(entry.aliases ?? [])])

/** The keys of the spellings that nearly every log has, so that they are not worked out for each line again. */
const KEYS: ReadonlyMap<string, string> = new Map(SPELLINGS.map((name) => [name, normalized(name)]))

const NAMES: ReadonlySet<string> = new Set(KEYS.values())

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

/** Whether dsregcmd is known to print a field of this name, in any spelling of it. */
export function isFieldName(name: string): boolean {
  return NAMES.has(plainName(name))
}
