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
 * anywhere. `Event 305` is the number of an event that is in the log; other names that are no field are in `derived`.
 */
export function valueNear(log: Evidence, places: readonly Span[]): ValueOf {
  const blocks = places.flatMap((place) => blocksAt(log.capture, place))
  const field = (name: string) =>
    (blocks.map((block) => fieldIn(block, name)).find(tells) ?? ofDevice(log.capture, name))?.value
  return (name) => {
    const event = /^event (\d+)$/i.exec(name)
    if (event) return log.events.find(({ entry }) => String(entry?.id) === event[1]) && event[1]
    return isDerived(name) ? derived[name](field, log.capture) : field(name)
  }
}

/** What a command wants to be given and no field has by itself. */
const derived = {
  /** The name of the PC alone: it prints that, or `PC01.contoso.com`. */
  Computer: (field) => field("Device Name")?.split(".")[0],
  /** The domain of the PC, by its short name where no other is printed. */
  Domain: (field) => field("Device Name")?.split(".").slice(1).join(".") || field("DomainName"),
  /** The server that was asked. */
  Host: (field) => /^https?:\/\/([\w.-]{1,253})/i.exec(field("Endpoint URI") ?? "")?.[1],
  /** The short name of the user: who ran the command, where nobody else was asked for. */
  Account: (field) => {
    const { account, full } = whoRan(field)
    const asked = field("User Identity")
    return asked === undefined || asked.toLowerCase() === full?.toLowerCase() ? account : undefined
  },
  /** What stands behind the @ of the user's full name. */
  Suffix: (field) => (field("User Identity") ?? whoRan(field).full)?.split("@")[1],
  /** Where the log speaks of the extension that joins virtual machines of Azure. */
  AADLoginForWindows: (_, { text }) => (AZURE_EXTENSION.test(text) ? "AADLoginForWindows" : undefined),
} satisfies Readonly<Record<string, (field: ValueOf, capture: Capture) => string | undefined>>

/** Whether a step may ask for it although it is no field. */
export function isDerived(name: string): name is keyof typeof derived {
  return Object.hasOwn(derived, name)
}

/** `CONTOSO\ann, ann@contoso.com` */
function whoRan(field: ValueOf): { readonly account?: string | undefined; readonly full?: string | undefined } {
  const [, account, full] = /^[^\\,]*\\([^,]+?)(?:,\s*(\S+))?$/.exec(field("Executing Account Name") ?? "") ?? []
  return { account, full }
}

/** The group of fields that a place stands in; of an event, or of debug output, all of them. */
function blocksAt({ sections }: Capture, { start }: Span): readonly Block[] {
  const isIn = ({ span }: { readonly span: Span }) => span.start <= start && start <= span.end
  const section = sections.find(isIn)
  if (!section) return []
  return section.id === "event" || section.id === "join-debug" ? section.blocks : section.blocks.filter(isIn)
}

function ofDevice(capture: Capture, name: string): Field | undefined {
  const known = knownName(name)
  return known?.ofStatus && known.block === undefined ? capture.all(known).find(tells) : undefined
}

function tells(field: Field | undefined): field is Field {
  return field !== undefined && field.value !== ""
}
