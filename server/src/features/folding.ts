import type { FoldingRange } from "vscode-languageserver"
import type { Say } from "../core/explain/say.ts"
import type { Span } from "../core/text/span.ts"
import type { Chunk } from "../documents/chunk.ts"
import type { LogDocument } from "../documents/logDocument.ts"
import { label } from "./label.ts"
import { FoldingRangeKind } from "./lsp.ts"
import { sectionName } from "./outline.ts"

/**
 * What can be folded: every section from its title on, the groups without a box, and a capture where there are several.
 * A client that can show a text in the place of the lines is told what they hold.
 */
export function folding({ chunks }: LogDocument, { collapsesText }: FoldingAbilities, say: Say): FoldingRange[] {
  return chunks.flatMap(({ chunk, firstLine }) => {
    const { whole, inside } = chunk.once(foldsIn, say)
    const folds = chunks.length > 1 ? [whole, ...inside] : inside
    return folds.flatMap(({ line, endLine, text }) => {
      if (line >= endLine) return []
      const kind = FoldingRangeKind.Region
      const [startLine, lastLine] = [line + firstLine, endLine + firstLine]
      return collapsesText
        ? { startLine, endLine: lastLine, kind, collapsedText: text }
        : { startLine, endLine: lastLine, kind }
    })
  })
}

/** What a client can do with folded lines. */
export interface FoldingAbilities {
  /** It shows a text of the server's in the place of folded lines. */
  readonly collapsesText: boolean
}

/** Lines of a chunk, by its own count, and what they hold. */
interface Fold {
  readonly line: number
  readonly endLine: number
  readonly text: string
}

interface Folds {
  readonly whole: Fold
  readonly inside: readonly Fold[]
}

function foldsIn(chunk: Chunk, say: Say): Folds {
  const { evidence, verdict, findings } = chunk.diagnosis
  const { sections } = evidence.capture
  const groups = sections.flatMap(({ blocks }) => blocks.filter(({ id }) => id !== "fields"))
  const starts = findings.map(({ span }) => span.start)
  const fold = ({ start, end }: Span, text: string): Fold => {
    const { lines } = chunk
    return { line: lines.positionAt(start).line, endLine: lines.positionAt(end).line, text }
  }
  const sum = (name: string, fields: number, { start, end }: Span): string => {
    const told = numberBelow(starts, end) - numberBelow(starts, start)
    return [name, fieldCount(fields, say), ...(told > 0 ? [findingCount(told, say)] : [])].join(" · ")
  }
  return {
    whole: fold({ start: 0, end: chunk.text.trimEnd().length }, verdict),
    inside: [
      ...sections.map((section) => {
        const fields = section.blocks.reduce((count, block) => count + block.fields.length, 0)
        return fold(section.span, sum(sectionName(section, say), fields, section.span))
      }),
      ...groups.map(({ span, fields }) => fold(span, sum(label(fields[0]?.name ?? ""), fields.length, span))),
    ],
  }
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
