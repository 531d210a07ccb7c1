import { l10n, Uri, window, workspace } from "vscode"
import type { ReportFormat } from "../../../server/src/features/report.ts"
import { nameOf } from "../reportView.ts"
import type { Server } from "../server.ts"
import { logFrom } from "./showReport.ts"

/** Saves the report on a log where its reader chooses, in a form that its reader chooses. */
export async function exportReport(server: Server, argument: unknown): Promise<void> {
  const log = logFrom(argument)
  if (!log) {
    void window.showInformationMessage(l10n.t("No log is open. Open the saved log first."))
    return
  }
  const form = await window.showQuickPick(forms(), { title: l10n.t("Export the report on {0}", nameOf(log)) })
  if (!form) return
  await workspace.openTextDocument(log)
  const text = await server.request<string | null>("dsreg/export", {
    uri: log.toString(),
    format: form.format,
    name: nameOf(log),
  })
  if (!text) {
    void window.showInformationMessage(l10n.t("No log is open that has a verdict. Open the saved log first."))
    return
  }
  const target = await window.showSaveDialog({
    ...(log.scheme !== "untitled" && { defaultUri: beside(log, form.ending) }),
    filters: { [form.label]: [form.ending] },
  })
  if (target) await workspace.fs.writeFile(target, new TextEncoder().encode(text))
}

/** Both hosts have it; the types of neither are the client's. */
declare const TextEncoder: new () => { encode(text: string): Uint8Array }

interface Form {
  readonly label: string
  readonly description: string
  readonly format: ReportFormat
  readonly ending: string
}

function forms(): readonly Form[] {
  return [
    { label: "Markdown", description: l10n.t("for a ticket"), format: "markdown", ending: "md" },
    { label: "HTML", description: l10n.t("a page that needs nothing but itself"), format: "html", ending: "html" },
  ]
}

/** A name of its own in the folder of the log. */
function beside(log: Uri, ending: string): Uri {
  return Uri.joinPath(log, "..", `${nameOf(log).replace(/\.[^.]*$/, "")}.report.${ending}`)
}
