import { env, l10n, window } from "vscode"

/** Puts a text of the server into the clipboard and says so. */
export async function copy(text: unknown): Promise<void> {
  if (typeof text !== "string") return
  await env.clipboard.writeText(text)
  window.setStatusBarMessage(l10n.t("Copied to the clipboard"), 3000)
}
