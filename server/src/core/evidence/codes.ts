import type { Place } from "../knowledge/code.ts"
import { onlyPhaseOf } from "../knowledge/lookup.ts"
import type { Capture, Field, Section } from "../log/log.ts"
import type { Span } from "../text/span.ts"
import { eventIn } from "./events.ts"
import { type Mention, mentionsIn, mentionsInText } from "./mention.ts"
import { namedPhase } from "./registrations.ts"
import { remembered } from "./remembered.ts"

/** A code as it stands in a log, with the place that its meaning depends on. */
export interface CodeMention extends Mention {
  /** From its test, its block or its event, else the one phase it is documented for; undefined where nothing tells. */
  readonly place: Place | undefined
  /** What it stands in: a field, or the span of a line that is none. */
  readonly from: Field | Span
}

/** Every code of a capture: those in fields, then those in sentences and in lines that are not understood. */
export function codesOf(capture: Capture, hasTests: boolean): readonly CodeMention[] {
  const inLine = (line: Span, place: Place | undefined) =>
    mentionsInText(capture.text, line).map((mention) => ({ ...mention, place, from: line }))
  return [
    ...capture.fields.flatMap((field) => [
      // `It stops with 0x80180014: not supported` is a sentence with a colon, and no field of dsregcmd.
      ...(field.entry ? [] : inLine(field.nameSpan, undefined)),
      ...mentionsIn(field).map((mention) => ({ ...mention, place: placeOfField(field, hasTests), from: field })),
    ]),
    ...capture.sections.flatMap((section) => section.texts.flatMap((line) => inLine(line, placeOfText(section)))),
    ...capture.others.flatMap((line) => inLine(line, undefined)),
  ]
}

/** Where a code stands when it stands in this field: the place its meaning depends on. */
export function placeOfField(field: Field, hasTests: boolean): Place | undefined {
  const { block } = field
  const { section } = block
  const test = field.entry?.test
  if (test) return test
  if (block.id === "previous-registration") return phaseOfBlock(block) ?? onlyPhaseOf(mentionsIn(field)[0]?.code ?? "")
  if (section.id === "event") return placeOfEvent(section)
  if (section.id === "other") return onlyPhaseOf(mentionsIn(field)[0]?.code ?? "")
  if (section.id === "join-debug" || (section.id === "diagnostic-data" && hasTests)) return undefined
  return "post-join"
}

/** A block of ten thousand codes is asked about each of them. */
const phaseOfBlock = remembered(namedPhase)

/** Where a code stands when it stands in a line that is no field. */
export function placeOfText(section: Section | undefined): Place | undefined {
  return section?.id === "event" ? placeOfEvent(section) : undefined
}

function placeOfEvent(section: Section): Place | undefined {
  const { entry, phase } = eventIn(section)
  return entry?.about === "enrollment" || entry?.about === "setup" ? "enrollment" : phase
}

/**
 * Whether a code stands beside the log, in a sentence that somebody wrote or in what Windows showed them, or in an event of
 * another log, and in no field of dsregcmd and no event of the join or the sign-in.
 */
export function isBesideLog({ sections }: Capture, { from, span }: CodeMention): boolean {
  if ("key" in from && from.entry !== undefined) return false
  const within = sections.find((section) => section.span.start <= span.start && span.start < section.span.end)
  if (within?.id === "event") return eventIn(within).entry === undefined
  return within?.id !== "join-debug"
}
