import { type FoldingRange, FoldingRangeKind } from "vscode-languageserver"
import type { Field } from "../core/log/log.ts"
import type { Span } from "../core/text/span.ts"
import type { LogDocument, PlacedChunk } from "../documents/logDocument.ts"
import { rangeOf } from "./convert.ts"
import { label } from "./label.ts"
import { sectionName } from "./outline.ts"
import type { Say } from "./say.ts"

/**
 * What can be folded: every section from its title on, the groups without a box, and a capture where there are several.
 * A client that can show a text in the place of the lines is told what they hold.
 */
export function folding(document: LogDocument, { collapsesText }: FoldingAbilities, say: Say): FoldingRange[] {
  const chunks = document.chunks
  return chunks.flatMap((placed) => {
    const { evidence, verdict, findings } = placed.chunk.diagnosis
    const { sections } = evidence.capture
    const groups = sections.flatMap(({ blocks }) => blocks.filter(({ id }) => id !== "fields"))
    const whole = { start: 0, end: placed.chunk.text.trimEnd().length }
    const starts = findings.map(({ span }) => span.start)
    const sum = (name: string, fields: readonly Field[], { start, end }: Span): string => {
      const told = numberBelow(starts, end) - numberBelow(starts, start)
      return [name, fieldCount(fields.length, say), ...(told > 0 ? [findingCount(told, say)] : [])].join(" · ")
    }
    const folds: readonly Fold[] = [
      ...(chunks.length > 1 ? [{ span: whole, text: verdict }] : []),
      ...sections.map((section) => ({
        span: section.span,
        text: sum(
          sectionName(section, say),
          section.blocks.flatMap(({ fields }) => fields),
          section.span,
        ),
      })),
      ...groups.map(({ span, fields }) => ({ span, text: sum(label(fields[0]?.name ?? ""), fields, span) })),
    ]
    return folds
      .map(({ span, text }) => ({ ...fold(placed, span), ...(collapsesText && { collapsedText: text }) }))
      .filter(({ startLine, endLine }) => startLine < endLine)
  })
}

/** What a client can do with folded lines. */
export interface FoldingAbilities {
  /** It shows a text of the server's in the place of folded lines. */
  readonly collapsesText: boolean
}

interface Fold {
  readonly span: Span
  readonly text: string
}

function fieldCount(fields: number, say: Say): string {
  return fields === 1 ? say("1 field") : say("{0} fields", fields)
}

function findingCount(findings: number, say: Say): string {
  return findings === 1 ? say("1 finding") : say("{0} findings", findings)
}

/** How many of the numbers, which rise, are below a limit. */
function numberBelow(numbers: readonly number[], limit: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((numbers[middle] ?? limit) < limit) low = middle + 1
    else high = middle
  }
  return low
}

function fold(placed: PlacedChunk, span: Span): FoldingRange {
  const { start, end } = rangeOf(placed, span)
  return { startLine: start.line, endLine: end.line, kind: FoldingRangeKind.Region }
}
