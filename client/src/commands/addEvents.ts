import { env, l10n, type QuickPickItem, type TextDocument, type Uri, window, workspace } from "vscode"
import type { WithEvents } from "../../../server/src/core/log/withEvents.ts"
import { isBinaryEvents } from "../../../server/src/core/text/binaryEvents.ts"
import { fileText } from "../../../server/src/core/text/fileText.ts"
import { nameOf } from "../logText.ts"
import type { Server } from "../server.ts"
import { logFrom } from "./showReport.ts"

/** Where events come from, and how their text is got; undefined where nobody named any, or they cannot be read. */
interface Choice extends QuickPickItem {
  readonly text: () => Promise<string | undefined>
}

/** Opens a log together with events as one new document, which is read as one log; the originals stay as they are. */
export async function addEvents(server: Server, argument: unknown): Promise<void> {
  const uri = logFrom(argument)
  const log = uri && (await workspace.openTextDocument(uri))
  if (!log) {
    void window.showInformationMessage(l10n.t("No log is open. Open the saved log first."))
    return
  }
  const choice = await window.showQuickPick(choices(log), {
    placeHolder: l10n.t("Events of Event Viewer or wevtutil, as text or XML, to read with {0}", nameOf(log.uri)),
  })
  const events = await choice?.text()
  if (events === undefined) return
  const joined = await server.request<WithEvents>("dsreg/withEvents", { log: log.getText(), events })
  if (!joined) return
  if (joined.events === 0) {
    void window.showInformationMessage(
      l10n.t("No events are in that text. Copy them in Event Viewer as text, or export them with wevtutil."),
    )
    return
  }
  const document = await workspace.openTextDocument({ language: "dsreg", content: joined.text })
  await window.showTextDocument(document, { preview: false })
  window.setStatusBarMessage(l10n.t("{0} events from line {1} on", joined.events, joined.firstLine + 1), 8000)
}

function choices(log: TextDocument): Choice[] {
  const open = workspace.textDocuments.filter(
    (document) => document !== log && ["file", "untitled", "vscode-remote", "vscode-vfs"].includes(document.uri.scheme),
  )
  return [
    { label: l10n.t("From the clipboard"), text: async () => env.clipboard.readText() },
    { label: l10n.t("From a file…"), text: fromFile },
    ...open.map((document) => ({
      label: nameOf(document.uri),
      description: workspace.asRelativePath(document.uri),
      text: async () => document.getText(),
    })),
  ]
}

async function fromFile(): Promise<string | undefined> {
  const [file] = (await window.showOpenDialog({ openLabel: l10n.t("Add Events") })) ?? []
  return file && textOf(file)
}

async function textOf(file: Uri): Promise<string | undefined> {
  const bytes = await workspace.fs.readFile(file)
  if (!isBinaryEvents(bytes)) return fileText(bytes)
  void window.showErrorMessage(
    l10n.t(
      "{0} is a binary event log. Save it as text or XML in Event Viewer, or run: {1}",
      nameOf(file),
      `wevtutil qe "${nameOf(file)}" /lf:true /f:text`,
    ),
  )
  return undefined
}
