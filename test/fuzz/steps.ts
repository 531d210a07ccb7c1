import { growthWork } from "../../bench/programs/growthWork.ts"
import { coloredLog } from "../../client/src/markdownColors.ts"
import { english } from "../../server/src/core/explain/say.ts"
import { recognition } from "../../server/src/core/log/recognize.ts"
import { redact } from "../../server/src/core/redact/redact.ts"
import { htmlReport } from "../../server/src/core/report/html.ts"
import { markdownReport } from "../../server/src/core/report/markdown.ts"
import { type Report, reportOf } from "../../server/src/core/report/report.ts"
import { LogDocument } from "../../server/src/documents/logDocument.ts"
import { comparison } from "../../server/src/features/comparison.ts"
import { failurePlaces } from "../../server/src/features/failurePlaces.ts"
import { hover } from "../../server/src/features/hover.ts"
import { highlights, occurrences } from "../../server/src/features/occurrences.ts"
import { selectionRange } from "../../server/src/features/selection.ts"
import { defaultSettings } from "../../server/src/features/settings.ts"
import { status } from "../../server/src/features/status.ts"
import { verdictText } from "../../server/src/features/verdictText.ts"
import { workspaceSymbols } from "../../server/src/features/workspaceSymbols.ts"

/** Makes something that is done with a text ready to be done once: for a document that is read and was never asked. */
type Step = (document: LogDocument, text: string) => () => unknown

const client = { commands: new Set(["dsreg.explain"]), say: english }
const uri = "file:///log.dsreg"
const last = ({ chunks }: LogDocument) => {
  const { chunk, firstLine } = chunks.at(-1) ?? { chunk: { lineBreaks: 0 }, firstLine: 0 }
  return { line: Math.max(0, firstLine + chunk.lineBreaks - 1), character: 8 }
}

/** Everything that is done with a text and takes longer for a longer one. */
export const steps: Readonly<Record<string, Step>> = {
  opening: (_, text) => () => new LogDocument(uri, 1, text),
  recognizing: (_, text) => () => recognition(text),
  redacting: (_, text) => () => redact(text),
  ...growthWork,
  hover: (document) => () => hover(document, last(document), client),
  selection: (document) => () => selectionRange(document, last(document)),
  highlights: (document) => () => highlights(document, last(document)),
  symbols: (document) => () => workspaceSymbols([{ uri, occurrences: occurrences(document) }], ""),
  status: (document) => () => status(document, defaultSettings, english),
  verdict: (document) => () => verdictText(document, 0, defaultSettings),
  "failing places": (document) => () => failurePlaces(document, defaultSettings),
  "reports in Markdown": (document) => () => reportsOn(document).map((report) => markdownReport(report, { file: "a" })),
  "reports in HTML": (document) => () =>
    reportsOn(document).map((report) => htmlReport(report, { file: "a" }, { id: "a", say: english })),
  comparing: (_, text) => () => comparison([text, `${text}\nAzureAdPrt : NO\n`], english),
  "colors of a fence": (_, text) => () => coloredLog(text),
}

function reportsOn({ chunks }: LogDocument): readonly Report[] {
  return chunks.map(({ chunk }) => reportOf(chunk.diagnosis, (offset) => chunk.lines.positionAt(offset).line + 1))
}

/** A document of a text whose captures are read. */
export function readDocument(text: string): LogDocument {
  const document = new LogDocument(uri, 1, text)
  for (const { chunk } of document.chunks) void chunk.diagnosis
  return document
}
