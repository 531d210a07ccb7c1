import { l10n, window, workspace } from "vscode"
import { recognition } from "../../../server/src/core/log/recognize.ts"

/** Opens a text as a new log, and says where it does not look like one. */
export async function openText(content: string): Promise<void> {
  await window.showTextDocument(await workspace.openTextDocument({ language: "dsreg", content }))
  if (recognition(content) !== "no") return
  void window.showInformationMessage(
    l10n.t("This text does not look like a dsregcmd log. It is opened as one all the same."),
  )
}
