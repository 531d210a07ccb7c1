import type { InlayHint, Position, Range } from "vscode-languageserver"
import { type Evidence, placeOf, textPlace } from "../core/evidence/evidence.ts"
import { type Mention, mentionsIn, mentionsInText } from "../core/evidence/mention.ts"
import { momentsIn } from "../core/evidence/moments.ts"
import { causeOf } from "../core/explain/kinds/code.ts"
import type { Say } from "../core/explain/say.ts"
import { httpStatuses } from "../core/knowledge/httpStatuses.ts"
import { codeMeaning, windowsRelease } from "../core/knowledge/lookup.ts"
import { allFields, type Found } from "../core/log/query.ts"
import { type Span, textAt } from "../core/text/span.ts"
import type { Chunk } from "../documents/chunk.ts"
import type { LogDocument } from "../documents/logDocument.ts"
import { age, clockTold, validity } from "./ages.ts"
import { InlayHintKind } from "./lsp.ts"
import type { HintSettings, Settings } from "./settings.ts"

/**
 * Words beside the values of a range: the symbol and meaning of codes, ages by the log's own clock, what a value comes
 * to. Each kind can be turned off; the kinds that say something about one value stand in one hint.
 */
export function hints(document: LogDocument, range: Range, { hints: wanted }: Settings, say: Say): InlayHint[] {
  return document.chunksOf(range).flatMap(({ chunk, firstLine }) =>
    chunk.once(hintsIn, wanted, say).flatMap(({ line, character, words }) => {
      const position = { line: line + firstLine, character }
      return range.start.line <= position.line && position.line <= range.end.line ? [inlayHint(position, words)] : []
    }),
  )
}

/** Words with the place they stand at by the lines of their chunk. */
interface PlacedWords {
  readonly line: number
  readonly character: number
  readonly words: Words
}

function hintsIn(chunk: Chunk, wanted: HintSettings, say: Say): readonly PlacedWords[] {
  return wordsIn(chunk.diagnosis.evidence, wanted, say).map((words) => ({
    ...chunk.lines.positionAt(words.at),
    words,
  }))
}

/** What to say behind an offset. */
interface Words {
  readonly at: number
  readonly parts: readonly string[]
  /** More of it, in one sentence or two. */
  readonly tooltip?: string
}

function wordsIn(evidence: Evidence, wanted: HintSettings, say: Say): Words[] {
  const { capture } = evidence
  const texts = [
    ...capture.sections.flatMap((section) =>
      section.texts.map((line) => ({ line, place: textPlace(capture, section) })),
    ),
    ...capture.others.map((line) => ({ line, place: undefined })),
  ]
  return [
    ...Array.from(allFields(capture)).flatMap((found) => [
      ...codeWords(capture.text, mentionsIn(found.field), placeOf(evidence, found), found.field.valueSpan, wanted),
      ...(wanted.values ? valueWords(found) : []),
      ...timeWords(evidence, found, wanted, say),
    ]),
    ...texts.flatMap(({ line, place }) =>
      codeWords(capture.text, mentionsInText(capture.text, line), place, line, wanted),
    ),
    ...(wanted.values ? bannerWords(evidence) : []),
  ].filter(({ parts }) => parts.length > 0)
}

/** The innermost code of a line, which is the last: `network time-out · WININET_E_TIMEOUT`, the meaning first, for editors cut the end. */
function codeWords(
  text: string,
  mentions: readonly Mention[],
  place: Parameters<typeof codeMeaning>[1],
  { end }: Span,
  wanted: HintSettings,
): Words[] {
  const mention = mentions.at(-1)
  if (!mention) return []
  const entry = codeMeaning(mention.code, place)
  const symbol = entry?.symbols[0]
  const written = textAt(text, mention.span)
  const parts = [
    ...(wanted.names && entry ? [entry.title] : []),
    ...(wanted.values && /^-?\d+$/.test(written) ? [mention.code] : []),
    ...(wanted.symbols && symbol && symbol !== written ? [symbol] : []),
  ]
  // Editors cut long hints short, so the tooltip says them again.
  return [{ at: end, parts, ...(entry && { tooltip: `${parts.join(" · ")}\n${causeOf(entry)}` }) }]
}

/** What the status of an HTTP answer or a build of Windows comes to. */
function valueWords({ field: { entry, value, valueSpan } }: Found): Words[] {
  const status = entry?.type === "status" ? httpStatuses[Number(/^\d{3}\b/.exec(value)?.[0])] : undefined
  const said = status ?? (entry?.type === "build" ? windowsRelease(value)?.name : undefined)
  return said ? [{ at: valueSpan.end, parts: [said] }] : []
}

/** The release behind the build that the banner of a command prompt shows. */
function bannerWords({ capture: { build, text } }: Evidence): Words[] {
  const name = build && windowsRelease(build)?.name
  const at = name ? text.indexOf(`${build}]`) : -1
  return name && at >= 0 ? [{ at: at + build.length + 1, parts: [name] }] : []
}

/** How old a time is, or how long a certificate has left. */
function timeWords({ clock }: Evidence, { field }: Found, wanted: HintSettings, say: Say): Words[] {
  if (!clock || clock.field === field || !/^\[? ?\d/.test(field.value)) return []
  const [first, second] = momentsIn(field.value).map(({ time }) => time)
  if (first === undefined) return []
  const told = { at: field.valueSpan.end, tooltip: clockTold(clock, say) }
  if (second !== undefined) {
    return wanted.certificates ? [{ ...told, parts: [validity(first, second, clock, say)] }] : []
  }
  return wanted.ages ? [{ ...told, parts: [age(first, clock, say)] }] : []
}

function inlayHint(position: Position, { parts, tooltip }: Words): InlayHint {
  return {
    position,
    label: parts.join(" · "),
    kind: InlayHintKind.Type,
    paddingLeft: true,
    ...(tooltip && { tooltip }),
  }
}
