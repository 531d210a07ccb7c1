import assert from "node:assert/strict"
import { mentionsIn } from "../../server/src/core/evidence/mention.ts"
import type { Capture } from "../../server/src/core/log/log.ts"
import { allFields } from "../../server/src/core/log/query.ts"
import type { Span } from "../../server/src/core/text/span.ts"

/** Fails unless every span of a capture cuts out of its text what it is said to name. */
export function spansSliceBack(capture: Capture): void {
  const { text } = capture
  const at = ({ start, end }: Span) => text.slice(start, end)
  for (const section of capture.sections) assert.equal(at(section.titleSpan), section.title)
  for (const { field } of allFields(capture)) {
    assert.equal(at(field.nameSpan), field.name)
    assert.equal(at(field.valueSpan), field.value)
    assert.ok(field.name.length > 0)
    for (const mention of mentionsIn(field)) assert.ok(field.value.includes(at(mention.span)))
  }
  for (const other of capture.others) assert.ok(other.start < other.end && other.end <= text.length)
}
