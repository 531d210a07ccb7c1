import type { Evidence } from "../evidence/evidence.ts"
import { identitiesIn } from "../evidence/identity.ts"
import { type Judgement, judgements } from "../knowledge/judgements.ts"
import { fieldMeaning } from "../knowledge/lookup.ts"
import { plainName } from "../knowledge/plainName.ts"
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

function* ofField(log: Evidence, found: Found, isBlamed: (span: Span) => boolean): Iterable<Meant> {
  const { valueSpan } = found.field
  for (const { span } of identitiesIn(found.field)) yield { span, meaning: "identifier" }
  const meaning = isOfMissingUser(log, found) ? "notApplicable" : judged(log, found)?.is
  if (meaning && !(meaning === "healthy" && isBlamed(valueSpan))) yield { span: valueSpan, meaning }
}

/** The sections that speak of the user who ran the command. */
const OF_USER: readonly SectionId[] = ["user-state", "sso-state", "ngc"]

/** Whether a line speaks of a user although none was there. Only one line of these sections speaks of the device. */
function isOfMissingUser(log: Evidence, found: Found): boolean {
  return log.withoutUser !== undefined && OF_USER.includes(sectionOf(found)) && found.field.key !== "isdevicejoined"
}

/** The section a field stands in; where titles are gone, the one it is known from. */
function sectionOf({ section, field }: Found): SectionId {
  return section.id === "untitled" ? (fieldMeaning(field.name, section.id)?.sections[0] ?? section.id) : section.id
}

/** The judgements under each value they judge, as `judged` asks for it. */
const byValue: ReadonlyMap<string, readonly Judgement[]> = new Map(
  [...new Set(judgements.flatMap(({ values }) => values))].map((value) => [
    value.toLowerCase(),
    judgements.filter(({ values }) => values.includes(value)),
  ]),
)

function judged(log: Evidence, found: Found): Judgement | undefined {
  const { key, value } = found.field
  return byValue
    .get(value.toLowerCase().replace(/\.$/, ""))
    ?.find(
      ({ fields, devices, sections }) =>
        (fields === undefined || fields.some((name) => plainName(name) === key)) &&
        (devices === undefined || devices.includes(log.joinType)) &&
        (sections === undefined || sections.includes(sectionOf(found))),
    )
}

/** What says NO because something else fails: the line, and the one whose failure it follows from. */
const FOLLOWS: readonly (readonly [string, string])[] = [
  ["AzureAdPrt", "DeviceAuthStatus"],
  ["AzureAdPrt", "KeySignTest"],
  ["WamDefaultSet", "AzureAdPrt"],
]

/** The places that show the told failures once more, or follow from them. */
function consequences(log: Evidence, failures: readonly Reported[]): readonly Span[] {
  const spans = failures.flatMap(({ related = [] }) => related.flatMap((one) => (one.sameFailure ? [one.span] : [])))
  const told = new Set(failures.map(({ span }) => span.start))
  const { failedTest } = log
  if (failedTest && told.has(failedTest.field.valueSpan.start)) {
    const behind = log.tests.slice(log.tests.indexOf(failedTest))
    spans.push(...behind.flatMap(({ field, outcome }) => (outcome === "skipped" ? [field.valueSpan] : [])))
  }
  for (const [name, cause] of log.withoutUser ? [] : FOLLOWS) {
    const field = log.field(name)
    const failing = log.field(cause)
    if (!field || !failing || !told.has(failing.valueSpan.start) || !/^(?:NO|ERROR)\b/i.test(field.value)) continue
    told.add(field.valueSpan.start)
    spans.push(field.valueSpan)
  }
  return spans
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
