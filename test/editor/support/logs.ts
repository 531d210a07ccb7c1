import { commands, type Diagnostic, languages, type TextDocument, Uri, window, workspace } from "vscode"
import { until } from "./until.ts"

/** The failing value in the samples that do not come to a join. */
export const FAIL = "FAIL [0x801c0021/0x80072ee2]"

/** Opens a sample log of the workspace folder in an editor, as a person would. */
export async function openLog(name: string): Promise<TextDocument> {
  const folder = await until("a workspace folder", () => workspace.workspaceFolders?.[0])
  const document = await workspace.openTextDocument(Uri.joinPath(folder.uri, name))
  await until("an editor", () => window.showTextDocument(document))
  return document
}

/** Opens a text as a log that no file holds; the language is `dsreg` where none is given. */
export async function openText(content: string, language = "dsreg"): Promise<TextDocument> {
  const document = await workspace.openTextDocument({ language, content })
  await until("an editor", () => window.showTextDocument(document))
  // A new text can get the name of one that was just closed, and for a moment its words as well.
  await until("the text itself", () => (sameText(document.getText(), content) ? true : undefined))
  return document
}

/** Whatever their line ends are. */
function sameText(one: string, other: string): boolean {
  return one.replaceAll("\r", "") === other.replaceAll("\r", "")
}

/** Closes the texts that `openText` left, so that no window is restored with them. */
export async function closeTexts(): Promise<void> {
  for (const document of workspace.textDocuments.filter(({ isUntitled }) => isUntitled)) {
    await window.showTextDocument(document)
    await commands.executeCommand("workbench.action.revertAndCloseActiveEditor")
  }
}

/** The diagnostics of a document as soon as there are any. */
export function diagnosticsOf({ uri }: TextDocument): Promise<Diagnostic[]> {
  return until(`a diagnostic in ${uri.path}`, () => {
    const found = languages.getDiagnostics(uri)
    return found.length > 0 ? found : undefined
  })
}

/** The text that a diagnostic stands on. */
export function marked(document: TextDocument, { range }: Diagnostic): string {
  return document.getText(range)
}

/** Where a text first stands in a document. */
export function placeOf(document: TextDocument, text: string) {
  return document.positionAt(document.getText().indexOf(text))
}
