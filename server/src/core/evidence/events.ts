import type { Phase } from "../knowledge/code.ts"
import type { EventEntry } from "../knowledge/events/eventEntry.ts"
import type { FieldName } from "../knowledge/fields/catalogue.ts"
import { eventMeaning, messageMeaning, onlyPhaseOf, phaseMeaning } from "../knowledge/lookup.ts"
import type { ServerMessage } from "../knowledge/serverMessage.ts"
import { type EventLine, eventLine, eventRow, headingValue, isEventDate, namesLog } from "../log/eventText.ts"
import type { Capture, Field, Section } from "../log/log.ts"
import { type Span, textAt } from "../text/span.ts"
import { type EventTime, eventTime, timesInOrder } from "./eventTimes.ts"
import { type Mention, mentionsIn, mentionsInText } from "./mention.ts"
import { remembered } from "./remembered.ts"

/** One event of Windows' own logs, as it was copied. */
export interface LogEvent {
  readonly section: Section
  /** Which event it is, where it is a known one of the log that it names: by its number, else by its text. */
  readonly entry: EventEntry | undefined
  /** The one that its own text names, else the one of its kind. */
  readonly phase: Phase | undefined
  /**
   * When it happened, in milliseconds, with a local time taken for UTC; undefined where the form of its date is not
   * known, or can be read in two ways that differ.
   */
  readonly time: number | undefined
  /** The earliest that it can have happened, in whichever order its date has month and day, and in any zone. */
  readonly earliest: number | undefined
  /** Every code of it, in the order of the text, in fields and in sentences. */
  readonly codes: readonly Mention[]
  /** `Exit code`, where it stands on a line of its own. */
  readonly exit: Field | undefined
  /** The code nearest to the cause: that of the authentication library, else the exit code, else the first. */
  readonly root: Mention | undefined
  /** The server's message inside, where it is a known one. */
  readonly message: ServerMessage | undefined
  /** The line in which its own text begins, where that is known. */
  readonly sentence: Span | undefined
  /** Its identifier of the request, lower case: events with the same one belong together. */
  readonly request: string | undefined
  /** All of its text, with one blank in place of each line break. */
  readonly text: string
}

/** An event by itself: its time is not put beside that of others yet. */
interface LoneEvent extends Omit<LogEvent, "time"> {
  readonly date: EventTime | undefined
  readonly number: number | undefined
  readonly isXml: boolean
}

/** The events of a capture, oldest first, each once; where their times do not tell, in the order of the text. */
export function eventsOf(capture: Capture): readonly LogEvent[] {
  const events = toldOnce(capture.sections.flatMap((section) => (section.id === "event" ? [eventIn(section)] : [])))
  const times = timesInOrder(events.map(({ date }) => date))
  let last = Number.NEGATIVE_INFINITY
  return events
    .map((event, index) => {
      const time = times[index]
      // What has no time stands where the one above it does.
      last = time ?? last
      const { date, number, isXml, ...rest } = event
      return { event: { ...rest, time }, at: last }
    })
    .sort((a, b) => (a.at === b.at ? 0 : a.at - b.at))
    .map(({ event }) => event)
}

/** An event that was copied as text and as XML is one. */
function toldOnce(events: readonly LoneEvent[]): readonly LoneEvent[] {
  const seen = new Set(events.filter(({ isXml }) => !isXml).flatMap((event) => sameAs(event) ?? []))
  return events.filter((event) => !event.isXml || !seen.has(sameAs(event) ?? ""))
}

/** Fourteen hours lie between UTC and the zone that is farthest ahead of it. */
const FARTHEST_ZONE = 50_400_000

/** Zones differ by quarters of an hour; the rest of the time is the same in each. */
const QUARTER = 900_000

function sameAs({ number, date, root }: LoneEvent): string | undefined {
  if (number === undefined || !date) return undefined
  return `${number} ${Math.floor((date.monthFirst % QUARTER) / 1000)} ${root?.code ?? ""}`
}

