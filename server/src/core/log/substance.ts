import { statusFields } from "../knowledge/fields/catalogue.ts"
import { eventMeaning } from "../knowledge/lookup.ts"
import { plainName } from "../knowledge/plainName.ts"
import type { Capture, Section } from "./log.ts"
import { recognition } from "./recognize.ts"

/**
 * Whether a capture holds anything that dsreg can tell about: a field that it knows, debug output, or an event of a
 * join. A file that somebody names is read if it does, also where it is too little to be recognized by.
 */
export function hasSubstance(capture: Capture): boolean {
  return capture.sections.some(tells) || EXTENSION.test(capture.text) || recognition(capture.text) !== "no"
}

/** What Azure says where its extension, which joins virtual machines by dsregcmd, has failed. */
const EXTENSION = /\bAAD Join failed with status code\b|\bAADLoginForWindows\b.{0,80}?\bexit code\b/i

const NAMES: ReadonlySet<string> = new Set(
  statusFields.flatMap(({ name, aliases }) => [name, ...(aliases ?? [])]).map(plainName),
)

function tells(section: Section): boolean {
  if (section.id === "join-debug") return true
  if (section.id === "event") return isOurEvent(section)
  return section.blocks.some(({ fields }) => fields.some(({ key, entry }) => entry !== undefined || NAMES.has(key)))
}

/** An event without a header was known by its sentence; a header has to name one of the logs or events we know. */
function isOurEvent({ blocks }: Section): boolean {
  const fields = blocks.flatMap((block) => block.fields)
  const logs = fields.filter(({ key }) => key === "log name" || key === "source")
  if (logs.length > 0)
    return logs.some(({ value }) => /\b(?:AAD|User Device Registration|DeviceManagement-Enterprise)\b/i.test(value))
  const id = fields.find(({ key }) => key === "event id")
  return !id || eventMeaning(Number(id.value)) !== undefined
}
