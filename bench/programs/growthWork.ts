import { diagnose } from "../../server/src/core/diagnosis/diagnose.ts"
import { english } from "../../server/src/core/explain/say.ts"
import { readLog } from "../../server/src/core/log/readLog.ts"
import type { LogDocument } from "../../server/src/documents/logDocument.ts"
import { codeActions } from "../../server/src/features/codeActions.ts"
import { completion } from "../../server/src/features/completion.ts"
import { diagnostics } from "../../server/src/features/diagnostics.ts"
import { failingLines } from "../../server/src/features/failingLines.ts"
import { folding } from "../../server/src/features/folding.ts"
import { hints } from "../../server/src/features/hints.ts"
import { lenses } from "../../server/src/features/lens.ts"
import { links } from "../../server/src/features/links.ts"
import { outline } from "../../server/src/features/outline.ts"
import { semanticTokensIn } from "../../server/src/features/semanticTokens.ts"
import { defaultSettings } from "../../server/src/features/settings.ts"
import type { GrowthWork } from "../growthWorks.ts"
import { yardstick } from "../yardstick.ts"

/** A client that can do everything. */
const client = {
  commands: new Set(["dsreg.copy", "dsreg.explain", "dsreg.copyVerdict", "dsreg.showFailing", "dsreg.nextFailure"]),
  showsDocuments: true,
  collapsesText: true,
}

const EVERYWHERE = { start: { line: 0, character: 0 }, end: { line: 10_000_000, character: 0 } }

/**
 * Each work that is watched, made ready to be done once and timed, with a document that nobody asked for it yet and
 * whose captures are read.
 */
export const growthWork: Readonly<Record<GrowthWork, (document: LogDocument, text: string) => () => unknown>> = {
  reading: (_, text) => () => readLog(text).map(diagnose),
  diagnostics: (document) => () => diagnostics(document, defaultSettings),
  tokens: (document) => () => semanticTokensIn(document, EVERYWHERE, defaultSettings),
  links: (document) => () => links(document, client, english),
  outline: (document) => () => outline(document, english),
  folding: (document) => () => folding(document, client, english),
  hints: (document) => () => hints(document, EVERYWHERE, defaultSettings, english),
  lenses: (document) => () => lenses(document, client, defaultSettings, english),
  "failing lines": (document) => () => failingLines(document, defaultSettings, english),
  "code actions": (document) => {
    const context = { diagnostics: diagnostics(document, defaultSettings) }
    return () => codeActions(document, { textDocument: document, range: EVERYWHERE, context }, client, english)
  },
  completion: (document, text) => {
    const end = { line: yardstick(text), character: text.length - text.lastIndexOf("\n") - 1 }
    return () => completion(document, end)
  },
  edit: (document) => () => {
    document.update([{ range: { start: TYPED, end: TYPED }, text: "x" }], 2)
    void document.chunkAt(0).chunk.diagnosis
    document.update([{ range: { start: TYPED, end: { line: 0, character: TYPED.character + 1 } }, text: "" }], 3)
    void document.chunkAt(0).chunk.diagnosis
  },
}

/** An edit at the start moves whatever stands below it. */
const TYPED = { line: 0, character: 2 }
