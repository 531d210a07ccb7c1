import { commands, Uri, ViewColumn, window } from "vscode"
import { EXPLANATION_SCHEME, pathOf } from "../../../server/src/core/explain/explanationId.ts"
import { isInFront, untilTabs } from "../inFront.ts"

/**
 * Shows the page of a code, field, rule and so on as a Markdown preview: `code/0x80072ee2/discover`, `index`. Beside the
 * log it was asked from, which keeps the focus; in place of the page it was asked from.
 */
export async function explain(id: unknown): Promise<void> {
  if (typeof id !== "string") return
  const uri = Uri.from({ scheme: EXPLANATION_SCHEME, path: pathOf(id) })
  const log = window.activeTextEditor
  try {
    await commands.executeCommand(log ? "markdown.showPreviewToSide" : "markdown.showPreview", uri)
  } catch {
    // Markdown preview is an extension too, and can be switched off.
    await window.showTextDocument(uri, { viewColumn: log ? ViewColumn.Beside : ViewColumn.Active })
  }
  if (!log?.viewColumn) return
  await untilTabs(() => !isInFront(log.document.uri))
  await window.showTextDocument(log.document, { viewColumn: log.viewColumn })
}
