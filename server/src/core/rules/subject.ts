import { AZURE_EXTENSION } from "../evidence/azureExtension.ts"
import type { Evidence } from "../evidence/evidence.ts"
import type { FieldName } from "../knowledge/fields/catalogue.ts"
import type { Capture } from "../log/log.ts"
import { type KnownName, knownName, knownNames } from "../log/names.ts"

/** What a log can hold besides fields, each with how to tell that it does. */
const KINDS = {
  "failed test": (log: Evidence) => log.failedTest !== undefined,
  registration: (log: Evidence) => log.registrations.length > 0,
  "token attempt": (log: Evidence) => log.tokenAttempts.length > 0,
  "no user session": (log: Evidence) => log.withoutUser !== undefined,
  "enrollment code": ({ capture }: Evidence) => /0x(?:8103|c103)|\b(?:0x)?8018/i.test(capture.text),
  "join code": ({ capture }: Evidence) => /\b(?:0x)?801c|-21456[45]/i.test(capture.text),
  "sign-in code": ({ capture }: Evidence) => /\bAADSTS\d|\bMSIS\d|\b0xcaa/i.test(capture.text),
  event: ({ capture }: Evidence) => capture.sections.some(({ id }) => id === "event"),
  "Azure extension": ({ capture }: Evidence) => AZURE_EXTENSION.test(capture.text),
  "join debug": ({ capture }: Evidence) => capture.sections.some(({ id }) => id === "join-debug"),
} as const

type Kind = keyof typeof KINDS

/**
 * What a rule is about: a field, as `AzureAdPrt`, a field that says a word, as `AzureAdPrt : NO`, one that begins with
 * it, as `KeySignTest : FAIL…`, or something that the log holds besides fields.
 */
export type Subject = Kind | FieldName | `${FieldName} : ${string}`

/** Finds what a log is about among things that are about something. */
export type Choosing<Thing> = (log: Evidence) => readonly Thing[]

interface Asked<Thing> {
  readonly thing: Thing
  /** The place of the thing among the others. */
  readonly number: number
  /** What the field has to say; anything, where it is missing. */
  readonly word?: string
}

/**
 * Files things under what they are about, so that a log is asked for what it holds and not for what it could hold: it
 * has some fifty names, of which few have rules, and each of those is a look into a table.
 */
export function choosing<Thing extends { readonly about: readonly Subject[] }>(
  things: readonly Thing[],
): Choosing<Thing> {
  const byName: Asked<Thing>[][] = knownNames.map(() => [])
  const byKind = new Map<Kind, Asked<Thing>[]>()
  for (const [number, thing] of things.entries()) {
    for (const subject of thing.about) {
      if (subject in KINDS) {
        byKind.set(subject as Kind, [...(byKind.get(subject as Kind) ?? []), { thing, number }])
      } else {
        const [name = "", word] = subject.split(" : ")
        const known = knownName(name)
        if (!known) throw new Error(`no field is named ${name}`)
        byName[known.number]?.push({ thing, number, ...(word !== undefined && { word }) })
      }
    }
  }
  const told = new Uint8Array(things.length)
  return (log) => {
    told.fill(0)
    const chosen: Thing[] = []
    const tell = ({ thing, number }: Asked<Thing>) => {
      if (told[number] === 0) chosen.push(thing)
      told[number] = 1
    }
    for (const name of log.capture.names) {
      const asked = byName[name.number]
      if (asked) for (const one of asked) if (says(log.capture, name, one.word)) tell(one)
    }
    for (const [kind, asked] of byKind) if (KINDS[kind](log)) asked.forEach(tell)
    return chosen
  }
}

function says(capture: Capture, name: KnownName, word: string | undefined): boolean {
  if (word === undefined) return true
  return word.endsWith("…") ? capture.begins(name, word.slice(0, -1)) : capture.says(name, word)
}
