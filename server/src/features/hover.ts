import { type Hover, MarkupKind, type Position } from "vscode-languageserver"
import { base64Json } from "../core/base64.ts"
import type { Diagnosis } from "../core/diagnose.ts"
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
} from "../core/explain.ts"
import { localTime } from "../core/localTime.ts"
import { codeMeaning, fieldMeaning, messageMeaning, phaseMeaning, sectionMeaning, topicsAt } from "../core/lookup.ts"
import { quoted } from "../core/markdown.ts"
import { mentionAt, mentionsIn } from "../core/mention.ts"
import { type Found, fieldAt, titleAt } from "../core/query.ts"
import { eventOf, placeOf, textPlace } from "../core/situation.ts"
import { type Span, textAt, touches } from "../core/span.ts"
import { momentsIn } from "../core/time.ts"
import type { LogDocument } from "../documents.ts"
import type { Say } from "../say.ts"
import { age } from "./ages.ts"
import { offsetOf, rangeOf } from "./convert.ts"

/** Who reads: the time zone where it is known, and the language. */
export interface Reader {
  readonly timeZone?: string
  readonly say: Say
}

/** What stands under the cursor, explained as it is meant in this log. */
export function hover(document: LogDocument, position: Position, reader: Reader): Hover | undefined {
  const placed = document.chunkAt(position.line)
  const page = explanationAt(placed.chunk.diagnosis, offsetOf(placed, position), reader)
  return page && { contents: { kind: MarkupKind.Markdown, value: page.markdown }, range: rangeOf(placed, page.span) }
}

interface Explanation {
  readonly markdown: string
  readonly span: Span
}

function explanationAt(diagnosis: Diagnosis, offset: number, reader: Reader): Explanation | undefined {
  const { capture } = diagnosis.situation
  const found = fieldAt(capture, offset)
  if (found) return fieldExplanation(diagnosis, found, offset, reader)
  const section = titleAt(capture, offset)
  const entry = section && sectionMeaning(section.id)
  if (section && entry) return { markdown: explainSection(entry), span: section.titleSpan }
  return textExplanation(diagnosis, offset, reader)
}

/** A sentence of an event or of the output of `/join /debug`, or a line that is neither: its code or time, else the event. */
function textExplanation(diagnosis: Diagnosis, offset: number, reader: Reader): Explanation | undefined {
  const { capture } = diagnosis.situation
  const section = capture.sections.find(({ texts }) => texts.some((text) => touches(text, offset)))
  const line = [...(section?.texts ?? []), ...capture.others].find((other) => touches(other, offset))
  const mention = line && mentionAt(capture.text, line, offset)
  if (mention) {
    const meaning = codeMeaning(mention.code, textPlace(capture, section))
    return { markdown: explainCode(mention.code, meaning), span: mention.span }
  }
  const moment = line && momentAt(diagnosis, line, offset, reader)
  if (moment) return moment
  const event = section?.id === "event" ? eventOf(capture, section) : undefined
  return event && line && { markdown: explainEvent(event), span: line }
}

function fieldExplanation(diagnosis: Diagnosis, found: Found, offset: number, reader: Reader): Explanation {
  const { situation, findings } = diagnosis
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
  const event = section.id === "event" && field.key === "event id" ? eventOf(situation.capture, section) : undefined
  if (event) parts.push(explainEvent(event))
  if (mention) {
    parts.push(explainCode(mention.code, codeMeaning(mention.code, placeOf(situation, found))))
    return page(diagnosis, parts, mention.span)
  }
  const entry = fieldMeaning(field.name, section.id)
  parts.push(
    entry
      ? explainField(entry, onValue ? field.value : undefined)
      : `**${quoted(field.name)}** · a field that is not known here, kept as it is`,
  )
  if (onValue && field.key === "settingsurl" && field.value !== "") parts.push(addresses(field.value, reader.say))
  const moment = momentAt(diagnosis, field.valueSpan, offset, reader)
  if (moment) parts.push(moment.markdown)
  parts.push(...topicsAt(field.name, field.value).map(explainTopic))
  return page(diagnosis, parts, onValue ? field.valueSpan : field.nameSpan)
}

/** The time under the cursor on the reader's clock, and its age by the log's; undefined where neither is known. */
function momentAt(
  { situation: { capture, clock } }: Diagnosis,
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
  return lines.length > 0 ? { markdown: lines.join("\n\n"), span } : undefined
}

/** What the Base64 text of `SettingsUrl` holds, as text. */
function addresses(value: string, say: Say): string {
  const json = base64Json(value)
  return json === undefined
    ? say("This value cannot be decoded. It may be cut or masked, or it is no JSON in Base64.")
    : say("Decoded: {0}", quoted(json))
}

function page(diagnosis: Diagnosis, parts: readonly string[], span: Span): Explanation {
  return { markdown: [...parts, explainContext(diagnosis)].join("\n\n---\n\n"), span }
}
