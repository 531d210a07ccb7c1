import type { Evidence } from "../evidence/evidence.ts"
import { identitiesIn } from "../evidence/identity.ts"
import type { FieldEntry } from "../knowledge/fieldEntry.ts"
import { type FieldName, fieldEntries } from "../knowledge/fields/catalogue.ts"
import { type Judgement, judgement } from "../knowledge/judgement.ts"
import type { SectionId } from "../knowledge/sectionId.ts"
import { allFields, type Found } from "../log/query.ts"
import type { Severity } from "../rules/rule.ts"
import type { Span } from "../text/span.ts"
import type { Diagnosis, Reported } from "./diagnose.ts"

/**
 * What a piece of a log means for its reader, whatever word it is: `NO` can be any of these.
 *
 * - `healthy`: what should stand here in this log.
 * - `failing`: a finding that is an error or a warning.
 * - `notApplicable`: says nothing in this log.
 * - `consequence`: belongs to a failure that is told elsewhere.
 * - `identifier`: names one device, tenant, user, request or key.
 */
export type Meaning = "healthy" | "failing" | "notApplicable" | "consequence" | "identifier"

/** Characters that mean something. */
export interface Meant {
  readonly span: Span
  readonly meaning: Meaning
}

/** How much a finding matters to this reader. */
export type Weigh = (finding: Reported) => Severity | "off"

/** From the first coat of paint to the last: the later one hides the earlier. */
const COATS: readonly Meaning[] = ["identifier", "healthy", "notApplicable", "consequence", "failing"]

/** The spans of a capture that mean something, in the order of the text and apart from each other. */
export function meantSpans({ evidence, findings, folded }: Diagnosis, weigh: Weigh): readonly Meant[] {
  const failures = findings.filter((finding) => isFailure(weigh(finding)))
  const following = folded.filter(({ finding }) => isFailure(weigh(finding))).map(({ finding }) => finding.span)
  const isBlamed = blamedBy(findings, evidence.capture.text.length)
  return painted(evidence.capture.text.length, [
    ...Array.from(allFields(evidence.capture)).flatMap((found) => [...ofField(evidence, found, isBlamed)]),
    ...[...following, ...consequences(evidence, failures)].map((span): Meant => ({ span, meaning: "consequence" })),
    ...failures.map(({ span }): Meant => ({ span, meaning: "failing" })),
  ])
}

function isFailure(severity: Severity | "off"): boolean {
  return severity === "error" || severity === "warning"
}

/** Whether a rule has something to say about a span, however little it matters. No such value is called healthy. */
function blamedBy(findings: readonly Reported[], length: number): (span: Span) => boolean {
  const blamed = new Uint8Array(length)
  for (const { span, related = [] } of findings) {
    for (const { start, end } of [span, ...related.map((place) => place.span)]) blamed.fill(1, start, end)
  }
  return ({ start, end }) => blamed.subarray(start, end).includes(1)
}

function* ofField(log: Evidence, { section, field }: Found, isBlamed: (span: Span) => boolean): Iterable<Meant> {
  for (const { span } of identitiesIn(field)) yield { span, meaning: "identifier" }
  const meaning = judged(log, { section, field })
  if (meaning && !(meaning === "healthy" && isBlamed(field.valueSpan))) yield { span: field.valueSpan, meaning }
}

/** What one can say of a value in its log without a finding. */
function judged(log: Evidence, { section, field }: Pick<Found, "section" | "field">): Judgement | undefined {
  const { entry, value } = field
  // Where titles are gone, a field stands in the section it is known from.
  const place = section.id === "untitled" && entry ? entry.sections[0] : section.id
  return isOfMissingUser(log, place, entry) ? "notApplicable" : judgement(entry, value, place, log.joinType)
}

/** Whether a value is as it should be, and no finding has anything to say about it. */
export function isHealthy({ evidence, findings }: Diagnosis, found: Found): boolean {
  const { valueSpan } = found.field
  return judged(evidence, found) === "healthy" && !blamedBy(findings, evidence.capture.text.length)(valueSpan)
}

/** The sections that speak of the user who ran the command. */
const OF_USER: readonly SectionId[] = ["user-state", "sso-state", "ngc"]

/** Whether a line speaks of a user although none was there. */
function isOfMissingUser(log: Evidence, section: SectionId, entry: FieldEntry | undefined): boolean {
  return log.withoutUser !== undefined && OF_USER.includes(section) && !entry?.ofDevice
}

/** The places that show the told failures once more, or follow from them. */
function consequences(log: Evidence, failures: readonly Reported[]): readonly Span[] {
  const spans = failures.flatMap(({ related = [] }) => related.flatMap((one) => (one.sameFailure ? [one.span] : [])))
  const told = new Set(failures.map(({ span }) => span.start))
  const { failedTest } = log
  if (failedTest && told.has(failedTest.field.valueSpan.start)) {
    const behind = log.tests.slice(log.tests.indexOf(failedTest))
    spans.push(...behind.flatMap(({ field, outcome }) => (outcome === "skipped" ? [field.valueSpan] : [])))
  }
  if (!log.withoutUser) spans.push(...following(log, told))
  return spans
}

/** The lines that say NO because of a line whose failure is told, or because of one that follows from it itself. */
function following(log: Evidence, told: ReadonlySet<number>): readonly Span[] {
  const follows = (name: FieldName): boolean =>
    refusal(log, name) !== undefined && (CAUSES.get(name) ?? []).some((cause) => isTold(cause) || follows(cause))
  const isTold = (name: FieldName): boolean => {
    const field = log.field(name)
    return field !== undefined && told.has(field.valueSpan.start)
  }
  return [...CAUSES.keys()].filter(follows).flatMap((name) => refusal(log, name) ?? [])
}

/** What can say NO because something else fails, with the lines whose failure it follows from. */
const CAUSES: ReadonlyMap<FieldName, readonly FieldName[]> = new Map(
  fieldEntries.flatMap(({ name, follows }) => (follows ? [[name, follows] as const] : [])),
)

/** The value of a field that says NO, or that it could not be read. */
function refusal(log: Evidence, name: FieldName): Span | undefined {
  const field = log.field(name)
  return field && /^(?:NO|ERROR)\b/i.test(field.value) ? field.valueSpan : undefined
}

/** Paints one coat over the other and reads off what is seen; overlaps cost nothing. */
function painted(length: number, spans: readonly Meant[]): readonly Meant[] {
  const canvas = new Uint8Array(length)
  for (const [index, coat] of COATS.entries()) {
    for (const { span, meaning } of spans) if (meaning === coat) canvas.fill(index + 1, span.start, span.end)
  }
  const seen: Meant[] = []
  for (let start = 0, end = 0; start < length; start = end) {
    const color = canvas[start] ?? 0
    while (end < length && canvas[end] === color) end++
    const meaning = COATS[color - 1]
    if (meaning) seen.push({ span: { start, end }, meaning })
  }
  return seen
}
