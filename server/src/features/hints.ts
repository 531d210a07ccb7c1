import { type InlayHint, InlayHintKind, type Range } from "vscode-languageserver"
import { codeMeaning } from "../core/lookup.ts"
import { mentionsIn } from "../core/mention.ts"
import { allFields, type Found } from "../core/query.ts"
import { placeOf, type Situation } from "../core/situation.ts"
import { DAY, timesIn } from "../core/time.ts"
import type { LogDocument, PlacedChunk } from "../documents.ts"
import type { Settings } from "../settings.ts"
import { rangeOf } from "./convert.ts"

/** Words beside the values of a range: names behind codes, ages by the log's own clock. Each kind can be turned off. */
export function hints(document: LogDocument, range: Range, { hints: wanted }: Settings): InlayHint[] {
  const found: InlayHint[] = []
  for (const placed of document.chunks) {
    if (placed.firstLine > range.end.line || placed.firstLine + placed.chunk.lineBreaks < range.start.line) continue
    const { situation } = placed.chunk.diagnosis
    for (const at of allFields(situation.capture)) {
      if (wanted.names) found.push(...nameHints(placed, situation, at))
      if (wanted.ages) found.push(...ageHints(placed, situation, at))
    }
  }
  return found.filter(({ position }) => position.line >= range.start.line && position.line <= range.end.line)
}

/** The title of the innermost code, behind the value: what it means, not its symbol, which the hover has. */
function nameHints(placed: PlacedChunk, situation: Situation, at: Found): InlayHint[] {
  const code = mentionsIn(at.field).at(-1)
  const title = code && codeMeaning(code.code, placeOf(situation, at))?.title
  return title ? [hint(placed, at, title)] : []
}

/** How long before the log's clock a past time lies, or how long a certificate has left. */
function ageHints(placed: PlacedChunk, situation: Situation, at: Found): InlayHint[] {
  const { field } = at
  const { clock } = situation
  if (!clock || clock.field === field) return []
  const [first, second] = timesIn(field.value)
  if (second !== undefined)
    return [hint(placed, at, `${distance(second - clock.time)} ${second > clock.time ? "left" : "past its end"}`)]
  if (first === undefined) return []
  return [
    hint(
      placed,
      at,
      first > clock.time ? `in ${distance(first - clock.time)}` : `${distance(clock.time - first)} earlier`,
    ),
  ]
}

function hint(placed: PlacedChunk, { field }: Found, label: string): InlayHint {
  const { end } = rangeOf(placed, field.valueSpan)
  return { position: end, label, kind: InlayHintKind.Type, paddingLeft: true }
}

function distance(milliseconds: number): string {
  const span = Math.abs(milliseconds)
  const [size, unit] = span >= 2 * DAY ? [DAY, "days"] : span >= DAY / 12 ? [DAY / 24, "hours"] : [60_000, "minutes"]
  return `${Math.round(span / size)} ${unit}`
}
