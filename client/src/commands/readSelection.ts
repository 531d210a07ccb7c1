import { l10n, type TextEditor, Uri, window, workspace } from "vscode"
import { fencesOf } from "../fenceLenses.ts"
import { openText } from "./openText.ts"

/**
 * Opens a part of a text as a new log: the fence that opens at a line of a Markdown document, else what is selected in
 * front, else the fence around the cursor.
 */
export async function readSelection(uri: unknown, line: unknown): Promise<void> {
  const text = typeof uri === "string" && typeof line === "number" ? await fenceAt(Uri.parse(uri), line) : selected()
  if (text !== undefined && text.trim() !== "") return openText(text)
  void window.showInformationMessage(l10n.t("No text is selected. Select the text of a log first."))
}

async function fenceAt(uri: Uri, line: number): Promise<string | undefined> {
  const document = await workspace.openTextDocument(uri)
  return fencesOf(document).find(({ first }) => first === line)?.text
}

function selected(editor: TextEditor | undefined = window.activeTextEditor): string | undefined {
  if (!editor) return undefined
  const { document, selections, selection } = editor
  const parts = selections.filter(({ isEmpty }) => !isEmpty).map((part) => document.getText(part))
  if (parts.length > 0) return parts.join("\n")
  if (document.languageId !== "markdown") return undefined
  const { line } = selection.active
  return fencesOf(document).find(({ first, last }) => first <= line && line <= last)?.text
}
