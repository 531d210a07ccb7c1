import { besideEach } from "../core/diagnosis/case.ts"
import { faultFinding, faultRule } from "../core/diagnosis/fault.ts"
import { reported } from "../core/diagnosis/reported.ts"
import { type CaseFacts, notOfClones } from "../core/evidence/caseFacts.ts"
import { documentation } from "../core/explain/sources.ts"
import { clonedImage } from "../core/rules/case/clonedImage.ts"
import type { PlacedFinding } from "./findings.ts"
import type { PlacedChunk } from "./logDocument.ts"
import { type Place, placeAt, placesOf } from "./place.ts"

/** What is kept of a log of a folder to find clones of its device: its names, and where its identity stands. */
export interface Identified {
  readonly facts: CaseFacts
  readonly place: Place
}

/** The identity of a log that has one. */
export function identified({ chunk, firstLine }: PlacedChunk): readonly Identified[] {
  const { facts } = chunk
  const identity = facts?.deviceId ?? facts?.thumbprint
  if (!facts || !identity || !facts.computer) return []
  return [{ facts, place: placeAt(placesOf(chunk, [identity.span]), 0, firstLine) }]
}

/** A copy that keeps no text of the log alive; what clones are not found by is left out. */
export function kept({ facts, place }: Identified, word: (text: string) => string): Identified {
  const copy = (key: "computer" | "deviceId" | "thumbprint") => {
    const fact = facts[key]
    return fact && { ...fact, value: word(fact.value) }
  }
  const names = { computer: copy("computer"), deviceId: copy("deviceId"), thumbprint: copy("thumbprint") }
  return { facts: { ...notOfClones, ...names, joinType: facts.joinType }, place }
}

/** The findings on clones among the logs of a folder, by the log they are of; a fault of ours is one of them. */
export function clonesAmong(
  logs: ReadonlyMap<string, { readonly identities: readonly Identified[] }>,
): ReadonlyMap<string, PlacedFinding[]> {
  const all = Array.from(logs, ([uri, { identities }]) => identities.map((one) => ({ uri, one }))).flat()
  const facts = all.map(({ one }) => one.facts)
  const page = documentation(clonedImage.sources)?.url
  const found = new Map<string, PlacedFinding[]>()
  for (const [index, { findings, faults }] of besideEach(facts, [clonedImage], all.length).entries()) {
    const at = all[index]
    const broken = faults.map((fault) => reported(faultFinding({ text: "" }, fault), faultRule))
    const told = [...findings, ...broken]
    if (!at || told.length === 0) continue
    const placed = told.map(
      ({ rule: { id }, severity, message }): PlacedFinding => ({
        ...at.one.place,
        rule: id,
        severity,
        code: id,
        message,
        page,
        related: [],
        under: [],
      }),
    )
    found.set(at.uri, [...(found.get(at.uri) ?? []), ...placed])
  }
  return found
}
