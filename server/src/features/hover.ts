import type { Hover, Position } from "vscode-languageserver"
import type { Diagnosis, Reported } from "../core/diagnosis/diagnose.ts"
import { isHealthy } from "../core/diagnosis/meaning.ts"
import { eventOf, placeOf, textPlace } from "../core/evidence/evidence.ts"
import { type Mention, mentionAt, mentionsIn } from "../core/evidence/mention.ts"
import { momentsIn } from "../core/evidence/moments.ts"
import { valueNear } from "../core/evidence/valueNear.ts"
import type { Explanation, PageLink } from "../core/explain/explanation.ts"
import { codeId, type ExplanationId } from "../core/explain/explanationId.ts"
import { explainFinding, findingId } from "../core/explain/finding.ts"
import { explainCode } from "../core/explain/kinds/code.ts"
import { explainEvent } from "../core/explain/kinds/event.ts"
import { explainField } from "../core/explain/kinds/field.ts"
import { explainMessage } from "../core/explain/kinds/message.ts"
import { explainPhase } from "../core/explain/kinds/phase.ts"
import { explainSection } from "../core/explain/kinds/section.ts"
import { explainTopic } from "../core/explain/kinds/topic.ts"
import { inAddress } from "../core/explain/print/inAddress.ts"
import { inline, markdownBrief, markdownBriefBody, markdownSources } from "../core/explain/print/markdown.ts"
import type { Say } from "../core/explain/say.ts"
import { quoted } from "../core/explain/text.ts"
import type { CodeEntry, Place } from "../core/knowledge/code.ts"
import { canonicalCode } from "../core/knowledge/codeNumber.ts"
import {
  codeMeaning,
  fieldMeaning,
  messageMeaning,
  phaseMeaning,
  sectionMeaning,
  topicsAt,
} from "../core/knowledge/lookup.ts"
import { type Found, fieldAt, titleAt } from "../core/log/query.ts"
import { base64Json } from "../core/text/base64.ts"
import { type Span, textAt, touches } from "../core/text/span.ts"
import type { LogDocument } from "../documents/logDocument.ts"
import { age } from "./ages.ts"
import { offsetOf, rangeOf } from "./convert.ts"
import { type Place as Here, leadOf } from "./lead.ts"
import { localTime } from "./localTime.ts"
import { markup } from "./markup.ts"
import type { Reader } from "./reader.ts"
import { LIMITS } from "./verdictText.ts"

/** What stands under the cursor, explained as it is meant in this log. */
export function hover(document: LogDocument, position: Position, reader: Reader): Hover | undefined {
  const placed = document.chunkAt(position.line)
  const found = explanationAt({ document, placed }, offsetOf(placed, position), reader)
  if (!found) return undefined
  const { text, span, id } = found
  const value =
    id && reader.commands.has("dsreg.explain") ? `${text}\n\n${commandLink(reader.say("Explain here"), id)}` : text
  return { contents: markup(value, reader), range: rangeOf(placed, span) }
}

/** A link that opens the page of an id. All that an id can have of the log is a code, which is letters and digits. */
function commandLink(title: string, id: ExplanationId): string {
  return `[${title}](command:dsreg.explain?${inAddress(JSON.stringify([id]))})`
}

/** What a hover shows, in Markdown, and where. */
interface Shown {
  readonly text: string
  readonly span: Span
  /** The page that says more. */
  readonly id: ExplanationId | undefined
}

function explanationAt(here: Here, offset: number, reader: Reader): Shown | undefined {
  const { diagnosis } = here.placed.chunk
  const { capture } = diagnosis.evidence
  const found = fieldAt(capture, offset)
  if (found) return fieldExplanation(here, found, offset, reader)
  const section = titleAt(capture, offset)
  const entry = section && sectionMeaning(section.id)
  if (section && entry) {
    return {
      text: shown([brief(explainSection(entry), reader.say)], reader.say),
      span: section.titleSpan,
      id: `section/${entry.id}`,
    }
  }
  return textExplanation(diagnosis, offset, reader)
}

/**
 * A sentence of an event or of the output of `/join /debug`, or a line that is neither: what a finding says of it, then
 * its code or time, else the event.
 */
