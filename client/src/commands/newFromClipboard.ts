import { env, l10n, window } from "vscode"
import { openText } from "./openText.ts"

/** Opens the text of the clipboard as a new log. */
export async function newFromClipboard(): Promise<void> {
  const content = await env.clipboard.readText()
  if (content.trim() !== "") return openText(content)
  void window.showInformationMessage(l10n.t("The clipboard holds no text. Copy the output of dsregcmd /status first."))
}
