import {
  type Range,
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensDelta,
  type SemanticTokensLegend,
} from "vscode-languageserver"
import { type Meaning, meantSpans } from "../core/diagnosis/meaning.ts"
import { textAt } from "../core/text/span.ts"
import type { LogDocument, PlacedChunk } from "../documents/logDocument.ts"
import { rangeOf } from "./convert.ts"
import type { Settings } from "./settings.ts"

/** The token types by their place in this list, which is how the protocol sends them. */
const TYPES: readonly Meaning[] = ["healthy", "failing", "notApplicable", "consequence", "identifier"]

/** What the server announces: types without modifiers. */
export const legend: SemanticTokensLegend = { tokenTypes: [...TYPES], tokenModifiers: [] }

/** All tokens of a document, with the builder that can tell later what changed since. */
export function semanticTokens(
  document: LogDocument,
  settings: Settings,
  builder: SemanticTokensBuilder,
): SemanticTokens {
  push(builder, document, settings, EVERYWHERE)
  return builder.build()
}

/** What changed since a result of this builder; all tokens where it was another one's. */
export function semanticTokensDelta(
  document: LogDocument,
  settings: Settings,
  builder: SemanticTokensBuilder,
  previousResultId: string,
): SemanticTokensDelta | SemanticTokens {
  builder.previousResult(previousResultId)
  push(builder, document, settings, EVERYWHERE)
  return builder.buildEdits()
}

/** The tokens on the lines of a range. */
export function semanticTokensIn(document: LogDocument, range: Range, settings: Settings): SemanticTokens {
  const builder = new SemanticTokensBuilder()
  push(builder, document, settings, { first: range.start.line, last: range.end.line })
  // A piece is no base for a later difference.
  return { data: builder.build().data }
}

/** Lines of a document, the last one included. */
interface Lines {
  readonly first: number
  readonly last: number
}

const EVERYWHERE: Lines = { first: 0, last: Number.POSITIVE_INFINITY }

function push(builder: SemanticTokensBuilder, document: LogDocument, settings: Settings, wanted: Lines): void {
  for (const placed of document.chunks) {
    if (placed.firstLine > wanted.last || placed.firstLine + placed.chunk.lineBreaks < wanted.first) continue
    pushChunk(builder, placed, settings, wanted)
  }
}

/** A token stands on one line, so what a server wrote over several becomes several. */
function pushChunk(builder: SemanticTokensBuilder, placed: PlacedChunk, settings: Settings, wanted: Lines): void {
  const { diagnosis, text } = placed.chunk
  for (const { span, meaning } of meantSpans(
    diagnosis,
    ({ rule, severity }) => settings.severity[rule.id] ?? severity,
  )) {
    for (const piece of textAt(text, span).matchAll(PIECE)) {
      const start = span.start + piece.index
      const range = rangeOf(placed, { start, end: start + piece[0].length })
      if (range.start.line < wanted.first || range.start.line > wanted.last) continue
      builder.push(range.start.line, range.start.character, piece[0].length, TYPES.indexOf(meaning), 0)
    }
  }
}

/** What stands on one line, without the blanks around it. */
const PIECE = /\S(?:[^\r\n]*\S)?/g
