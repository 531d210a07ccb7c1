import { l10n, languages, window } from "vscode"

/** Gives the log in front the language of plain text, or the one named; that it is read so is remembered for its file. */
export async function readAsText(language: unknown): Promise<void> {
  const document = window.activeTextEditor?.document
  if (document) await languages.setTextDocumentLanguage(document, typeof language === "string" ? language : "plaintext")
  else void window.showInformationMessage(l10n.t("No log is open. Open the saved log first."))
}
