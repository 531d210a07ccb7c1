import type { Block, Capture, Field } from "../log/log.ts"
import { knownName } from "../log/names.ts"
import { fieldIn } from "../log/query.ts"
import type { Span } from "../text/span.ts"
import { AZURE_EXTENSION } from "./azureExtension.ts"
import type { Evidence } from "./evidence.ts"

/** The value of a field, as the log has it for the matter at hand; undefined where it does not tell. */
export type ValueOf = (field: string) => string | undefined

/**
 * What a log says of the things that a step asks for, seen from these places. A field of an attempt or an event counts
 * only beside them, for another attempt has another address and another user; what is of the device counts from
 * anywhere. `Event 305` is the number of an event that is in the log; `Computer` and `Domain` are what a command wants to
 * be given of the PC, its name alone and the domain behind it, `Host` the server that was asked; `AADLoginForWindows` is there
 * where the log speaks of that extension, which joins virtual machines of Azure.
 */
export function valueNear(log: Evidence, places: readonly Span[]): ValueOf {
  const blocks = places.flatMap((place) => blocksAt(log.capture, place))
  const near = (name: string) => blocks.map((block) => fieldIn(block, name)).find(tells)
  return (name) => {
    const event = /^event (\d+)$/i.exec(name)
    if (event) return log.events.find(({ entry }) => String(entry?.id) === event[1]) && event[1]
    if (name === "Computer" || name === "Domain") return ofComputer(log.capture, name)
    if (name === "AADLoginForWindows") return AZURE_EXTENSION.test(log.capture.text) ? name : undefined
    if (name === "Host") return /^https?:\/\/([\w.-]{1,253})/i.exec(near("Endpoint URI")?.value ?? "")?.[1]
    return (near(name) ?? ofDevice(log.capture, name))?.value
  }
}

/** The group of fields that a place stands in; of an event, or of debug output, all of them. */
function blocksAt({ sections }: Capture, { start }: Span): readonly Block[] {
  const isIn = ({ span }: { readonly span: Span }) => span.start <= start && start <= span.end
  const section = sections.find(isIn)
  if (!section) return []
  return section.id === "event" || section.id === "join-debug" ? section.blocks : section.blocks.filter(isIn)
}

/** A PC prints its full name, `PC01.contoso.com`, or its name alone, and its domain by the short name. */
function ofComputer(capture: Capture, wanted: "Computer" | "Domain"): string | undefined {
  const [name, ...domain] = ofDevice(capture, "Device Name")?.value.split(".") ?? []
  return wanted === "Computer" ? name : domain.join(".") || ofDevice(capture, "DomainName")?.value
}

function ofDevice(capture: Capture, name: string): Field | undefined {
  const known = knownName(name)
  return known?.ofStatus && known.block === undefined ? capture.all(known).find(tells) : undefined
}

function tells(field: Field | undefined): field is Field {
  return field !== undefined && field.value !== ""
}
