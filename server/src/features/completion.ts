import type { CompletionItem, Position, Range } from "vscode-languageserver"
import { placeOf } from "../core/evidence/evidence.ts"
import { explainCode } from "../core/explain/kinds/code.ts"
import { explainField } from "../core/explain/kinds/field.ts"
import { explainSection } from "../core/explain/kinds/section.ts"
import { markdown } from "../core/explain/print/markdown.ts"
import type { Say } from "../core/explain/say.ts"
import type { Place } from "../core/knowledge/code.ts"
import { codeEntries } from "../core/knowledge/codes/catalogue.ts"
import type { FieldEntry } from "../core/knowledge/fieldEntry.ts"
import { fieldEntries, statusFields } from "../core/knowledge/fields/catalogue.ts"
import { codeMeaning, fieldMeaning, sectionMeaning } from "../core/knowledge/lookup.ts"
import { plainName } from "../core/knowledge/plainName.ts"
import type { SectionId } from "../core/knowledge/sectionId.ts"
import { sectionEntries } from "../core/knowledge/sections.ts"
import type { Section } from "../core/log/log.ts"
import { fieldAt } from "../core/log/query.ts"
import type { LogDocument, PlacedChunk } from "../documents/logDocument.ts"
import { offsetOf, rangeOf } from "./convert.ts"
import { CompletionItemKind } from "./lsp.ts"
import { markup } from "./markup.ts"
import type { Reader } from "./reader.ts"

/** What `completionItem/resolve` needs to add the documentation. */
type CompletionData =
  | { readonly about: "field"; readonly name: string; readonly section: SectionId; readonly value?: string }
  | { readonly about: "section"; readonly section: SectionId }
  | { readonly about: "code"; readonly code: string; readonly place?: Place }

/**
 * What can be written at a position of a sample: before the colon the names of the section's fields and the boxes of
 * sections, behind it the values of the field and the codes. Nothing in the middle of prose: a line that does not
 * begin like a field gets no offers.
 */
export function completion(document: LogDocument, position: Position): CompletionItem[] {
  const placed = document.chunkAt(position.line)
  const offset = offsetOf(placed, position)
  const { text } = placed.chunk
  const lineStart = offsetOf(placed, { line: position.line, character: 0 })
  const rangeBefore = (length: number) => rangeOf(placed, { start: offset - length, end: offset })
  const before = text.slice(lineStart, offset)
  const after = /^[^\r\n]*/.exec(text.slice(offset))?.[0] ?? ""
  const section = sectionAbove(placed, offset)
  const field = fieldBefore(before)
  if (field) {
    const { name, value } = field
    if (!fieldMeaning(name, section?.id ?? "untitled")) return []
    const code = /(?:\b0x[0-9a-f]{0,8}|\bAADSTS\d{0,8})$/i.exec(value)?.[0]
    if (code) return codes(placed, offset, code, rangeBefore(code.length))
    return values(name, section?.id, value, rangeBefore(value.length))
  }
  const typed = before.trim()
  if (after.trim() !== "" || typed.length > LONGEST_NAME) return []
  return [...names(section, typed, rangeBefore(before.length)), ...boxes(placed, typed, rangeBefore(before.length))]
}

/** More characters than any name has. */
const LONGEST_NAME = 60

/** The name and the beginning of the value in `AzureAdPrt : N`; without a regular expression, which takes long over blanks. */
function fieldBefore(text: string): { readonly name: string; readonly value: string } | undefined {
  const colon = text.indexOf(":")
  const name = text.slice(0, Math.max(0, colon)).trim()
  const value = text.slice(colon + 1)
  if (name === "" || name.length > LONGEST_NAME || !/^[ \t]/.test(value)) return undefined
  return { name, value: value.trimStart() }
}

/** The item with its documentation. */
export function resolvedCompletion(item: CompletionItem, reader: Pick<Reader, "say" | "isPlain">): CompletionItem {
  const data = item.data as CompletionData | undefined
  const value = data && documentation(data, reader.say)
  return value ? { ...item, documentation: markup(value, reader) } : item
}

function documentation(data: CompletionData, say: Say): string | undefined {
  switch (data.about) {
    case "field": {
      const entry = fieldMeaning(data.name, data.section)
      return entry && markdown(explainField(entry, data.value), say)
    }
    case "section": {
      const entry = sectionMeaning(data.section)
      return entry && markdown(explainSection(entry), say)
    }
    case "code":
      return markdown(explainCode(data.code, codeMeaning(data.code, data.place)), say)
  }
}

