import type { Diagnosis } from "../core/diagnosis/diagnose.ts"
import { type FieldName, fieldEntries } from "../core/knowledge/fields/catalogue.ts"
import type { Block } from "../core/log/log.ts"
import { blocksOf, fieldIn } from "../core/log/query.ts"
import { printable } from "../core/text/printable.ts"

/** The fields that let Microsoft find an attempt in its own logs, in the order support asks for them. */
const ASKED: readonly FieldName[] = fieldEntries
  .flatMap(({ name, support }) => (support === undefined ? [] : [{ name, support }]))
  .sort((one, other) => one.support - other.support)
  .map(({ name }) => name)

/** What Microsoft support asks for, as lines to copy: the request's id and its time (UTC). Undefined where no id stands. */
export function supportData({ evidence: { capture } }: Diagnosis): string | undefined {
  const attempts = [...blocksOf(capture, "previous-registration"), ...blocksOf(capture, "prt-diagnostics")]
  const told = attempts.filter(
    (block) => fieldIn(block, "Request Id")?.value || fieldIn(block, "Correlation ID")?.value,
  )
  return told.length > 0 ? told.map(asked).join("\n") : undefined
}

function asked(block: Block): string {
  return ASKED.flatMap((name) => {
    const field = fieldIn(block, name)
    return field && field.value !== "" ? [`${field.name}: ${printable(field.value)}\n`] : []
  }).join("")
}
