import type { SectionId } from "./sectionId.ts"
import type { Source } from "./source.ts"

/**
 * What one field means in the sections it stands in. The same name in other sections is another entry.
 */
export interface FieldEntry {
  readonly kind: "field-entry"
  /** As dsregcmd prints it: `Client ErrorCode`. */
  readonly name: string
  /** Other spellings of the same field in older or newer Windows. */
  readonly aliases?: readonly string[]
  /** The sections it stands in; the first is its home. */
  readonly sections: readonly [SectionId, ...SectionId[]]
  /** What it says, in one to three plain sentences. */
  readonly meaning: string
  /** What it should say, where one can say so: `YES on a hybrid joined device`. */
  readonly expected?: string
  /** The values it can have, each with its meaning, in the program's spelling. */
  readonly values?: Readonly<Record<string, string>>
  /** The first Windows version known to print it, and the last where it is gone: `1809`. */
  readonly since?: string
  /** Empty where Microsoft documents the field nowhere; then a reader is told so. */
  readonly sources: readonly Source[]
}
