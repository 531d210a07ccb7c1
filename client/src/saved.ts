import { l10n, type SaveDialogOptions, type Uri, window, workspace } from "vscode"
import { saveTrouble } from "./saveTrouble.ts"

/** Both hosts have it; the types of neither are the client's. */
declare const TextEncoder: new () => { encode(text: string): Uint8Array }

/** Asks where to save a text and saves it there; where that cannot be, says why and asks again. */
export async function saved(text: string, dialog: SaveDialogOptions): Promise<void> {
  const target = await window.showSaveDialog(dialog)
  if (!target) return
  try {
    await workspace.fs.writeFile(target, new TextEncoder().encode(text))
  } catch (error) {
    const elsewhere = l10n.t("Save Elsewhere…")
    const why = l10n.t("{0} is not saved: {1}", nameIn(target), reason(error))
    if ((await window.showErrorMessage(why, elsewhere)) === elsewhere) await saved(text, dialog)
    return
  }
  const open = l10n.t("Open")
  const said = l10n.t("{0} is saved. Read it before you share it: it quotes the log.", nameIn(target))
  if ((await window.showInformationMessage(said, open)) === open) await window.showTextDocument(target)
}

function nameIn({ path }: Uri): string {
  return path.split("/").at(-1) ?? path
}

/** Why a file cannot be written. The platform's own words are told where they are all that is known. */
function reason(error: unknown): string {
  switch (saveTrouble(error)) {
    case "full":
      return l10n.t("no space is left there.")
    case "read-only":
      return l10n.t("nothing may be written there. Choose another place.")
    case "no folder":
      return l10n.t("its folder is not there. Choose another place.")
    case undefined:
      return error instanceof Error ? error.message : String(error)
  }
}