/** The event of a section, worked out once: each code of an event asks for its place. */
export const eventIn = remembered((section: Section): LoneEvent => {
  const fields = section.blocks.flatMap((block) => block.fields)
  const named = (name: FieldName) => fields.find(({ entry }) => entry?.name === name)
  const text = textAt(section.capture.text, section.span)
  const lines = linesOf(section, fields)
  const told = toldIn(section.capture.text, lines)
  const headings = foreignHeadings(section.capture.text, lines)
  const number = numberIn(named("Event ID")) ?? told?.number ?? headings.number
  const entry = entryOf(number, `${named("Log Name")?.value ?? ""} ${named("Source")?.value ?? ""}`)
  const codes = codesOfRecord(section)
  const exit = named("Exit code")
  const inner = [named("AdalErrorCode"), named("adalResponseCode")].flatMap((field) =>
    field ? mentionsIn(field).slice(0, 1) : [],
  )[0]
  const root =
    inner ?? codes.find((code) => isNamedInner(section, code)) ?? (exit && mentionsIn(exit).at(-1)) ?? codes[0]
  const ownPhase = /\berrorPhase:\s{0,4}([\w-]{4,12})/i.exec(text)?.[1]
  const date = eventTime(named("Date")?.value ?? told?.time ?? headings.date ?? "")
  return {
    section,
    entry,
    number,
    isXml: section.capture.text.startsWith("<", section.span.start),
    date,
    earliest: date && Math.min(date.monthFirst, date.dayFirst) - FARTHEST_ZONE,
    phase: phaseMeaning(ownPhase ?? "")?.id ?? entry?.phase ?? phaseOfJoin(entry, root),
    codes,
    exit,
    root,
    message: messageMeaning(text),
    sentence: told?.sentence,
    request: /\bCorrelation ?ID\b(?: \(request\))?["']?[\s:>=]{1,8}\{?([\da-f]{8}-[\da-f-]{27})/i
      .exec(text)?.[1]
      ?.toLowerCase(),
    text: text.replace(/\s+/g, " "),
  }
})

/** Event 304 is written for a failure of any phase; the code tells which, where it is documented for that one only. */
function phaseOfJoin(entry: EventEntry | undefined, root: Mention | undefined): Phase | undefined {
  return entry?.about === "join" && root ? onlyPhaseOf(root.code) : undefined
}

/** Every code of a record, in the order of the text, whether it stands in a field or in a sentence. */
export function codesOfRecord({ capture: { text }, blocks, texts }: Section): readonly Mention[] {
  const inFields = blocks.flatMap(({ fields }) => fields.flatMap(mentionsIn))
  return [...inFields, ...texts.flatMap((line) => mentionsInText(text, line))].sort(
    (a, b) => a.span.start - b.span.start,
  )
}

/** Stands before a code in an event whose lines were pasted into one. */
const INNER_NAME = /\bAdal(?:Error|Response)Code["']?\s{0,3}[:=>]\s{0,3}$/i

/** Whether the text itself says that a code is that of the authentication library. */
function isNamedInner({ capture: { text } }: Section, { span }: Mention): boolean {
  return INNER_NAME.test(text.slice(Math.max(0, span.start - 32), span.start))
}

function numberIn(field: Field | undefined): number | undefined {
  const number = Number.parseInt(field?.value ?? "", 10)
  return Number.isNaN(number) ? undefined : number
}

/** The lines of an event in their order, those that are fields too. */
function linesOf({ texts }: Section, fields: readonly Field[]): readonly Span[] {
  const lines: readonly Span[] = [
    ...texts,
    ...fields.map(({ nameSpan, valueSpan }) => ({ start: nameSpan.start, end: Math.max(nameSpan.end, valueSpan.end) })),
  ]
  return lines.toSorted((a, b) => a.start - b.start)
}

/** What the lines tell of which event it is, and where; a row of a table is always the first of them. */
function toldIn(
  text: string,
  lines: readonly Span[],
): (EventLine & { readonly sentence: Span | undefined }) | undefined {
  let label: EventLine | undefined
  for (const [index, line] of lines.entries()) {
    const whole = textAt(text, line)
    const row = index === 0 ? eventRow(whole) : undefined
    if (row) return { ...row, sentence: line }
    const name = /^[\w ]{1,20}(?::\s{1,20}|=)/.exec(whole)?.[0].length ?? 0
    const sentence = { start: line.start + name, end: line.end }
    const told = eventLine(whole) ?? eventLine(textAt(text, sentence))
    if (told && LABEL_ONLY.test(whole)) label ??= told
    else if (told) return { ...(label ?? told), sentence: eventLine(whole) ? line : sentence }
  }
  return label && { ...label, sentence: undefined }
}

/** So many lines below the name of the log are headings. */
const HEADINGS = 10

/** Number and date of an event whose headings are in a language whose words are not known: by what stands behind them. */
function foreignHeadings(text: string, lines: readonly Span[]): { readonly number?: number; readonly date?: string } {
  const [first] = lines
  if (!first || !namesLog(textAt(text, first))) return {}
  const values = lines.slice(1, HEADINGS).flatMap((line) => headingValue(textAt(text, line)) ?? [])
  const number = values.map((value) => (/^\d{2,4}$/.test(value) ? Number(value) : 0)).find((one) => eventMeaning(one))
  const date = values.find(isEventDate)
  return { ...(number !== undefined && { number }), ...(date !== undefined && { date }) }
}

/** A number without a text is a heading, and says nothing by itself. */
const LABEL_ONLY = /^\W{0,8}Event ?(?:ID)?[ :#]{0,3}\d{3,4}\W{0,8}$/i

/** What an event says its log is. */
const NAMES: Readonly<Record<EventEntry["log"], RegExp>> = {
  AAD: /\bAAD\b/,
  "User Device Registration": /\bUser\s+Device\b/,
  "DeviceManagement-Enterprise-Diagnostics-Provider": /\bDeviceManagement-Enterprise\b/,
  "ModernDeployment-Diagnostics-Provider": /\b(?:ModernDeployment|Provisioning)-Diagnostics\b/,
}

/** The entry of a number, unless the event names another log: every log of Windows has its own numbers. */
function entryOf(number: number | undefined, log: string): EventEntry | undefined {
  const entry = number === undefined ? undefined : eventMeaning(number)
  if (!entry || log.trim() === "") return entry
  return NAMES[entry.log].test(log) ? entry : undefined
}
