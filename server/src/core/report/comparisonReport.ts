import { type Comparison, type Doubt, type FieldChange, varyingNames } from "../diagnosis/comparison.ts"
import type { Diagnosis } from "../diagnosis/diagnose.ts"
import type { Change, Outcome } from "../diagnosis/standing.ts"
import { doubtText, meaningOf } from "../explain/comparison.ts"
import type { Phase } from "../knowledge/code.ts"
import type { JoinType } from "../knowledge/joinType.ts"
import type { Positions } from "../log/placed.ts"
import { type FindingReport, findingReport, firstLineOf } from "./captureReport.ts"

/** One of two compared logs in a few words. */
export interface SideReport {
  /** The line of its file on which it begins, from 1. */
  readonly line: number
  readonly joinType: JoinType
  readonly phase: Phase | null
  readonly verdict: string
}

/** A field that says something else in the later log, or stands in one of the two only. */
export interface FieldChangeReport {
  readonly name: string
  /** The title of its section. */
  readonly section: string
  readonly change: Change
  readonly before: FieldValueReport | null
  readonly after: FieldValueReport | null
  /** What the value that it has now means. */
  readonly meaning: string | null
}

/** What a field says in one of two logs. */
export interface FieldValueReport {
  readonly value: string
  readonly line: number
}

/** What changed between an earlier and a later log, as a value that goes through JSON as it is. */
export interface ComparisonReport {
  readonly outcome: Outcome
  readonly before: SideReport
  readonly after: SideReport
  /** Why the two may not be before and after of one thing. */
  readonly doubts: readonly { readonly id: Doubt; readonly text: string }[]
  readonly findings: {
    /** With places in the earlier log; those of the others are in the later one. */
    readonly gone: readonly FindingReport[]
    readonly new: readonly FindingReport[]
    readonly still: readonly FindingReport[]
  }
  readonly fields: readonly FieldChangeReport[]
  /** The names of fields that differ because they say something else in every log, such as times. */
  readonly varying: readonly string[]
}

/** What is told of two logs in a few words. */
export function comparisonReport(comparison: Comparison, before: Positions, after: Positions): ComparisonReport {
  const { outcome, doubts, gone, come, still, fields } = comparison
  return {
    outcome,
    before: sideReport(comparison.before, before),
    after: sideReport(comparison.after, after),
    doubts: doubts.map((doubt) => ({ id: doubt, text: doubtText(doubt) })),
    findings: {
      gone: gone.map((finding) => findingReport(finding, before)),
      new: come.map((finding) => findingReport(finding, after)),
      still: still.map((finding) => findingReport(finding, after)),
    },
    fields: fields.map((change) => fieldReport(change, before, after)),
    varying: varyingNames(comparison),
  }
}

function sideReport(diagnosis: Diagnosis, at: Positions): SideReport {
  const { joinType, phase, verdict } = diagnosis
  return { line: firstLineOf(diagnosis, at), joinType, phase: phase ?? null, verdict }
}

function fieldReport(change: FieldChange, before: Positions, after: Positions): FieldChangeReport {
  const value = (field: FieldChange["before"], at: Positions) =>
    field ? { value: field.value, line: at(field.nameSpan.start).line } : null
  return {
    name: change.name,
    section: change.section,
    change: change.change,
    before: value(change.before, before),
    after: value(change.after, after),
    meaning: meaningOf(change) ?? null,
  }
}