function textExplanation(diagnosis: Diagnosis, offset: number, reader: Reader): Shown | undefined {
  const { evidence, findings } = diagnosis
  const { capture } = evidence
  const { say } = reader
  const section = capture.sections.find(({ texts }) => texts.some((text) => touches(text, offset)))
  const line = [...(section?.texts ?? []), ...capture.others].find((other) => touches(other, offset))
  const mention = line && mentionAt(capture.text, line, offset)
  const told = findings.filter(({ span }) => touches(span, offset))
  const why = told
    .filter(({ entry }) => !entry || !mention)
    .map((finding) => briefBody(explainFinding(finding, evidence, say), say))
  if (mention) {
    const place = textPlace(capture, section)
    const entry = codeMeaning(mention.code, place)
    const text = shown(
      [...why, brief(explainCode(mention.code, entry, valueNear(evidence, [mention.span]), evidence.joinType), say)],
      say,
    )
    return { text, span: mention.span, id: pageOfCode(mention, entry, place) }
  }
  const moment = line && momentAt(diagnosis, line, offset, reader)
  if (moment) return moment
  const event = section?.id === "event" && line ? eventOf(capture, section) : undefined
  const parts = [...why, ...(event ? [brief(explainEvent(event), say)] : [])]
  const span = told[0]?.span ?? line
  if (parts.length === 0 || !span) return undefined
  return { text: shown(parts, say), span, id: pageOf(told) ?? (event && `event/${event.id}`) }
}

/** First what the value is in this log and what to do, then what the thing is, last the sources. */
function fieldExplanation(here: Here, found: Found, offset: number, reader: Reader): Shown {
  const { diagnosis } = here.placed.chunk
  const { evidence, findings } = diagnosis
  const { field, section } = found
  const { say } = reader
  const mention = mentionsIn(field).find(({ span }) => touches(span, offset))
  const onValue = offset >= field.valueSpan.start
  const lead = leadOf(diagnosis, found, mention, here, reader)
  const parts: Part[] = lead ? [{ text: lead.text }] : []
  // What it is here the lead says, and what has to be done stands at the place that it follows from.
  const add = (explanation: Explanation) =>
    parts.push(brief(lead && onValue ? answered(explanation) : explanation, say))
  const { start, end } = field.valueSpan
  const reported = findings.filter(({ span }) =>
    onValue ? touches(span, offset) : start <= span.start && span.end <= end,
  )
  const known = onValue && /message|description/i.test(field.name) ? messageMeaning(field.value) : undefined
  // The editor shows the message itself where one points at the value. A code and a known message are explained below.
  for (const finding of reported) {
    if (onValue && finding.entry && (mention || known)) continue
    const why = briefBody(explainFinding(finding, evidence, say), say)
    parts.push(onValue ? why : { ...why, text: `**${inline(finding.message)}**\n\n${why.text}` })
  }
  if (known) add(explainMessage(known, valueNear(evidence, [field.valueSpan]), evidence.joinType))
  const phase = onValue && /^error ?phase$/.test(field.key) ? phaseMeaning(field.value) : undefined
  if (phase) add(explainPhase(phase))
  const event = section.id === "event" && field.key === "event id" ? eventOf(evidence.capture, section) : undefined
  if (event) add(explainEvent(event))
  const more = onValue && !lead ? moreAbout(diagnosis, found, say) : undefined
  if (mention) {
    const place = placeOf(evidence, found)
    const entry = codeMeaning(mention.code, place)
    const code = explainCode(mention.code, entry, valueNear(evidence, [mention.span]), evidence.joinType)
    // The known message that it stands in says more, and has steps of its own.
    add(known ? answered(code) : code)
    if (more) parts.push(more)
    return { text: shown(parts, say), span: mention.span, id: pageOfCode(mention, entry, place) }
  }
  const entry = fieldMeaning(field.name, section.id)
  if (onValue && !lead && isHealthy(diagnosis, found)) parts.push({ text: say("As it should be.") })
  if (entry) add(onValue ? { ...explainField(entry, field.value), values: [] } : explainField(entry))
  else parts.push({ text: `**${quoted(field.name)}** · ${say("a field that is not known here, kept as it is")}` })
  if (onValue && field.key === "settingsurl" && field.value !== "") parts.push({ text: addresses(field.value, say) })
  const moment = momentAt(diagnosis, field.valueSpan, offset, reader)
  if (moment) parts.push(moment)
  if (!lead) for (const topic of topicsAt(field.name, field.value)) add(explainTopic(topic))
  if (more) parts.push(more)
  const id =
    pageOf(onValue ? reported : []) ??
    (phase && `phase/${phase.id}`) ??
    (event && `event/${event.id}`) ??
    (entry && `field/${entry.name}`)
  return { text: shown(parts, say), span: onValue ? field.valueSpan : field.nameSpan, id }
}

