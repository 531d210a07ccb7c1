import { plainName } from "../knowledge/plainName.ts"
import type { BlockId } from "../knowledge/sectionId.ts"
import { touches } from "../text/span.ts"
import type { Block, Capture, Field, Section } from "./log.ts"

/** A field with the places it stands in. */
export interface Found {
  readonly section: Section
  readonly block: Block
  readonly field: Field
}

/** Every field of a capture with its section and block, in the order of the text. */
export function* allFields(capture: Capture): Iterable<Found> {
  for (const section of capture.sections) {
    for (const block of section.blocks) {
      for (const field of block.fields) yield { section, block, field }
    }
  }
}

/** The first field of this name in one block. */
export function fieldIn(block: Block, name: string): Field | undefined {
  const plain = plainName(name)
  return block.fields.find((field) => field.key === plain)
}

/** All blocks of one kind, in the order of the text. */
export function blocksOf(capture: Capture, id: BlockId): readonly Block[] {
  const blocks: Block[] = []
  for (const section of capture.sections) for (const block of section.blocks) if (block.id === id) blocks.push(block)
  return blocks
}

/** The field whose name or value is at an offset of the capture's text, or undefined between fields. */
export function fieldAt(capture: Capture, offset: number): Found | undefined {
  for (const found of allFields(capture)) {
    if (touches({ start: found.field.nameSpan.start, end: found.field.valueSpan.end }, offset)) return found
  }
  return undefined
}

/** The section whose title is at an offset. */
export function titleAt(capture: Capture, offset: number): Section | undefined {
  return capture.sections.find((section) => section.title !== "" && touches(section.titleSpan, offset))
}
