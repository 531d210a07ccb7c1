import { type FieldEntry, keysOf } from "../knowledge/fieldEntry.ts"
import { fieldEntries, statusFields } from "../knowledge/fields/catalogue.ts"
import { eventFields } from "../knowledge/fields/event.ts"
import { joinDebugFields } from "../knowledge/fields/joinDebug.ts"
import { plainName } from "../knowledge/plainName.ts"
import type { BlockId, SectionId } from "../knowledge/sectionId.ts"
import { sectionEntries } from "../knowledge/sections.ts"
import { wordsBefore } from "../text/wordsBefore.ts"

/** A heading of an event, by its English name in lower case. */
export type Heading = "log name" | "source" | "date" | "event id" | "level" | "user" | "computer" | "description"

/** A text without a box of its own: an event, or the output of `/join /debug`. */
export type RecordId = "event" | "join-debug"

/** A field's name with all that is known of it, made once for each name, so that reading a line is one look-up. */
export interface KnownName {
  /** Its place in `knownNames`. */
  readonly number: number
  /** Lower case, one blank between words. */
  readonly key: string
  /** One entry for each family of sections in which the name means something of its own. */
  readonly entries: readonly FieldEntry[]
  /** Whether `dsregcmd /status` prints it. */
  readonly ofStatus: boolean
  /** The records it stands in. */
  readonly records: ReadonlySet<RecordId>
  /** The group of fields without a box of its own that it stands in. */
  readonly block: BlockId | undefined
  /** It begins such a group even where one of the same kind stands above. */
  readonly begins: boolean
  /** The group of diagnostics below it speaks of it. */
  readonly owns: boolean
  /** The value is a server's text and may run over several lines. */
  readonly wraps: boolean
  /** The name that differs from it by blanks alone: `Server ErrorCode` and `Server Error Code`. */
  readonly twin: KnownName | undefined
  /** Which heading of an event it is, in any language and in any of the programs that print events. */
  readonly heading: Heading | undefined
}

/** A name while its entries are gathered. */
type Growing = { -readonly [Key in keyof KnownName]: KnownName[Key] } & {
  readonly entries: FieldEntry[]
  readonly records: Set<RecordId>
}

function named(): ReadonlyMap<string, KnownName> {
  const [status, event, debug] = [statusFields, eventFields, joinDebugFields].map((list) => new Set<FieldEntry>(list))
  const known = new Map<string, Growing>()
  for (const entry of fieldEntries) {
    for (const key of keysOf(entry)) {
      const name = known.get(key) ?? {
        number: known.size,
        key,
        entries: [],
        ofStatus: false,
        records: new Set(),
        block: undefined,
        begins: false,
        owns: false,
        wraps: false,
        twin: undefined,
        heading: headingOf(entry.name),
      }
      name.ofStatus ||= status?.has(entry) === true
      if (event?.has(entry)) name.records.add("event")
      if (debug?.has(entry)) name.records.add("join-debug")
      name.block ??= entry.block
      name.begins ||= entry.begins === true
      name.owns ||= entry.owns !== undefined
      name.wraps ||= entry.wraps === true
      name.entries.push(entry)
      known.set(key, name)
    }
  }
  const byLetters = new Map<string, Growing>()
  for (const name of known.values()) {
    const letters = name.key.replaceAll(" ", "")
    const twin = byLetters.get(letters)
    if (twin) twin.twin = name
    name.twin = twin
    byLetters.set(letters, name)
  }
  return known
}

const HEADINGS: readonly string[] = [
  "log name",
  "source",
  "date",
  "event id",
  "level",
  "user",
  "computer",
  "description",
] satisfies readonly Heading[]

function headingOf(name: string): Heading | undefined {
  return HEADINGS.find((heading): heading is Heading => heading === name.toLowerCase())
}

const byKey = named()

/** Every known name by its number. */
export const knownNames: readonly KnownName[] = [...byKey.values()]

/** The names of a status that have blanks, without them in lower case: a script that makes objects of a log drops them. */
const byJoinedWords: ReadonlyMap<string, KnownName> = new Map(
  knownNames.flatMap((known) => {
    const joined = known.key.replaceAll(" ", "")
    return known.ofStatus && !byKey.has(joined) ? [[joined, known] as const] : []
  }),
)

/** What a name without blanks means behind the last one: of two that differ by blanks alone, the one of the same group. */
export function nameBehind(last: KnownName | undefined, known: KnownName): KnownName {
  return known.twin && last?.block !== undefined && known.twin.block === last.block ? known.twin : known
}

/** The names under each spelling that is printed, so that an ordinary line needs no other form of its name. */
const bySpelling: ReadonlyMap<string, KnownName> = new Map(
  fieldEntries
    .flatMap(({ name, aliases = [] }) => [name, ...aliases])
    .flatMap((name) => [name, name.replaceAll(" ", "")])
    .flatMap((name) => {
      const known = knownByKey(plainName(name))
      return known ? [[name, known] as const] : []
    }),
)

