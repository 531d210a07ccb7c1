import { type Disposable, l10n, Uri, window } from "vscode"
import type { Redaction } from "../../server/src/features/redaction.ts"
import { copy } from "./commands/copy.ts"
import { type HeldTexts, heldTexts } from "./heldTexts.ts"
import { logName, logText, nameOf } from "./logText.ts"
import type { Server } from "./server.ts"
import { showSides } from "./showSides.ts"

/** The scheme of logs without what names anybody. */
export const REDACTED_SCHEME = "dsreg-redacted"

/** Shows redacted logs beside their originals, and copies them. The original is never written. */
export interface RedactedLogs extends Disposable {
  /** The log at an address, else the one in front. */
  preview(argument: unknown): Promise<void>
  /** The redacted log in front, of the diff or alone. */
  copyShown(argument: unknown): Promise<void>
}

/** The redacted logs of a window. */
export function redactedLogs(server: Server): RedactedLogs {
  const texts: HeldTexts = heldTexts(REDACTED_SCHEME, server)

  const show = async (uri: Uri, keepsRequestIds: boolean): Promise<void> => {
    const redacted = await server.request<Redaction>("dsreg/redact", { text: await logText(uri), keepsRequestIds })
    if (!redacted) return
    const name = nameOf(uri)
    const shown = texts.hold(logName(name), redacted.text)
    const title = l10n.t("{0}: original and redacted", name)
    const summary = texts.hold(`${l10n.t("Replaced in {0}", name)}.md`, redacted.list)
    await showSides({ left: uri, right: shown, title, summary })
    void tell(uri, redacted, keepsRequestIds)
  }
  const tell = async (uri: Uri, { text, count }: Redaction, keepsRequestIds: boolean): Promise<void> => {
    const copies = l10n.t("Copy Redacted Log")
    const keeps = l10n.t("Keep Request IDs")
    const told = l10n.t("{0} names and numbers are replaced. Look through it before you share it.", count)
    const chosen = await window.showInformationMessage(told, copies, ...(keepsRequestIds ? [] : [keeps]))
    if (chosen === copies) await copy(text)
    if (chosen === keeps) await show(uri, true)
  }

  return {
    preview: async (argument) => {
      const uri = argument instanceof Uri ? argument : window.activeTextEditor?.document.uri
      if (uri && uri.scheme !== REDACTED_SCHEME) await show(uri, false)
      else void window.showInformationMessage(l10n.t("No log is open. Open the saved log first."))
    },
    copyShown: async (argument) => {
      const uri = argument instanceof Uri ? argument : window.activeTextEditor?.document.uri
      const text = uri && texts.textOf(uri)
      if (text !== undefined) await copy(text)
      else void window.showInformationMessage(l10n.t("No redacted log is open. Preview one first."))
    },
    dispose: () => texts.dispose(),
  }
}
