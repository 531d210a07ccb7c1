import { l10n, languages, window } from "vscode"

/** Gives the document in front the language of dsregcmd logs. */
export async function readAsLog(): Promise<void> {
  const document = window.activeTextEditor?.document
  if (document) await languages.setTextDocumentLanguage(document, "dsreg")
  else void window.showInformationMessage(l10n.t("No text is open to be read. Open the saved log first."))
}
