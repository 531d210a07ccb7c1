import {
  commands,
  type SemanticTokens,
  SemanticTokensBuilder,
  SemanticTokensLegend,
  type TextDocument,
  type Uri,
} from "vscode"

import type { FailingLines } from "../../server/src/features/failingLines.ts"

/** What a value means in a log, as the server announces it. */
export const MEANINGS = new SemanticTokensLegend(["healthy", "failing", "notApplicable", "consequence", "identifier"])

/** The numbers that tell one token. */
const WIDTH = 5

/** The colors of a log for the lines of a view, each of which stands for a line of the log. */
export async function failingColors(
  view: TextDocument,
  log: Uri,
  lines: Pick<FailingLines, "sourceLines" | "cuts"> | undefined,
): Promise<SemanticTokens> {
  const legend = await commands.executeCommand<SemanticTokensLegend>("vscode.provideDocumentSemanticTokensLegend", log)
  const tokens = await commands.executeCommand<SemanticTokens>("vscode.provideDocumentSemanticTokens", log)
  const builder = new SemanticTokensBuilder(MEANINGS)
  // The first row of a line is the line itself, the others say what is wrong with it.
  const rows = new Map((lines?.sourceLines ?? []).map((line, row) => [line, row] as const).toReversed())
  let [line, character] = [0, 0]
  for (let at = 0; at < (tokens?.data.length ?? 0); at += WIDTH) {
    const [down = 0, right = 0, length = 0, type = 0] = tokens.data.slice(at, at + WIDTH)
    line += down
    character = down > 0 ? right : character + right
    const row = rows.get(line)
    const meaning = MEANINGS.tokenTypes.indexOf(legend.tokenTypes[type] ?? "")
    // A view that is not yet the one these lines belong to.
    const start = character - (lines?.cuts[row ?? 0] ?? 0)
    const fits = row !== undefined && row < view.lineCount && view.lineAt(row).text.length >= start + length
    if (fits && start >= 0 && meaning >= 0) builder.push(row, start, length, meaning, 0)
  }
  return builder.build()
}
