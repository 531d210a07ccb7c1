import { env, l10n, window, workspace } from "vscode"
import { recognition } from "../../../server/src/core/log/recognize.ts"

/** Opens the text of the clipboard as a new log. */
export async function newFromClipboard(): Promise<void> {
  const content = await env.clipboard.readText()
  if (content.trim() === "") {
    void window.showInformationMessage(
      l10n.t("The clipboard holds no text. Copy the output of dsregcmd /status first."),
    )
    return
  }
  await window.showTextDocument(await workspace.openTextDocument({ language: "dsreg", content }))
  if (recognition(content) !== "no") return
  void window.showInformationMessage(
    l10n.t("This text does not look like a dsregcmd log. It is opened as one all the same."),
  )
}
