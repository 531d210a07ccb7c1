import { commands, type TextEditor, Uri, window } from "vscode"
import { EXPLANATION_SCHEME, pathOf } from "../../../server/src/core/explain/explanationId.ts"
import type { Server } from "../server.ts"

/**
 * Shows the page of a code, field, rule and so on as a Markdown preview: `code/0x80072ee2/discover`, `index`. Where a
 * log is in front, the page stands beside it, and the cursor stays in the log.
 */
export async function explain(server: Server, id: unknown): Promise<void> {
  if (typeof id !== "string") return
  await server.start()
  if (server.state === "failed") return
  const uri = Uri.from({ scheme: EXPLANATION_SCHEME, path: pathOf(id) })
  const log = logInFront()
  try {
    await commands.executeCommand(log ? "markdown.showPreviewToSide" : "markdown.showPreview", uri)
  } catch {
    // Markdown preview is an extension too, and can be switched off.
    await window.showTextDocument(uri, log ? { viewColumn: (log.viewColumn ?? 0) + 1, preserveFocus: true } : {})
  }
  if (log) await window.showTextDocument(log.document, { viewColumn: log.viewColumn ?? 1 })
}

/** The editor of a log; what is made of logs stands beside one already. */
function logInFront(): TextEditor | undefined {
  const editor = window.activeTextEditor
  return editor?.document.languageId === "dsreg" && !editor.document.uri.scheme.startsWith("dsreg-")
    ? editor
    : undefined
}
