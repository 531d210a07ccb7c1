import { type Hover, MarkupKind, type Position } from "vscode-languageserver"
import type { Diagnosis, Reported } from "../core/diagnosis/diagnose.ts"
import { eventOf, placeOf, textPlace } from "../core/evidence/evidence.ts"
import { type Mention, mentionAt, mentionsIn } from "../core/evidence/mention.ts"
import { momentsIn } from "../core/evidence/moments.ts"
import {
  explainCode,
  explainContext,
  explainEvent,
  explainField,
  explainFinding,
  explainMessage,
  explainPhase,
  explainSection,
  explainTopic,
} from "../core/explain/explain.ts"
import { codeId, type ExplanationId } from "../core/explain/explanationId.ts"
import { inAddress, quoted } from "../core/explain/markdown.ts"
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
import { localTime } from "./localTime.ts"
import type { Say } from "./say.ts"

/** Who reads: what the client can do, the time zone where it is known, and the language. */
export interface Reader {
  /** With `dsreg.explain` among them, the hover ends in a link that runs it. */
  readonly commands: ReadonlySet<string>
  readonly timeZone?: string
  readonly say: Say
}

/** What stands under the cursor, explained as it is meant in this log. */
export function hover(document: LogDocument, position: Position, reader: Reader): Hover | undefined {
  const placed = document.chunkAt(position.line)
  const found = explanationAt(placed.chunk.diagnosis, offsetOf(placed, position), reader)
  if (!found) return undefined
  const { markdown, span, id } = found
  const value =
    id && reader.commands.has("dsreg.explain")
      ? `${markdown}\n\n${commandLink(reader.say("Explain here"), id)}`
      : markdown
  return { contents: { kind: MarkupKind.Markdown, value }, range: rangeOf(placed, span) }
}

/** A link that opens the page of an id. All that an id can have of the log is a code, which is letters and digits. */
function commandLink(title: string, id: ExplanationId): string {
  return `[${title}](command:dsreg.explain?${inAddress(JSON.stringify([id]))})`
}

interface Explanation {
  readonly markdown: string
  readonly span: Span
  /** The page that says more. */
  readonly id: ExplanationId | undefined
}

function explanationAt(diagnosis: Diagnosis, offset: number, reader: Reader): Explanation | undefined {
  const { capture } = diagnosis.evidence
  const found = fieldAt(capture, offset)
  if (found) return fieldExplanation(diagnosis, found, offset, reader)
  const section = titleAt(capture, offset)
  const entry = section && sectionMeaning(section.id)
  if (section && entry) {
    return { markdown: explainSection(entry), span: section.titleSpan, id: `section/${entry.id}` }
  }
  return textExplanation(diagnosis, offset, reader)
}

/** A sentence of an event or of the output of `/join /debug`, or a line that is neither: its code or time, else the event. */
function textExplanation(diagnosis: Diagnosis, offset: number, reader: Reader): Explanation | undefined {
  const { capture } = diagnosis.evidence
  const section = capture.sections.find(({ texts }) => texts.some((text) => touches(text, offset)))
  const line = [...(section?.texts ?? []), ...capture.others].find((other) => touches(other, offset))
  const mention = line && mentionAt(capture.text, line, offset)
  if (mention) {
    const place = textPlace(capture, section)
    const entry = codeMeaning(mention.code, place)
    return { markdown: explainCode(mention.code, entry), span: mention.span, id: pageOfCode(mention, entry, place) }
  }
  const moment = line && momentAt(diagnosis, line, offset, reader)
  if (moment) return moment
  const event = section?.id === "event" ? eventOf(capture, section) : undefined
  return event && line && { markdown: explainEvent(event), span: line, id: `event/${event.id}` }
}

function fieldExplanation(diagnosis: Diagnosis, found: Found, offset: number, reader: Reader): Explanation {
  const { evidence, findings } = diagnosis
  const { field, section } = found
  const mention = mentionsIn(field).find(({ span }) => touches(span, offset))
  const parts: string[] = []
  const onValue = offset >= field.valueSpan.start
  const told = onValue ? findings.filter(({ span }) => touches(span, offset)) : []
  parts.push(...told.flatMap((finding) => explainFinding(finding) ?? []))
  const known = onValue ? messageMeaning(field.value) : undefined
  if (known && /message|description/i.test(field.name)) parts.push(explainMessage(known))
  const phase = onValue && /^error ?phase$/.test(field.key) ? phaseMeaning(field.value) : undefined
  if (phase) parts.push(explainPhase(phase))
  const event = section.id === "event" && field.key === "event id" ? eventOf(evidence.capture, section) : undefined
  if (event) parts.push(explainEvent(event))
  if (mention) {
    const place = placeOf(evidence, found)
    const entry = codeMeaning(mention.code, place)
    parts.push(explainCode(mention.code, entry))
    return page(diagnosis, parts, mention.span, pageOfCode(mention, entry, place))
  }
  const entry = fieldMeaning(field.name, section.id)
  parts.push(
    entry
      ? explainField(entry, onValue ? field.value : undefined)
      : `**${quoted(field.name)}** · ${reader.say("a field that is not known here, kept as it is")}`,
  )
  if (onValue && field.key === "settingsurl" && field.value !== "") parts.push(addresses(field.value, reader.say))
  const moment = momentAt(diagnosis, field.valueSpan, offset, reader)
  if (moment) parts.push(moment.markdown)
  parts.push(...topicsAt(field.name, field.value).map(explainTopic))
  const id =
    pageOf(told) ?? (phase && `phase/${phase.id}`) ?? (event && `event/${event.id}`) ?? (entry && `field/${entry.name}`)
  return page(diagnosis, parts, onValue ? field.valueSpan : field.nameSpan, id)
}

/** The time under the cursor on the reader's clock, and its age by the log's; undefined where neither is known. */
function momentAt(
  { evidence: { capture, clock } }: Diagnosis,
  line: Span,
  offset: number,
  { timeZone, say }: Reader,
): Explanation | undefined {
  const found = momentsIn(textAt(capture.text, line)).find(({ span }) => touches(span, offset - line.start))
  if (!found) return undefined
  const local = timeZone && localTime(found.time, timeZone)
  const lines = [
    ...(local ? [say("In your time zone, {0}: {1}", `\`${timeZone}\``, `\`${local}\``)] : []),
    ...(clock && clock.time !== found.time ? [say("By the log's clock: {0}", age(found.time, clock, say))] : []),
  ]
  const span = { start: line.start + found.span.start, end: line.start + found.span.end }
  return lines.length > 0 ? { markdown: lines.join("\n\n"), span, id: undefined } : undefined
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
  return first && (first.entry?.kind === "server-message" ? `message/${first.entry.id}` : `rule/${first.rule.id}`)
}

function page(diagnosis: Diagnosis, parts: readonly string[], span: Span, id: ExplanationId | undefined): Explanation {
  return { markdown: [...parts, explainContext(diagnosis)].join("\n\n---\n\n"), span, id }
}
