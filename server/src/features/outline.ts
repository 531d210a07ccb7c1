import { type DocumentSymbol, SymbolKind } from "vscode-languageserver"
import { sectionMeaning } from "../core/knowledge/lookup.ts"
import type { Block, Field, Section } from "../core/log/log.ts"
import type { LogDocument, PlacedChunk } from "../documents/logDocument.ts"
import { rangeOf } from "./convert.ts"
import { label } from "./label.ts"
import type { Say } from "./say.ts"

/** Captures, their sections and fields as an outline; the captures themselves only where there are several. */
export function outline(document: LogDocument, say: Say): DocumentSymbol[] {
  const chunks = document.chunks
  if (chunks.length === 1) return chunks.flatMap((placed) => sections(placed, say))
  return chunks.map((placed, index) => {
    const whole = rangeOf(placed, { start: 0, end: placed.chunk.text.trimEnd().length })
    return {
      name: say("Capture {0}", index + 1),
      detail: placed.chunk.diagnosis.verdict,
      kind: SymbolKind.Module,
      range: whole,
      selectionRange: { start: whole.start, end: whole.start },
      children: sections(placed, say),
    }
  })
}

function sections(placed: PlacedChunk, say: Say): DocumentSymbol[] {
  return placed.chunk.diagnosis.evidence.capture.sections.map((section) => ({
    name: sectionName(section, say),
    kind: SymbolKind.Namespace,
    range: rangeOf(placed, section.span),
    selectionRange: rangeOf(placed, section.titleSpan),
    children: section.blocks.flatMap((block) => blockSymbols(placed, block)),
  }))
}

/** A name to read where the log has no title: symbols without a name are not allowed. */
export function sectionName({ id, title }: Section, say: Say): string {
  const printed = label(title)
  if (printed !== "") return printed
  if (id === "event") return say("Event")
  if (id === "join-debug") return say("Join debug output")
  return sectionMeaning(id)?.title ?? say("Fields without a title")
}

/** A group that has no box of its own becomes a symbol under its first line; plain fields stand by themselves. */
function blockSymbols(placed: PlacedChunk, block: Block): DocumentSymbol[] {
  const [first, ...rest] = block.fields
  if (block.id === "fields" || !first) return block.fields.map((field) => fieldSymbol(placed, field))
  return [
    {
      ...fieldSymbol(placed, first),
      kind: SymbolKind.Struct,
      range: rangeOf(placed, block.span),
      children: rest.map((field) => fieldSymbol(placed, field)),
    },
  ]
}

function fieldSymbol(placed: PlacedChunk, { name, value, nameSpan, valueSpan }: Field): DocumentSymbol {
  return {
    name: label(name) || "?",
    detail: label(value.slice(0, 200)),
    kind: SymbolKind.Field,
    range: rangeOf(placed, { start: nameSpan.start, end: valueSpan.end }),
    selectionRange: rangeOf(placed, nameSpan),
  }
}
