import type { Field } from "../log/log.ts"
import type { NamedFields } from "./namedFields.ts"

/** A virtual desktop that its vendor marked. */
export interface VirtualDesktop {
  /** `Virtual Desktop : YES`. */
  readonly field: Field
  /** Whether it keeps what is written to it, where the log tells, with the line that does. */
  readonly kept: { readonly field: Field; readonly is: "persistent" | "non-persistent" } | undefined
}

/**
 * The virtual desktop of a log. Microsoft's page says that dsregcmd prints vendor, type and user mode below the mark and
 * not under which names, so that the type is known by its words.
 */
export function virtualDesktopOf(log: NamedFields): VirtualDesktop | undefined {
  const field = log.field("Virtual Desktop")
  if (!field || !log.says("Virtual Desktop", "YES")) return undefined
  const below = field.block.section.blocks.flatMap(({ fields }) => fields).filter(({ entry }) => !entry)
  const type = below.find(({ value }) => PERSISTENT.test(value))
  const is = type && /^non/i.test(PERSISTENT.exec(type.value)?.[0] ?? "") ? "non-persistent" : "persistent"
  return { field, kept: type && { field: type, is } }
}

const PERSISTENT = /\b(?:non[- ]?)?persistent\b/i
