import { type Hover, MarkupKind, type Position } from "vscode-languageserver"
import type { CodeEntry, Place } from "../core/code.ts"
import type { Diagnosis, Reported } from "../core/diagnose.ts"
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
import { codeId, type ExplanationId } from "../core/explanationId.ts"
import { codeMeaning, fieldMeaning, messageMeaning, phaseMeaning, sectionMeaning, topicsAt } from "../core/lookup.ts"
import { inAddress, quoted } from "../core/markdown.ts"
import { canonicalCode, type Mention, mentionAt, mentionsIn } from "../core/mention.ts"
import { type Found, fieldAt, titleAt } from "../core/query.ts"
import { eventOf, eventPhase, placeOf } from "../core/situation.ts"
import { type Span, touches } from "../core/span.ts"
import type { LogDocument } from "../documents.ts"
import { english, type Say } from "../say.ts"
import { offsetOf, rangeOf } from "./convert.ts"

/** What the client can do for a hover, and its language. */
export interface HoverAbilities {
  /** With `dsreg.explain` among them, the hover ends in a link that runs it. */
  readonly commands: ReadonlySet<string>
  readonly say: Say
}

/** What stands under the cursor, explained as it is meant in this log. */
export function hover(
  document: LogDocument,
  position: Position,
  client: HoverAbilities = { commands: new Set(), say: english },
): Hover | undefined {
  const placed = document.chunkAt(position.line)
  const found = explanationAt(placed.chunk.diagnosis, offsetOf(placed, position))
  if (!found) return undefined
  const { markdown, span, id } = found
  const value =
    id && client.commands.has("dsreg.explain")
      ? `${markdown}\n\n${commandLink(client.say("Explain here"), id)}`
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

function explanationAt(diagnosis: Diagnosis, offset: number): Explanation | undefined {
  const { capture } = diagnosis.situation
  const found = fieldAt(capture, offset)
  if (found) return fieldExplanation(diagnosis, found, offset)
  const section = titleAt(capture, offset)
  const entry = section && sectionMeaning(section.id)
  if (section && entry) {
    return { markdown: explainSection(entry), span: section.titleSpan, id: `section/${entry.id}` }
  }
  return textExplanation(diagnosis, offset)
}

/** A sentence of an event or of the output of `/join /debug`, or a line that is neither: its code, else the event. */
function textExplanation({ situation: { capture } }: Diagnosis, offset: number): Explanation | undefined {
  const section = capture.sections.find(({ texts }) => texts.some((text) => touches(text, offset)))
  const line = [...(section?.texts ?? []), ...capture.others].find((other) => touches(other, offset))
  const mention = line && mentionAt(capture.text, line, offset)
  if (mention) {
    const place = section?.id === "event" ? eventPhase(capture, section) : undefined
    const entry = codeMeaning(mention.code, place)
    return { markdown: explainCode(mention.code, entry), span: mention.span, id: pageOfCode(mention, entry, place) }
  }
  const event = section?.id === "event" ? eventOf(capture, section) : undefined
  return event && line && { markdown: explainEvent(event), span: line, id: `event/${event.id}` }
}

function fieldExplanation(diagnosis: Diagnosis, found: Found, offset: number): Explanation {
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
    const place = placeOf(situation, found)
    const entry = codeMeaning(mention.code, place)
    parts.push(explainCode(mention.code, entry))
    return page(diagnosis, parts, mention.span, pageOfCode(mention, entry, place))
  }
  const entry = fieldMeaning(field.name, section.id)
  parts.push(
    entry
      ? explainField(entry, onValue ? field.value : undefined)
      : `**${quoted(field.name)}** · a field that is not known here, kept as it is`,
  )
  parts.push(...topicsAt(field.name, field.value).map(explainTopic))
  const id =
    pageOf(told) ?? (phase && `phase/${phase.id}`) ?? (event && `event/${event.id}`) ?? (entry && `field/${entry.name}`)
  return page(diagnosis, parts, onValue ? field.valueSpan : field.nameSpan, id)
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
