import type { Position, SelectionRange } from "vscode-languageserver"
import { allFields } from "../core/log/query.ts"
import { type Span, touches } from "../core/text/span.ts"
import type { LogDocument } from "../documents/logDocument.ts"
import { offsetOf, rangeOf } from "./convert.ts"

/** What grows around a position step by step: name or value, line, group, section, capture. */
export function selectionRange(document: LogDocument, position: Position): SelectionRange {
  const placed = document.chunkAt(position.line)
  const offset = offsetOf(placed, position)
  const { capture } = placed.chunk.diagnosis.evidence
  const spans: Span[] = [{ start: 0, end: capture.text.length }]
  const section = capture.sections.find(({ span }) => touches(span, offset))
  if (section) spans.push(section.span)
  for (const { block, field } of allFields(capture)) {
    const line = { start: field.nameSpan.start, end: field.valueSpan.end }
    if (!touches(line, offset)) continue
    spans.push(block.span, line, touches(field.nameSpan, offset) ? field.nameSpan : field.valueSpan)
    break
  }
  const [whole, ...inner] = spans.map((span) => rangeOf(placed, span))
  return inner.reduce<SelectionRange>((parent, range) => ({ range, parent }), {
    range: whole ?? { start: position, end: position },
  })
}
