import type { DocumentSymbol, SymbolInformation } from "vscode-languageserver"
import type { Say } from "../core/explain/say.ts"
import { fieldEntries } from "../core/knowledge/fields/catalogue.ts"
import { sectionMeaning } from "../core/knowledge/lookup.ts"
import type { Block, Field, Section } from "../core/log/log.ts"
import type { Span } from "../core/text/span.ts"
import type { Chunk } from "../documents/chunk.ts"
import type { LogDocument } from "../documents/logDocument.ts"
import { label } from "./label.ts"
import { SymbolKind } from "./lsp.ts"

/** Captures, their sections and fields as an outline; the captures themselves only where there are several. */
export function outline({ chunks }: LogDocument, say: Say): DocumentSymbol[] {
  if (chunks.length === 1) return chunks.flatMap(({ chunk, firstLine }) => symbols(chunk, say, firstLine))
  return chunks.map(({ chunk, firstLine }, index) => {
    const { line, character } = chunk.once(endOf)
    const start = { line: firstLine, character: 0 }
    return {
      name: say("Capture {0}", index + 1),
      detail: chunk.diagnosis.verdict,
      kind: SymbolKind.Module,
      range: { start, end: { line: firstLine + line, character } },
      selectionRange: { start, end: start },
      children: symbols(chunk, say, firstLine),
    }
  })
}

/** The same as a list, for a client that does not nest. */
export function flatOutline(symbols: readonly DocumentSymbol[], uri: string, containerName = ""): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, selectionRange: range, children = [] }) => [
    { name, kind, location: { uri, range }, containerName },
    ...flatOutline(children, uri, name),
  ])
}

/** Where the text of a chunk ends, without the blanks below it. */
function endOf({ text, lines }: Chunk): { readonly line: number; readonly character: number } {
  return lines.positionAt(text.trimEnd().length)
}

/**
 * The symbols of a chunk in the order of the text, as numbers and the names that are not the same in every log: an
 * outline of objects takes five times the memory of the log itself.
 */
interface Rows {
  readonly names: readonly string[]
  /**
   * `WIDTH` numbers a symbol: what it is, line and character, the last character of its name, line and character of its
   * end, and the offsets of its value in the chunk.
   */
  readonly numbers: Uint32Array
}

const WIDTH = 8

/** What a row is, which says where it stands: a group stands in a section, and a field in either. */
const SECTION = 0
const GROUP = 1
const FIELD = 2
const FIELD_OF_GROUP = 3

const KINDS: readonly SymbolKind[] = [SymbolKind.Namespace, SymbolKind.Struct, SymbolKind.Field, SymbolKind.Field]

function rowsIn(chunk: Chunk, say: Say): Rows {
  const { lines, diagnosis } = chunk
  const names: string[] = []
  const numbers: number[] = []
  for (const { what, name, nameEnd, span, value } of symbolsOf(diagnosis.evidence.capture.sections, say)) {
    const { line, character } = lines.positionAt(span.start)
    const end = lines.positionAt(span.end)
    names.push(name)
    const lastOfName = character + lines.widthOf(span.start, nameEnd)
    numbers.push(what, line, character, lastOfName, end.line, end.character, value.start, value.end)
  }
  return { names, numbers: Uint32Array.from(numbers) }
}

/** One symbol before it is a row. */
interface Told {
  readonly what: number
  readonly name: string
  /** Where the name ends that the symbol begins with. */
  readonly nameEnd: number
  readonly span: Span
  readonly value: Span
}

function* symbolsOf(sections: readonly Section[], say: Say): Iterable<Told> {
  for (const section of sections) {
    const { span, titleSpan, blocks } = section
    yield { what: SECTION, name: sectionName(section, say), nameEnd: titleSpan.end, span, value: titleSpan }
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

function fieldSymbol(what: number, { name, nameSpan, valueSpan }: Field): Told {
  const span = { start: nameSpan.start, end: valueSpan.end }
  return { what, name: fieldLabel(name), nameEnd: nameSpan.end, span, value: valueSpan }
}

/** The names that dsregcmd prints, so that each is one text in memory however many logs have it. */
const KNOWN: ReadonlyMap<string, string> = new Map(fieldEntries.map(({ name }) => [name, name]))

function fieldLabel(name: string): string {
  return KNOWN.get(name) ?? (label(name) || "?")
}

/** A name to read where the log has no title: symbols without a name are not allowed. */
export function sectionName({ id, title }: Section, say: Say): string {
  const printed = label(title)
  if (printed !== "") return printed
  if (id === "event") return say("Event")
  if (id === "join-debug") return say("Join debug output")
  return sectionMeaning(id)?.title ?? say("Fields without a title")
}

/** As much of a value as an outline shows. */
const LONGEST_DETAIL = 200

function symbols(chunk: Chunk, say: Say, firstLine: number): DocumentSymbol[] {
  const { names, numbers } = chunk.once(rowsIn, say)
  const top: DocumentSymbol[] = []
  let inSection: DocumentSymbol[] = []
  let inGroup: DocumentSymbol[] = []
  for (let index = 0; index < names.length; index++) {
    const at = index * WIDTH
    const what = numbers[at]
    const symbol = symbolOf(names[index] ?? "", numbers, at, firstLine)
    if (what === SECTION) {
      inSection = []
      symbol.children = inSection
      top.push(symbol)
      continue
    }
    symbol.detail = detailOf(chunk.text, numbers, at)
    if (what === FIELD_OF_GROUP) {
      inGroup.push(symbol)
    } else {
      inSection.push(symbol)
      if (what !== GROUP) continue
      inGroup = []
      symbol.children = inGroup
    }
  }
  return top
}

/** The symbol of a row, without what it holds and what it says. */
function symbolOf(name: string, numbers: Uint32Array, at: number, firstLine: number): DocumentSymbol {
  const line = (numbers[at + 1] ?? 0) + firstLine
  const endLine = (numbers[at + 4] ?? 0) + firstLine
  const start = { line, character: numbers[at + 2] ?? 0 }
  return {
    name,
    kind: KINDS[numbers[at] ?? FIELD] ?? SymbolKind.Field,
    range: { start, end: { line: endLine, character: numbers[at + 5] ?? 0 } },
    selectionRange: { start, end: { line, character: numbers[at + 3] ?? 0 } },
  }
}

/** The value of the field in a row, as far as an outline shows it. */
function detailOf(text: string, numbers: Uint32Array, at: number): string {
  const start = numbers[at + 6] ?? 0
  return label(text.slice(start, Math.min(numbers[at + 7] ?? 0, start + LONGEST_DETAIL)))
}
