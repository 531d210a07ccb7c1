import type { Place } from "../knowledge/code.ts"
import { codeEntries } from "../knowledge/codes/catalogue.ts"
import { serverMessages } from "../knowledge/codes/serverMessages.ts"
import type { Confidence } from "../knowledge/confidence.ts"
import { eventEntries } from "../knowledge/events/catalogue.ts"
import { fieldEntries } from "../knowledge/fields/catalogue.ts"
import { phaseEntries } from "../knowledge/phases.ts"
import type { SectionId } from "../knowledge/sectionId.ts"
import { sectionEntries } from "../knowledge/sections.ts"
import type { Rights, Risk, Where } from "../knowledge/step.ts"
import { topics } from "../knowledge/topics.ts"
import { everyRule } from "../rules/case/catalogue.ts"
import type { Severity } from "../rules/rule.ts"
import type { ExplainedStep, Explanation, PageLink } from "./explanation.ts"
import type { KindWord } from "./explanationId.ts"
import { explainCode } from "./kinds/code.ts"
import { explainEvent } from "./kinds/event.ts"
import { explainField } from "./kinds/field.ts"
import { explainMessage } from "./kinds/message.ts"
import { explainPhase } from "./kinds/phase.ts"
import { explainRule } from "./kinds/rule.ts"
import { explainSection } from "./kinds/section.ts"
import { explainTopic } from "./kinds/topic.ts"
import { jsonValue } from "./print/json.ts"
import { unmarked } from "./text.ts"

/** Something to do, with what it needs and what it does to a working system where that is known. */
export interface CatalogStep {
  readonly text: string
  readonly proves: string | null
  readonly rights: Rights | null
  readonly risk: Risk | null
  readonly where: Where | null
}

/**
 * One meaning of one thing that the catalogue knows, as a row to join with: no two have the same kind, name and place.
 * Its texts are plain.
 */
export interface CatalogEntry {
  readonly kind: KindWord
  /** As findings and fields name it: `0x80072ee2`, `prt-missing`, `AzureAdPrt`, `304`. */
  readonly name: string
  /** Where it means this: the phase of a code, a rule or an event, the section of a field; null where it has no place. */
  readonly place: Place | SectionId | null
  /** As `dsreg explain` takes it: `code/0x80072ee2/discover`. */
  readonly id: string
  readonly title: string
  /** Other names of it: symbols of a code, older spellings of a field. */
  readonly aliases: readonly string[]
  /** How much a finding of a rule matters. */
  readonly severity: Severity | null
  /** What it is. */
  readonly meaning: string | null
  /** What went wrong. */
  readonly cause: string | null
  readonly steps: readonly CatalogStep[]
  readonly sources: readonly PageLink[]
  /** How sure it is; null where nothing is said of that. */
  readonly confidence: Confidence | null
}

/** What a kind knows of an entry besides its document. */
type Row = Pick<CatalogEntry, "kind" | "name"> & Partial<Pick<CatalogEntry, "place" | "title" | "aliases" | "severity">>

/** Everything the catalogue knows, kind after kind, in the order of its book, which stays the same from run to run. */
export function* catalog(): Iterable<CatalogEntry> {
  for (const rule of everyRule) {
    const { id, phase = null, severity, summary } = rule
    yield row({ kind: "rule", name: id, place: phase, title: summary, severity }, explainRule(rule))
  }
  for (const entry of codeEntries()) {
    const { code, places, symbols, title } = entry
    const document = explainCode(code, entry)
    for (const place of places) yield row({ kind: "code", name: code, place, title, aliases: symbols }, document)
  }
  for (const entry of fieldEntries) {
    const { name, aliases = [], sections } = entry
    const document = explainField(entry)
    for (const place of sections) yield row({ kind: "field", name, place, aliases }, document)
  }
  for (const entry of eventEntries) {
    const { id, phase = null, title } = entry
    yield row({ kind: "event", name: String(id), place: phase, title }, explainEvent(entry))
  }
  for (const entry of serverMessages) {
    const document = explainMessage(entry)
    for (const place of entry.places) yield row({ kind: "message", name: entry.id, place }, document)
  }
  for (const entry of phaseEntries) yield row({ kind: "phase", name: entry.id }, explainPhase(entry))
  for (const entry of sectionEntries) yield row({ kind: "section", name: entry.id }, explainSection(entry))
  for (const entry of topics) yield row({ kind: "topic", name: entry.id }, explainTopic(entry))
}

function row({ kind, name, place = null, title, aliases = [], severity = null }: Row, document: Explanation) {
  const { summary, said, why, reasons, steps, sources, confidence } = jsonValue(document)
  return {
    kind,
    name,
    place,
    id: kind === "code" ? `${kind}/${name}/${place}` : `${kind}/${name}`,
    title: unmarked(title ?? summary),
    aliases,
    severity,
    meaning: paragraph(said),
    cause: paragraph([...why, ...reasons]),
    steps: steps.map(step),
    sources,
    confidence: confidence ?? null,
  } satisfies CatalogEntry
}

function paragraph(sentences: readonly string[]): string | null {
  return sentences.length > 0 ? sentences.join(" ") : null
}

function step({ text, proves, rights, risk, where }: ExplainedStep): CatalogStep {
  return { text, proves: proves ?? null, rights: rights ?? null, risk: risk ?? null, where: where ?? null }
}
