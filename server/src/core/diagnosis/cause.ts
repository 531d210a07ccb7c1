import type { Evidence } from "../evidence/evidence.ts"
import type { FieldName } from "../knowledge/fields/catalogue.ts"
import { valuesFor } from "../knowledge/joinType.ts"
import { judgement } from "../knowledge/judgement.ts"
import type { Field } from "../log/log.ts"
import type { Found } from "../log/query.ts"
import type { Span } from "../text/span.ts"
import type { Diagnosis, Reported } from "./diagnose.ts"

/** What a value only follows from, elsewhere in the same capture: a finding, or a line that says NO as well. */
export interface Cause {
  /** The characters that show it. */
  readonly span: Span
  /** The line it stands in where no finding is told of it: `AzureAdJoined : NO`. */
  readonly field?: Field
  readonly finding?: Reported
}

/** What a field's value follows from; undefined where it has a finding of its own, or follows from nothing that is known. */
export function causeOfValue(diagnosis: Diagnosis, found: Found): Cause | undefined {
  const { findings, folded, evidence } = diagnosis
  const { field } = found
  if (findings.some(({ span, severity }) => severity !== "info" && isWithin(span, field.valueSpan))) return undefined
  const finding =
    folded.find((one) => isWithin(one.finding.span, field.valueSpan))?.cause ??
    findings.find(({ related = [] }) =>
      related.some(({ sameFailure, span }) => sameFailure && isWithin(span, field.valueSpan)),
    ) ??
    findings.find(({ entry }) => entry?.kind === "server-message" && isOf(field, entry.errorCode))
  if (finding) return { span: finding.span, finding }
  const cause = skippedBehind(evidence, field) ?? joinBefore(evidence, found) ?? refusedBefore(evidence, field)
  if (!cause) return undefined
  const told = findings.find(({ span, severity }) => severity !== "info" && isWithin(span, cause.valueSpan))
  return { span: cause.valueSpan, field: cause, ...(told && { finding: told }) }
}

/** Whether a field holds the error code of a server, whose known message beside it says which of its stories it is. */
function isOf({ key, value }: Field, errorCode: string): boolean {
  return key === "server errorcode" && value === errorCode
}

/** The failed test behind which a test was left out. */
function skippedBehind({ tests, failedTest }: Evidence, field: Field): Field | undefined {
  const index = tests.findIndex((test) => test.field.valueSpan.start === field.valueSpan.start)
  if (!failedTest || tests[index]?.outcome !== "skipped") return undefined
  return index > tests.indexOf(failedTest) ? failedTest.field : undefined
}

/** A line that says NO too, of those that this one depends on by its entry. */
function refusedBefore(log: Evidence, { entry, value }: Field): Field | undefined {
  if (!entry?.follows || !REFUSES.test(value)) return undefined
  return entry.follows.flatMap((name) => log.field(name as FieldName) ?? []).find((cause) => REFUSES.test(cause.value))
}

const REFUSES = /^(?:NO|ERROR)\b/i

/** The line that says that the device is not joined, where the value says something only on one that is. */
function joinBefore(log: Evidence, { field, section }: Found): Field | undefined {
  const { entry, value } = field
  if (!log.says("AzureAdJoined", "NO") || !entry || !REFUSES.test(value)) return undefined
  const isOfJoined = entry.healthy !== undefined && valuesFor(entry.healthy, "hybrid-joined").length > 0
  if (!isOfJoined || judgement(entry, value, section.id, log.joinType) !== "notApplicable") return undefined
  return log.field("AzureAdJoined")
}

function isWithin(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}
