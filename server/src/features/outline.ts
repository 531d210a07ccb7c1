import { type DocumentSymbol, SymbolKind } from "vscode-languageserver"
import { sectionMeaning } from "../core/knowledge/lookup.ts"
import type { Block, Field, Section } from "../core/log/log.ts"
import type { Span } from "../core/text/span.ts"
import type { Chunk } from "../documents/chunk.ts"
import type { LogDocument } from "../documents/logDocument.ts"
import { label } from "./label.ts"
import type { Say } from "./say.ts"

/** Captures, their sections and fields as an outline; the captures themselves only where there are several. */
export function outline({ chunks }: LogDocument, say: Say): DocumentSymbol[] {
  if (chunks.length === 1) return chunks.flatMap(({ chunk, firstLine }) => symbols(chunk.once(rowsIn, say), firstLine))
  return chunks.map(({ chunk, firstLine }, index) => {
    const { line, character } = chunk.once(endOf)
    const start = { line: firstLine, character: 0 }
    return {
      name: say("Capture {0}", index + 1),
      detail: chunk.diagnosis.verdict,
      kind: SymbolKind.Module,
      range: { start, end: { line: firstLine + line, character } },
      selectionRange: { start, end: start },
      children: symbols(chunk.once(rowsIn, say), firstLine),
    }
  })
}

/** Where the text of a chunk ends, without the blanks below it. */
function endOf({ text, document }: Chunk): { readonly line: number; readonly character: number } {
  return document.positionAt(text.trimEnd().length)
}

/**
 * The symbols of a chunk in the order of the text, as numbers: an outline of objects takes five times the memory of
 * the log itself.
 */
interface Rows {
  readonly names: readonly string[]
  readonly details: readonly string[]
  /** `WIDTH` a symbol: what it is, line, character, the last character of its name, line and character of its end. */
  readonly numbers: readonly number[]
}

const WIDTH = 6

/** What a row is, which says where it stands: a group stands in a section, and a field in either. */
const SECTION = 0
const GROUP = 1
const FIELD = 2
const FIELD_OF_GROUP = 3

const KINDS: readonly SymbolKind[] = [SymbolKind.Namespace, SymbolKind.Struct, SymbolKind.Field, SymbolKind.Field]

function rowsIn(chunk: Chunk, say: Say): Rows {
  const names: string[] = []
  const details: string[] = []
  const numbers: number[] = []
  const { document, diagnosis } = chunk
  for (const { what, name, detail, nameEnd, span } of symbolsOf(diagnosis.evidence.capture.sections, say)) {
    const start = document.positionAt(span.start)
    const end = document.positionAt(span.end)
    names.push(name)
    details.push(detail)
    numbers.push(what, start.line, start.character, start.character + nameEnd - span.start, end.line, end.character)
  }
  return { names, details, numbers }
}

/** One symbol before it is a row. */
interface Told {
  readonly what: number
  readonly name: string
  readonly detail: string
  /** Where the name ends that the symbol begins with. */
  readonly nameEnd: number
  readonly span: Span
}

function* symbolsOf(sections: readonly Section[], say: Say): Iterable<Told> {
  for (const section of sections) {
    const { span, titleSpan, blocks } = section
    yield { what: SECTION, name: sectionName(section, say), detail: "", nameEnd: titleSpan.end, span }
    for (const block of blocks) yield* symbolsOfBlock(block)
  }
}

/** A group that has no box of its own becomes a symbol under its first line; plain fields stand by themselves. */
function* symbolsOfBlock({ id, span, fields }: Block): Iterable<Told> {
  for (const [index, field] of fields.entries()) {
    if (id === "fields") yield fieldSymbol(FIELD, field)
    else if (index > 0) yield fieldSymbol(FIELD_OF_GROUP, field)
    else yield { ...fieldSymbol(GROUP, field), span }
  }
}

function fieldSymbol(what: number, { name, value, nameSpan, valueSpan }: Field): Told {
  return {
    what,
    name: label(name) || "?",
    detail: label(value.slice(0, 200)),
    nameEnd: nameSpan.end,
    span: { start: nameSpan.start, end: valueSpan.end },
  }
}

/** A name to read where the log has no title: symbols without a name are not allowed. */
export function sectionName({ id, title }: Section, say: Say): string {
  const printed = label(title)
  if (printed !== "") return printed
  if (id === "event") return say("Event")
  if (id === "join-debug") return say("Join debug output")
  return sectionMeaning(id)?.title ?? say("Fields without a title")
}

function symbols({ names, details, numbers }: Rows, firstLine: number): DocumentSymbol[] {
  const top: DocumentSymbol[] = []
  let inSection: DocumentSymbol[] = []
  let inGroup: DocumentSymbol[] = []
  for (const [index, name] of names.entries()) {
    const [what = 0, line = 0, character = 0, nameEnd = 0, endLine = 0, endCharacter = 0] = numbers.slice(
      index * WIDTH,
      index * WIDTH + WIDTH,
    )
    const start = { line: line + firstLine, character }
    const children: DocumentSymbol[] = []
    const symbol: DocumentSymbol = {
      name,
      kind: KINDS[what] ?? SymbolKind.Field,
      range: { start, end: { line: endLine + firstLine, character: endCharacter } },
      selectionRange: { start, end: { line: line + firstLine, character: nameEnd } },
      ...(what !== SECTION && { detail: details[index] ?? "" }),
      ...((what === SECTION || what === GROUP) && { children }),
    }
    if (what === SECTION) {
      top.push(symbol)
      inSection = children
    } else if (what === FIELD_OF_GROUP) {
      inGroup.push(symbol)
    } else {
      inSection.push(symbol)
      if (what === GROUP) inGroup = children
    }
  }
  return top
}