/** The section whose title stands above an offset; a line that is being written belongs to it, although no parser knows. */
function sectionAbove({ chunk }: PlacedChunk, offset: number): Section | undefined {
  return chunk.diagnosis.evidence.capture.sections.findLast(({ span }) => span.start <= offset)
}

/** The columns that a name takes in dsregcmd's own output, where names end at the same column. */
const NAME_WIDTH = 26

function names(section: Section | undefined, typed: string, range: Range): CompletionItem[] {
  const id = section?.id ?? "untitled"
  const aligned = id !== "event" && id !== "join-debug"
  const present = new Set(section?.blocks.flatMap(({ fields }) => fields.map(({ key }) => key)))
  return fieldsOf(id)
    .filter(({ name }) => begins(name, typed))
    .map((entry, index) => {
      const data: CompletionData = { about: "field", name: entry.name, section: id }
      return {
        label: entry.name,
        kind: CompletionItemKind.Field,
        sortText: `${present.has(plainName(entry.name)) ? 1 : 0}${String(index).padStart(3, "0")}`,
        filterText: entry.name,
        textEdit: { range, newText: aligned ? `${entry.name.padStart(NAME_WIDTH)} : ` : `${entry.name}: ` },
        data,
      }
    })
}

/** The fields a section can hold; where the title was cut off, any of the status. */
function fieldsOf(id: SectionId): readonly FieldEntry[] {
  if (id === "untitled" || id === "other") return statusFields
  return fieldEntries.filter(({ sections }) => sections.includes(id))
}

/** The columns inside a box. */
const BOX_WIDTH = 70

function boxes({ chunk }: PlacedChunk, typed: string, range: Range): CompletionItem[] {
  const { sections } = chunk.diagnosis.evidence.capture
  return sectionEntries.flatMap((entry, index) => {
    const printed = sections.filter(({ id }) => id === entry.id).length
    const title = entry.id === "work-account" ? `${entry.title} ${printed + 1}` : entry.title
    if (!begins(title, typed)) return []
    const data: CompletionData = { about: "section", section: entry.id }
    const rule = `+${"-".repeat(BOX_WIDTH)}+`
    return [
      {
        label: title,
        kind: CompletionItemKind.Struct,
        sortText: `${printed > 0 && entry.id !== "work-account" ? 3 : 2}${String(index).padStart(3, "0")}`,
        filterText: title,
        textEdit: { range, newText: `${rule}\n| ${title.padEnd(BOX_WIDTH - 1)}|\n${rule}\n\n` },
        data,
      },
    ]
  })
}

function values(name: string, section: SectionId = "untitled", typed: string, range: Range): CompletionItem[] {
  const entry = fieldMeaning(name, section)
  return Object.keys(entry?.values ?? {})
    .filter((value) => begins(value, typed))
    .map((value, index) => {
      const data: CompletionData = { about: "field", name, section, value }
      return {
        label: value,
        kind: CompletionItemKind.Value,
        sortText: String(index).padStart(3, "0"),
        filterText: value,
        textEdit: { range, newText: value },
        data,
      }
    })
}

function codes(placed: PlacedChunk, offset: number, typed: string, range: Range): CompletionItem[] {
  const { evidence } = placed.chunk.diagnosis
  const found = fieldAt(evidence.capture, offset)
  const place = found && placeOf(evidence, found)
  const known = new Set(
    codeEntries()
      .map(({ code }) => code)
      .filter((code) => begins(code, typed)),
  )
  return [...known].map((code) => {
    const entry = codeMeaning(code, place)
    const data: CompletionData = { about: "code", code, ...(place && { place }) }
    return {
      label: code,
      kind: CompletionItemKind.Constant,
      detail: [...(entry?.symbols.slice(0, 1) ?? []), entry?.title].join(" · "),
      // What can stand at this place first, then by number.
      sortText: `${place && entry?.places.includes(place) ? 0 : 1}${code}`,
      filterText: code,
      textEdit: { range, newText: code },
      data,
    }
  })
}

function begins(word: string, typed: string): boolean {
  return word.toLowerCase().startsWith(typed.toLowerCase())
}