function knownByKey(key: string): KnownName | undefined {
  return byKey.get(key) ?? byJoinedWords.get(key)
}

/** A spelling with its name. */
interface Spelling {
  readonly printed: string
  readonly known: KnownName
}

/** The spellings by their length and first letter, of which few are the same, so that a line's name need not be cut out. */
const byShape: readonly (readonly Spelling[] | undefined)[] = shaped()

function shaped(): readonly (readonly Spelling[] | undefined)[] {
  const shapes: Spelling[][] = []
  for (const [printed, known] of bySpelling) {
    if (printed.charCodeAt(0) > 127) continue
    const shape = shapeOf(printed.length, printed.charCodeAt(0))
    const same = shapes[shape] ?? []
    same.push({ printed, known })
    shapes[shape] = same
  }
  return shapes
}

function shapeOf(length: number, first: number): number {
  return (length << 7) | first
}

/** The name that stands in a text between two offsets, exactly as the catalogue spells it; undefined for any other. */
export function nameAsPrinted(text: string, start: number, end: number): KnownName | undefined {
  const first = text.charCodeAt(start)
  if (first > 127) return bySpelling.get(text.slice(start, end))
  for (const { printed, known } of byShape[shapeOf(end - start, first)] ?? NO_SPELLING) {
    if (text.startsWith(printed, start)) return known
  }
  return undefined
}

/**
 * Where the name of a field begins that ends before a colon, as dsregcmd prints it, not before an offset: the longest one
 * that is known; one of an event where no blank stands before the colon. Undefined where none is.
 */
export function nameBefore(text: string, from: number, colon: number): number | undefined {
  return wordsBefore(text, from, colon, (start, end) => {
    const known = nameAsPrinted(text, start, end)
    return known?.ofStatus === true || (end === colon && known?.records.has("event") === true)
  })
}

const NO_SPELLING: readonly Spelling[] = []

/** A name in any spelling. */
export function knownName(name: string): KnownName | undefined {
  return bySpelling.get(name) ?? knownByKey(plainName(name))
}

/** Whether `dsregcmd /status` is known to print a field of this name, in any spelling of it. */
export function isFieldName(name: string): boolean {
  return knownName(name)?.ofStatus === true
}

/**
 * What a name means in a section: its entry there; in a section of dsregcmd's that should not have it, or without a
 * title, its entry at home, for titles get lost. Below a title that dsregcmd never prints it means nothing.
 */
export function entryIn(section: SectionId, { entries }: KnownName): FieldEntry | undefined {
  if (section === "other") return undefined
  for (const entry of entries) if (entry.sections.includes(section)) return entry
  return entries[0]
}

/** Whether a field of this name shows that the output of `/join /debug` begins here: no other text has it. */
export function beginsJoinDebug(key: string, known: KnownName | undefined): boolean {
  if (known) return known.records.has("join-debug") && !known.ofStatus && !known.records.has("event")
  return /^dsrcmd\w*::/.test(key)
}

/** How the output of `/join /debug` begins where no field does. */
export const DEBUG_START = /^(?:dsregcmd::wmain\b|PreJoinChecks Complete\b|TenantInfo::Discover\b|DsrCmd\w+::)/i

/**
 * A line of the log of the Azure VM extension AADLoginForWindows, which runs dsregcmd and writes a time before each of
 * its lines: `2020-04-14T19:19:57.4557707Z [Information]: …` in its own file, `[3/19/2020 6:14:05 PM] …` in the portal.
 */
export const EXTENSION_START =
  /^(?:\d{4}-\d\d-\d\dT[\d:.]{8,20}Z?[ \t]{1,8}\[\w{4,12}\]:|\[\d{1,4}[./-]\d{1,2}[./-]\d{1,4} [\d:]{4,8}(?: [AP]M)?\])[ \t]{1,8}(?:Getting Tenant ID from MSI|DsrCmd\w{1,40}::|dsregcmd::|AzureSecureVMJoinOperation\b|AAD Join failed\b)/i

/** The titles dsregcmd prints, lower case; work accounts are numbered and come apart in `sectionId`. */
const TITLES: ReadonlyMap<string, SectionId> = new Map<string, SectionId>([
  ...sectionEntries.map(({ id, title }) => [plainName(title), id] as const),
  ["ie proxy config for system", "ie-proxy-system"],
])

/** The same as they are printed. */
const PRINTED: ReadonlyMap<string, SectionId> = new Map(sectionEntries.map(({ id, title }) => [title, id]))

/** The section of a title exactly as dsregcmd prints it; undefined for any other spelling. */
export function titleAsPrinted(title: string): SectionId | undefined {
  return PRINTED.get(title)
}

/** The section a title names, or undefined where dsregcmd prints no such title. */
export function sectionId(title: string): SectionId | undefined {
  const plain = plainName(title)
  return TITLES.get(plain) ?? (/^work account(?: \d{1,3})?$/.test(plain) ? "work-account" : undefined)
}
