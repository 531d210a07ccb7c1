import { caseFactsOf } from "../evidence/caseFacts.ts"
import { momentsIn } from "../evidence/moments.ts"
import type { FieldEntry } from "../knowledge/fieldEntry.ts"
import { sectionMeaning } from "../knowledge/lookup.ts"
import type { Field } from "../log/log.ts"
import { allFields, type Found } from "../log/query.ts"
import type { Diagnosis, Reported } from "./diagnose.ts"
import { meantSpans } from "./meaning.ts"
import { type Change, type Outcome, outcomeOf } from "./standing.ts"

/** A field that says something else in the later log, or stands in one of the two only. */
export interface FieldChange {
  readonly name: string
  /** The title of its section as dsregcmd prints it. */
  readonly section: string
  readonly entry: FieldEntry | undefined
  readonly before: Field | undefined
  readonly after: Field | undefined
  readonly change: Change
}

/** Why two logs may not be before and after of one thing. */
export type Doubt = "two-computers" | "wrong-order"

/** Two logs by what they mean. */
export interface Comparison {
  readonly before: Diagnosis
  readonly after: Diagnosis
  readonly outcome: Outcome
  readonly doubts: readonly Doubt[]
  /** Findings of the earlier log that the later one does not have, of the later one, and those of the later one that both have. */
  readonly gone: readonly Reported[]
  readonly come: readonly Reported[]
  readonly still: readonly Reported[]
  /** In the order of the later log. */
  readonly fields: readonly FieldChange[]
  /** What is another one in every log and differs: times, ids of requests. In the order of the earlier log. */
  readonly varying: readonly FieldChange[]
}

/** Compares what an earlier and a later log say, field by field and not line by line. */
export function compared(before: Diagnosis, after: Diagnosis): Comparison {
  const changes = changesBetween(before, after)
  const fields = changes.filter(({ entry }) => !varies(entry))
  const varying = changes.filter(({ entry, before, after }) => varies(entry) && before && after)
  const is = (list: readonly Reported[]) => new Set(list.map(identity))
  const [had, has] = [is(allOf(before)), is(allOf(after))]
  return {
    before,
    after,
    outcome: outcomeOf(
      before,
      after,
      fields.map(({ change }) => change),
    ),
    doubts: doubtsOf(before, after),
    gone: before.findings.filter((finding) => !has.has(identity(finding))),
    come: after.findings.filter((finding) => !had.has(identity(finding))),
    still: after.findings.filter((finding) => had.has(identity(finding))),
    fields,
    varying: varying.toSorted((a, b) => startOf(a) - startOf(b)),
  }
}

function startOf({ before }: FieldChange): number {
  return before?.nameSpan.start ?? 0
}

/** The names of what is another one in every log, each once. */
export function varyingNames({ varying }: Comparison): readonly string[] {
  return [...new Set(varying.map(({ name }) => name))]
}

/** Whether a field is another one in every log. */
function varies(entry: FieldEntry | undefined): boolean {
  return entry?.varies === true || entry?.type === "time" || entry?.identity?.kind === "request"
}

function allOf({ findings, folded }: Diagnosis): readonly Reported[] {
  return [...findings, ...folded.map(({ finding }) => finding)]
}

/** The same fault with the same code is the same finding. */
function identity({ rule, code }: Reported): string {
  return `${rule.id} ${code ?? ""}`
}

function doubtsOf(before: Diagnosis, after: Diagnosis): readonly Doubt[] {
  const [first, second] = [caseFactsOf(before.evidence), caseFactsOf(after.evidence)]
  const isOther = first.computer && second.computer && first.computer.value !== second.computer.value
  const isEarlier = first.time !== undefined && second.time !== undefined && second.time < first.time
  return [...(isOther ? ["two-computers" as const] : []), ...(isEarlier ? ["wrong-order" as const] : [])]
}

/** A field with what its value means in its log, from 0 for a failure to 2 for what should stand there. */
interface Placed extends Found {
  readonly worth: number
}

function changesBetween(before: Diagnosis, after: Diagnosis): readonly FieldChange[] {
  const [old, now] = [placedIn(before), placedIn(after)]
  const keys = [...now.keys(), ...[...old.keys()].filter((key) => !now.has(key))]
  return keys.flatMap((key) => {
    const [first, second] = [old.get(key), now.get(key)]
    const one = second ?? first
    if (!one || (first && second && saidBy(first.field) === saidBy(second.field))) return []
    const { field, section } = one
    return {
      name: field.entry?.name ?? field.name,
      section: section.title || (sectionMeaning(field.entry?.sections[0] ?? section.id)?.title ?? ""),
      entry: field.entry,
      before: first?.field,
      after: second?.field,
      change: changeOf(first, second),
    }
  })
}

/** A line that is gone or new says little by itself, unless it is new and shows a failure. */
function changeOf(before: Placed | undefined, after: Placed | undefined): Change {
  if (!after) return "other"
  if (!before) return after.worth === 0 ? "worse" : "other"
  return after.worth > before.worth ? "better" : after.worth < before.worth ? "worse" : "other"
}

/** The fields of a status that say anything, by their place: which section, which group in it, which of several of one name. */
function placedIn(diagnosis: Diagnosis): ReadonlyMap<string, Placed> {
  const { capture } = diagnosis.evidence
  const worth = worths(diagnosis)
  const placed = new Map<string, Placed>()
  const counts = new Map<string, number>()
  for (const found of allFields(capture)) {
    const { section, block, field } = found
    if (section.id === "event" || section.id === "join-debug" || section.id === "other" || field.value === "") continue
    const home = section.id === "untitled" ? (field.entry?.sections[0] ?? section.id) : section.id
    const title = home === "work-account" ? section.title.toLowerCase() : home
    const place = [title, block.id, block.owner?.key ?? "", field.key].join("|")
    const number = (counts.get(place) ?? 0) + 1
    counts.set(place, number)
    placed.set(`${place}|${number}`, { ...found, worth: worth(field) })
  }
  return placed
}

/** What the values of a log mean; the worst of what is in a value counts. */
function worths(diagnosis: Diagnosis): (field: Field) => number {
  const painted = new Uint8Array(diagnosis.evidence.capture.text.length)
  for (const { span, meaning } of meantSpans(diagnosis, ({ severity }) => severity)) {
    const isBad = meaning === "failing" || meaning === "consequence"
    if (isBad || meaning === "healthy") painted.fill(isBad ? BAD : GOOD, span.start, span.end)
  }
  return ({ valueSpan: { start, end } }) => {
    const colors = painted.subarray(start, end)
    return colors.includes(BAD) ? 0 : colors.includes(GOOD) ? 2 : 1
  }
}

const BAD = 1
const GOOD = 2

/** What a value says, without what is another one each time: times and GUIDs in sentences. */
function saidBy({ entry, value }: Field): string {
  let said = value
  if (entry?.type === "text" || entry?.wraps) {
    for (const { span } of momentsIn(value).toReversed()) said = said.slice(0, span.start) + said.slice(span.end)
    said = said.replace(/[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}/gi, "")
  }
  return said.replace(/\s+/g, " ").trim().toLowerCase()
}
