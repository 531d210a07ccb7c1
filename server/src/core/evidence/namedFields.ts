import type { FieldName } from "../knowledge/fields/catalogue.ts"
import type { SectionId } from "../knowledge/sectionId.ts"
import type { Capture, Field } from "../log/log.ts"
import { knownName } from "../log/names.ts"
import { momentsIn } from "./moments.ts"

/** The fields of a capture by their names. */
export interface NamedFields {
  readonly capture: Capture
  /** All fields of this name, in the order of the text. */
  fields(name: FieldName): readonly Field[]
  /** All fields of these names, name by name. */
  fieldsOf(names: readonly FieldName[]): readonly Field[]
  /** The first field of this name, in one of the sections where some are given. */
  field(name: FieldName, ...sections: readonly SectionId[]): Field | undefined
  /** Whether the first field of this name says exactly this word, in any case. */
  says(name: FieldName, word: string): boolean
  /** The times in a field's value as milliseconds since 1970 (UTC), in their order; none where there is no field. */
  timesOf(field: Field | undefined): readonly number[]
}

/** Looks fields up in a capture, where they stand in a place in which the name means something. */
export class CaptureFields implements NamedFields {
  readonly capture: Capture
  /** Many rules ask about the same few fields. */
  #times: Map<Field, readonly number[]> | undefined

  constructor(capture: Capture) {
    this.capture = capture
  }

  fields(name: FieldName): readonly Field[] {
    const known = knownName(name)
    return known ? this.capture.all(known) : []
  }

  fieldsOf(names: readonly FieldName[]): readonly Field[] {
    const fields: Field[] = []
    for (const name of names) fields.push(...this.fields(name))
    return fields
  }

  field(name: FieldName, ...sections: readonly SectionId[]): Field | undefined {
    const known = knownName(name)
    if (!known) return undefined
    if (sections.length === 0) return this.capture.first(known)
    return this.fields(name).find(
      ({ block: { section } }) => section.id === "untitled" || sections.includes(section.id),
    )
  }

  says(name: FieldName, word: string): boolean {
    const known = knownName(name)
    return known !== undefined && this.capture.says(known, word)
  }

  timesOf(field: Field | undefined): readonly number[] {
    if (!field) return NONE
    this.#times ??= new Map()
    const known = this.#times.get(field) ?? momentsIn(field.value).map(({ time }) => time)
    this.#times.set(field, known)
    return known
  }
}

const NONE: readonly number[] = []
