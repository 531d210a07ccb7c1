import type { FieldEntry } from "../knowledge/fieldEntry.ts"
import type { BlockId, SectionId } from "../knowledge/sectionId.ts"
import type { Span } from "../text/span.ts"
import type { KnownName } from "./names.ts"

/**
 * One run of dsregcmd as somebody saved it.
 *
 * All spans in a capture are offsets into `text`, never into the file it was cut from,
 * so that an edit elsewhere in the file leaves a capture as it is.
 */
export interface Capture {
  readonly kind: "capture"
  readonly text: string
  /** In the order of the text. Fields before any title stand in a section with the id `untitled`. */
  readonly sections: readonly Section[]
  /** Every field of every section, in the order of the text. */
  readonly fields: readonly Field[]
  /** The command line that made the log: `PS C:\> dsregcmd /status`. */
  readonly prompt?: Span
  /** The Windows build, where a banner gives it: `10.0.19045.2604`. */
  readonly build?: string
  /** The known names whose fields stand where they mean something, each once. */
  readonly names: readonly KnownName[]
  /** Whether a field of a known name stands where it means something. */
  has(name: KnownName): boolean
  /** The first such field. */
  first(name: KnownName): Field | undefined
  /** All such fields, in the order of the text. */
  all(name: KnownName): readonly Field[]
  /** Whether that field says exactly this word, in any case. */
  says(name: KnownName, word: string): boolean
  /** Whether that field begins with this word, in any case. */
  begins(name: KnownName, word: string): boolean
  /** Lines that hold text the reader has no name for. They are kept, and no rule reads them. */
  readonly others: readonly Span[]
}

/** A titled box and what stands under it. */
export interface Section {
  readonly kind: "section"
  readonly capture: Capture
  readonly id: SectionId
  /** The title as printed, empty for an untitled section: `Device State`. */
  readonly title: string
  readonly titleSpan: Span
  /** From the title to the last field. */
  readonly span: Span
  readonly blocks: readonly Block[]
  /** In an event or the output of `/join /debug`, the lines that are sentences and no fields. */
  readonly texts: readonly Span[]
}

/** Fields that belong together although no box says so. */
export interface Block {
  readonly kind: "block"
  readonly id: BlockId
  readonly section: Section
  /** For `prt-diagnostics`, the field that owns the block: the nearest `AzureAdPrt` or `EnterprisePrt` above it. */
  readonly owner: Field | undefined
  readonly span: Span
  readonly fields: readonly Field[]
}

/** One `Name : value` line. For `AzureAdPrt : NO` the value span covers `NO`. */
export interface Field {
  readonly kind: "field"
  /** What is known of it where it stands; undefined for a line that dsregcmd does not print there. */
  readonly entry: FieldEntry | undefined
  readonly block: Block
  /** As printed, without a colon of its own: `KeySignTest` for `KeySignTest: : PASSED`. */
  readonly name: string
  /** The name as look-ups use it: lower case, one blank between words. */
  readonly key: string
  readonly nameSpan: Span
  /** As printed, without blanks around it; a wrapped value keeps its line breaks. Empty where nothing stands. */
  readonly value: string
  readonly valueSpan: Span
}
