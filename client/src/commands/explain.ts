import { commands, Disposable, TabInputText, Uri, ViewColumn, window } from "vscode"
import { EXPLANATION_SCHEME, pathOf } from "../../../server/src/core/explain/explanationId.ts"
import type { Server } from "../server.ts"

/**
 * Shows the page of a code, field, rule and so on as a Markdown preview: `code/0x80072ee2/discover`, `index`. Beside the
 * log it was asked from, which keeps the focus; in place of the page it was asked from.
 */
export async function explain(server: Server, id: unknown): Promise<void> {
  if (typeof id !== "string") return
  await server.start()
  if (server.state === "failed") return
  const uri = Uri.from({ scheme: EXPLANATION_SCHEME, path: pathOf(id) })
  const log = window.activeTextEditor
  try {
    await commands.executeCommand(log ? "markdown.showPreviewToSide" : "markdown.showPreview", uri)
  } catch {
    // Markdown preview is an extension too, and can be switched off.
    await window.showTextDocument(uri, { viewColumn: log ? ViewColumn.Beside : ViewColumn.Active })
  }
  if (!log?.viewColumn) return
  await somethingElseInFront(log.document.uri)
  await window.showTextDocument(log.document, { viewColumn: log.viewColumn })
}

/** Waits until the page has taken the focus, which it does a while after the command that shows it has ended. */
async function somethingElseInFront(log: Uri): Promise<void> {
  const isThere = () => {
    const input = window.tabGroups.activeTabGroup.activeTab?.input
    return !(input instanceof TabInputText && input.uri.toString() === log.toString())
  }
  if (isThere()) return
  await new Promise<void>((resolve) => {
    const end = () => {
      listeners.dispose()
      resolve()
    }
    const look = () => isThere() && end()
    const listeners = Disposable.from(
      window.tabGroups.onDidChangeTabs(look),
      window.tabGroups.onDidChangeTabGroups(look),
    )
  })
}
