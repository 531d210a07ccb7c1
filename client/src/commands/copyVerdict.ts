import { l10n, window } from "vscode"
import type { Server } from "../server.ts"
import { copy } from "./copy.ts"

/** Puts the verdict of one capture into the clipboard: of the one at the place given, else at the cursor. */
export async function copyVerdict(server: Server, uri: unknown, line: unknown): Promise<void> {
  const place = typeof uri === "string" && typeof line === "number" ? { uri, line } : cursor()
  const text = place && (await server.request<string | null>("dsreg/verdict", place))
  if (text) await copy(text)
  else void window.showInformationMessage(l10n.t("No log is open that has a verdict. Open the saved log first."))
}

function cursor(): { readonly uri: string; readonly line: number } | undefined {
  const editor = window.activeTextEditor
  return editor && { uri: editor.document.uri.toString(), line: editor.selection.active.line }
}
