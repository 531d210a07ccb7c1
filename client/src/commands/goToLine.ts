import { Range, TextEditorRevealType, Uri, window, workspace } from "vscode"

/** Puts the cursor on a line of an open log, in the editor that shows it already where one does. */
export async function goToLine(uri: unknown, line: unknown): Promise<void> {
  if (typeof uri !== "string" || typeof line !== "number") return
  const address = Uri.parse(uri).toString()
  const document = workspace.textDocuments.find((open) => open.uri.toString() === address)
  if (!document) return
  const { range } = document.lineAt(Math.min(Math.max(0, line), document.lineCount - 1))
  const viewColumn = window.visibleTextEditors.find((editor) => editor.document === document)?.viewColumn
  const start = range.start.with({ character: document.lineAt(range.start).firstNonWhitespaceCharacterIndex })
  const editor = await window.showTextDocument(document, {
    ...(viewColumn && { viewColumn }),
    selection: new Range(start, start),
  })
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport)
}
