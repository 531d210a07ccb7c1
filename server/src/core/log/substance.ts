import { statusFields } from "../knowledge/fields/catalogue.ts"
import { eventMeaning } from "../knowledge/lookup.ts"
import { plainName } from "../knowledge/plainName.ts"
import type { Capture, Field, Section } from "./log.ts"
import { BOXES, NAMES_OF_OURS } from "./marks.ts"
import { recognition } from "./recognize.ts"

/**
 * Whether a capture holds anything that dsreg can tell about: a field that it knows, debug output, or an event of a
 * join. A file that somebody names is read if it does, also where it is too little to be recognized by.
 */
export function hasSubstance(capture: Capture): boolean {
  return capture.sections.some(tells) || EXTENSION.test(capture.text) || recognition(capture.text) !== "no"
}

/** What Azure says where its extension, which joins virtual machines by dsregcmd, has failed. */
const EXTENSION =
  /\bAAD Join failed with status code\b|\bAADLoginForWindows\b.{0,80}?(?:\bexit code\b|\bsetting was not found\b|\bdsreg\.dll\b)/i

/**
 * Whether a text names an answer to a sign-in or a code of the join. A file that somebody names and that holds nothing
 * of dsregcmd's can be about that: the log of an app or of another program.
 */
export function namesAnswer({ text }: Capture): boolean {
  return ANSWER.test(text)
}

const ANSWER = /\bAADSTS\d{5,7}\b|\b0xcaa[\da-f]{5}\b|\b0x801c[\da-f]{4}\b/i

const NAMES: ReadonlySet<string> = new Set(
  statusFields.flatMap(({ name, aliases }) => [name, ...(aliases ?? [])]).map(plainName),
)

function tells(section: Section): boolean {
  if (section.id === "join-debug") return true
  if (section.id === "event") return isOurEvent(section)
  const fields = section.blocks.flatMap((block) => block.fields)
  if (section.id !== "untitled") return fields.some(({ key, entry }) => entry !== undefined || NAMES.has(key))
  const known = fields.filter(({ key }) => NAMES.has(key))
  if (known.length === 0) return false
  // Among the lines of another program a name that it may print as well proves nothing.
  const isAlone = known.length === fields.length && section.capture.others.length === 0
  return isAlone || known.some(isOurs) || BOX_NAMES.some((box) => countOf(known, box) >= 2)
}

/** The names of each box, letters alone. */
const BOX_NAMES = [...BOXES.values()].map((box) => new Set([...box].map(letters)))

/** The names that other programs print too: `Domain Name`, `TenantId`, `Client Time`. */
const SHARED = new Set(
  [...BOXES.values()].flatMap((box) => [...box].filter((name) => !NAMES_OF_OURS.has(name)).map(letters)),
)

/** Whether a field is dsregcmd's beyond doubt: by its name, or by a code behind one that others use. */
function isOurs({ name, value }: Field): boolean {
  return !SHARED.has(letters(name)) || /\b0x[\da-f]{8}\b|\bAADSTS\d/i.test(value)
}

function countOf(fields: readonly Field[], box: ReadonlySet<string>): number {
  return new Set(fields.map(({ name }) => letters(name)).filter((name) => box.has(name))).size
}

function letters(name: string): string {
  return plainName(name).replaceAll(" ", "")
}

/** The logs whose events are in the catalogue. */
const OUR_LOG =
  /\b(?:AAD|User Device Registration|DeviceManagement-Enterprise|(?:ModernDeployment|Provisioning)-Diagnostics)\b/i

/** An event without a header was known by its sentence; a header has to name one of the logs or events we know. */
function isOurEvent({ blocks }: Section): boolean {
  const fields = blocks.flatMap((block) => block.fields)
  const logs = fields.filter(({ key }) => key === "log name" || key === "source")
  if (logs.length > 0) return logs.some(({ value }) => OUR_LOG.test(value))
  const id = fields.find(({ key }) => key === "event id")
  return !id || eventMeaning(Number(id.value)) !== undefined
}
