import type { Phase } from "../knowledge/code.ts"
import type { EventEntry } from "../knowledge/events.ts"
import { eventBySentence, eventMeaning, messageMeaning, phaseMeaning } from "../knowledge/lookup.ts"
import type { ServerMessage } from "../knowledge/serverMessage.ts"
import type { Capture, Field, Section } from "../log/log.ts"
import { type Span, textAt } from "../text/span.ts"
import { type Mention, mentionsIn, mentionsInText } from "./mention.ts"
import { remembered } from "./remembered.ts"

/** One event of Windows' own logs, as it was copied. */
export interface LogEvent {
  readonly section: Section
  /** Which event it is, where it is a known one: by its number, else by the sentence it begins with. */
  readonly entry: EventEntry | undefined
  /** The one that its own text names, else the one of its kind. */
  readonly phase: Phase | undefined
  /** When it happened, in milliseconds; undefined where the form of its date is not known. */
  readonly time: number | undefined
  /** Every code of it, in the order of the text, in fields and in sentences. */
  readonly codes: readonly Mention[]
  /** `Exit code`, where it stands on a line of its own. */
  readonly exit: Field | undefined
  /** The code nearest to the cause: that of the authentication library, else the exit code, else the first. */
  readonly root: Mention | undefined
  /** The server's message inside, where it is a known one. */
  readonly message: ServerMessage | undefined
}

/** The events of a capture, in the order of the text. */
export function eventsOf(capture: Capture): readonly LogEvent[] {
  return capture.sections.flatMap((section) => (section.id === "event" ? [eventIn(section)] : []))
}

/** The event of a section, worked out once: each code of an event asks for its place. */
export const eventIn = remembered((section: Section): LogEvent => {
  const fields = section.blocks.flatMap((block) => block.fields)
  const named = (key: string) => fields.find((field) => field.key === key)
  const entry = entryOf(section, fields, named("event id"))
  const codes = codesOfRecord(section)
  const exit = named("exit code")
  const inner = [named("adalerrorcode"), named("adalresponsecode")].flatMap((field) =>
    field ? mentionsIn(field).slice(0, 1) : [],
  )[0]
  const phase = phaseMeaning(named("errorphase")?.value ?? "")?.id ?? entry?.phase
  const time = Date.parse(named("date")?.value ?? "")
  return {
    section,
    entry,
    phase,
    time: Number.isNaN(time) ? undefined : time,
    codes,
    exit,
    root: inner ?? (exit && mentionsIn(exit).at(-1)) ?? codes[0],
    message: messageMeaning(textAt(section.capture.text, section.span)),
  }
})

/** Every code of a record, in the order of the text, whether it stands in a field or in a sentence. */
export function codesOfRecord({ capture: { text }, blocks, texts }: Section): readonly Mention[] {
  const inFields = blocks.flatMap(({ fields }) => fields.flatMap(mentionsIn))
  return [...inFields, ...texts.flatMap((line) => mentionsInText(text, line))].sort(
    (a, b) => a.span.start - b.span.start,
  )
}

function entryOf(
  { capture: { text }, texts }: Section,
  fields: readonly Field[],
  id: Field | undefined,
): EventEntry | undefined {
  const numbered = id && eventMeaning(Number(id.value))
  if (numbered) return numbered
  const lines: readonly Span[] = [
    ...texts,
    ...fields.map(({ nameSpan, valueSpan }) => ({ start: nameSpan.start, end: valueSpan.end })),
  ].sort((a, b) => a.start - b.start)
  for (const line of lines) {
    const known = eventBySentence(textAt(text, line))
    if (known) return known
  }
  return undefined
}
