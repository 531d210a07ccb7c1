import type { InlayHint, Range } from "vscode-languageserver"
import { english } from "../../server/src/core/explain/say.ts"
import { LogDocument } from "../../server/src/documents/logDocument.ts"
import { codeActions } from "../../server/src/features/codeActions.ts"
import { completion } from "../../server/src/features/completion.ts"
import { diagnostics } from "../../server/src/features/diagnostics.ts"
import { failingLines } from "../../server/src/features/failingLines.ts"
import { failurePlaces } from "../../server/src/features/failurePlaces.ts"
import { folding } from "../../server/src/features/folding.ts"
import { hints } from "../../server/src/features/hints.ts"
import { hover } from "../../server/src/features/hover.ts"
import { lenses } from "../../server/src/features/lens.ts"
import { links } from "../../server/src/features/links.ts"
import { highlights, occurrences } from "../../server/src/features/occurrences.ts"
import { outline } from "../../server/src/features/outline.ts"
import { selectionRange } from "../../server/src/features/selection.ts"
import { semanticTokens, toldTokens } from "../../server/src/features/semanticTokens.ts"
import { defaultSettings } from "../../server/src/features/settings.ts"
import { status } from "../../server/src/features/status.ts"
import { verdictText } from "../../server/src/features/verdictText.ts"
import { workspaceSymbols } from "../../server/src/features/workspaceSymbols.ts"

/** A client that can do everything. */
const client = {
  commands: new Set(["dsreg.copy", "dsreg.explain", "dsreg.copyVerdict", "dsreg.showFailing", "dsreg.nextFailure"]),
  resolvesActions: false,
  showsDocuments: true,
  collapsesText: true,
  timeZone: "Europe/Berlin",
  say: english,
}

const EVERYWHERE: Range = { start: { line: 0, character: 0 }, end: { line: 10_000_000, character: 0 } }

/** A piece of one line. */
export interface Place {
  readonly line: number
  readonly start: number
  readonly end: number
}

/** What every feature says of a log, asked at one line of it. */
export function everyFeature(text: string, line: number) {
  return everyFeatureOf(new LogDocument("file:///log.dsreg", 1, text), line)
}

/** The same of a document that is open already, perhaps after edits. */
export function everyFeatureOf(document: LogDocument, line: number) {
  const at = [0, 5, 30].map((character) => ({ line, character }))
  const { data } = semanticTokens(toldTokens(document, defaultSettings, "1"))
  const found = diagnostics(document, defaultSettings)
  const range: Range = { start: { line, character: 0 }, end: { line, character: 30 } }
  const params = { textDocument: { uri: document.uri }, range, context: { diagnostics: found } }
  return {
    diagnostics: found,
    hints: hints(document, EVERYWHERE, defaultSettings, english),
    tokens: placesOf(data),
    links: links(document, client, english),
    lenses: lenses(document, client, defaultSettings, english),
    folding: folding(document, client, english),
    outline: outline(document, english),
    symbols: workspaceSymbols([{ uri: document.uri, occurrences: occurrences(document) }], ""),
    failing: failingLines(document, defaultSettings, english),
    failures: failurePlaces(document, defaultSettings),
    status: status(document, defaultSettings, english),
    verdict: verdictText(document, line, defaultSettings),
    hovers: at.flatMap((position) => hover(document, position, client) ?? []),
    completion: at.flatMap((position) => completion(document, position)),
    highlights: at.flatMap((position) => highlights(document, position)),
    selections: at.map((position) => selectionRange(document, position)),
    actions: codeActions(document, params, client, english),
  }
}

/** The text of a hint. */
export function labelOf({ label }: InlayHint): string {
  return typeof label === "string" ? label : label.map(({ value }) => value).join("")
}

/** The protocol tells each token by its distance from the one before. */
function placesOf(data: readonly number[]): readonly Place[] {
  const places: Place[] = []
  let line = 0
  let start = 0
  for (let at = 0; at < data.length; at += 5) {
    const [lines = 0, characters = 0, length = 0] = data.slice(at, at + 3)
    line += lines
    start = lines > 0 ? characters : start + characters
    places.push({ line, start, end: start + length })
  }
  return places
}
