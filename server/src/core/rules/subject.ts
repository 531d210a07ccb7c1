import type { Evidence } from "../evidence/evidence.ts"
import type { FieldName } from "../knowledge/fields/catalogue.ts"
import type { Capture } from "../log/log.ts"
import { type KnownName, knownName } from "../log/names.ts"

/** What a log can hold besides fields, each with how to tell that it does. */
const KINDS = {
  "failed test": (log: Evidence) => log.failedTest !== undefined,
  registration: (log: Evidence) => log.registrations.length > 0,
  "token attempt": (log: Evidence) => log.tokenAttempts.length > 0,
  event: ({ capture }: Evidence) => capture.sections.some(({ id }) => id === "event"),
  "join debug": ({ capture }: Evidence) => capture.sections.some(({ id }) => id === "join-debug"),
} as const

type Kind = keyof typeof KINDS

/**
 * What a rule is about: a field, as `AzureAdPrt`, a field that says a word, as `AzureAdPrt : NO`, or something that the
 * log holds besides fields.
 */
export type Subject = Kind | FieldName | `${FieldName} : ${string}`

/** Whether a log holds what a rule is about. */
export type Presence = (log: Evidence) => boolean

/** Makes the question out of the subjects of a rule once, so that asking it costs a look into a table. */
export function presenceOf(subjects: readonly Subject[]): Presence {
  const asked = subjects.map(presence)
  const [only] = asked
  return only && asked.length === 1 ? only : (log) => asked.some((isThere) => isThere(log))
}

function presence(subject: Subject): Presence {
  if (subject in KINDS) return KINDS[subject as Kind]
  const [name = "", word] = subject.split(" : ")
  const known = knownName(name)
  if (!known) throw new Error(`no field is named ${name}`)
  return word === undefined ? ({ capture }) => holds(capture, known) : ({ capture }) => capture.says(known, word)
}

function holds(capture: Capture, known: KnownName): boolean {
  return capture.has(known)
}
