import { type FoldingRange, FoldingRangeKind } from "vscode-languageserver"
import type { Span } from "../core/span.ts"
import type { LogDocument, PlacedChunk } from "../documents.ts"
import { rangeOf } from "./convert.ts"

/** What can be folded: every section from its title on, the groups without a box, and a capture where there are several. */
export function folding(document: LogDocument): FoldingRange[] {
  const chunks = document.chunks
  return chunks.flatMap((placed) => {
    const { sections } = placed.chunk.diagnosis.situation.capture
    const groups = sections.flatMap(({ blocks }) => blocks.filter(({ id }) => id !== "fields"))
    const whole = { start: 0, end: placed.chunk.text.trimEnd().length }
    return [
      ...(chunks.length > 1 ? [whole] : []),
      ...sections.map(({ span }) => span),
      ...groups.map(({ span }) => span),
    ]
      .map((span) => fold(placed, span))
      .filter(({ startLine, endLine }) => startLine < endLine)
  })
}

function fold(placed: PlacedChunk, span: Span): FoldingRange {
  const { start, end } = rangeOf(placed, span)
  return { startLine: start.line, endLine: end.line, kind: FoldingRangeKind.Region }
}
