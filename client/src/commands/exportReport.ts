import { l10n, type QuickPickItem, Uri, window, workspace } from "vscode"
import type { ReportFormat } from "../../../server/src/core/report/formats/formats.ts"
import { nameOf } from "../reportView.ts"
import { saved } from "../saved.ts"
import type { Server } from "../server.ts"
import { logFrom } from "./showReport.ts"

/** Saves what is told of a log where its reader chooses, in a form that its reader chooses. */
export async function exportReport(server: Server, argument: unknown): Promise<void> {
  const log = logFrom(argument)
  if (!log) {
    void window.showInformationMessage(l10n.t("No log is open. Open the saved log first."))
    return
  }
  const title = l10n.t("Export the report on {0}", nameOf(log))
  const form = await window.showQuickPick(forms(), { title })
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
  const suggested = beside(log, form.ending)
  await saved(text, { title, ...(suggested && { defaultUri: suggested }), filters: { [form.label]: [form.ending] } })
}

interface Form extends QuickPickItem {
  readonly format: ReportFormat
  readonly ending: string
}

function forms(): readonly Form[] {
  return [
    { label: "Markdown", description: l10n.t("for a ticket"), format: "markdown", ending: "md" },
    { label: "HTML", description: l10n.t("a page that needs nothing but itself"), format: "html", ending: "html" },
    { label: "JSON", description: l10n.t("for a program of your own"), format: "json", ending: "json" },
    { label: "SARIF", description: l10n.t("for tools that show findings"), format: "sarif", ending: "sarif" },
    { label: "CSV", description: l10n.t("for a spreadsheet, a row a log"), format: "csv", ending: "csv" },
  ]
}

/** A name of its own in the folder of the log; one that was never saved has none. */
function beside(log: Uri, ending: string): Uri | undefined {
  const name = `${nameOf(log).replace(/\.[^.]*$/, "")}.report.${ending}`
  const folder = log.scheme === "untitled" ? workspace.workspaceFolders?.[0]?.uri : Uri.joinPath(log, "..")
  return folder && Uri.joinPath(folder, name)
}
