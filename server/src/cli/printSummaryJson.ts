import type { Group, Summary } from "../core/diagnosis/fleet.ts"
import { json } from "../core/report/formats/json.ts"

/** Which shape the JSON has: `schemas/summary-1.schema.json`. Keys that come in addition are no other shape. */
const SHAPE = 1

/** A summary as one JSON document. */
export function* printSummaryJson({ logs, files, groups, clones }: Summary): Iterable<string> {
  yield `${json({ version: SHAPE, logs, files, groups: groups.map(groupOf), clones }, 0)}\n`
}

function groupOf({ severity, phase, rule, code, message, logs }: Group): unknown {
  return { severity, phase, rule, code, message, count: logs.length, logs }
}