/**
 * The one command that shows what this log does not tell of a value: the tests as SYSTEM for one that failed as a user,
 * a log of the user for a line of a user who was not there.
 */
function moreAbout(diagnosis: Diagnosis, found: Found, say: Say): Part | undefined {
  const { findings, evidence } = diagnosis
  const { valueSpan } = found.field
  const isOfUser = OF_USER.has(found.section.id) && /^(?:NO|ERROR|UNKNOWN)\b/i.test(found.field.value)
  const limit = findings.find(
    ({ rule, span, related = [] }) =>
      span.start !== valueSpan.start &&
      ((rule.limit !== undefined && isOfUser) ||
        (LIMITS.has(rule.id) && related.some((place) => place.span.start === valueSpan.start))),
  )
  const step = limit && explainFinding(limit, evidence).steps[0]
  if (!step) return undefined
  return { text: `**${say("To see more")}**: ${inline(step.proves ? `${step.text} ${step.proves}` : step.text)}` }
}

/** The sections that speak of the user who ran the command. */
const OF_USER: ReadonlySet<string> = new Set(["user-state", "sso-state", "ngc"])

/** A part of a hover in Markdown, and what it rests on. */
interface Part {
  readonly text: string
  readonly sources?: readonly PageLink[]
}

function brief(explanation: Explanation, say: Say): Part {
  return { text: markdownBrief(explanation, say), sources: explanation.sources }
}

function briefBody(explanation: Explanation, say: Say): Part {
  return { text: markdownBriefBody(explanation, say), sources: explanation.sources }
}

/** A document without what another place answers. */
function answered({ here: _, ...explanation }: Explanation): Explanation {
  return { ...explanation, values: [], steps: [] }
}

/** The parts below each other, and the first sources of them all at the end. */
function shown(parts: readonly Part[], say: Say): string {
  const sources = parts.flatMap((part) => part.sources ?? [])
  const distinct = new Map(sources.map((source) => [`${source.url} ${source.heading}`, source]))
  const texts = parts.map(({ text }) => text).filter((text) => text !== "")
  const rests = markdownSources([...distinct.values()], say)
  return [texts.join("\n\n---\n\n"), ...(rests ? [rests] : [])].join("\n\n")
}

/** The time under the cursor on the reader's clock, and its age by the log's; undefined where neither is known. */
function momentAt(
  { evidence: { capture, clock } }: Diagnosis,
  line: Span,
  offset: number,
  { timeZone, say }: Reader,
): Shown | undefined {
  const found = momentsIn(textAt(capture.text, line)).find(({ span }) => touches(span, offset - line.start))
  if (!found) return undefined
  const local = timeZone && localTime(found.time, timeZone)
  const lines = [
    ...(local ? [say("In your time zone, {0}: {1}", `\`${timeZone}\``, `\`${local}\``)] : []),
    ...(clock && clock.time !== found.time ? [say("By the log's clock: {0}", age(found.time, clock, say))] : []),
  ]
  const span = { start: line.start + found.span.start, end: line.start + found.span.end }
  return lines.length > 0 ? { text: lines.join("\n\n"), span, id: undefined } : undefined
}

/** What the Base64 text of `SettingsUrl` holds, as text. */
function addresses(value: string, say: Say): string {
  const json = base64Json(value)
  return json === undefined
    ? say("This value cannot be decoded. It may be cut or masked, or it is no JSON in Base64.")
    : say("Decoded: {0}", quoted(json))
}

/** The page of a code; a word that is no known code has none. */
function pageOfCode(
  { code }: Mention,
  entry: CodeEntry | undefined,
  place: Place | undefined,
): ExplanationId | undefined {
  return entry || canonicalCode(code) ? codeId(code, place) : undefined
}

/** The page of the first finding that is more than a code. */
function pageOf(told: readonly Reported[]): ExplanationId | undefined {
  const first = told.find(({ code, entry }) => !code || entry?.kind === "server-message")
  return first && findingId(first)
}
