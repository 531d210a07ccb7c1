import {
  Disposable,
  l10n,
  languages,
  Selection,
  type TextDocument,
  type TextEditor,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from "vscode"
import type { ViewedReport } from "../../server/src/features/report.ts"
import { pageMessage, pageState, reportPage } from "./reportPage.ts"
import type { Server } from "./server.ts"

/** Both hosts have it; the types of neither are the client's. */
declare const crypto: { randomUUID(): string }

/** The one view of reports. It goes with the log in front, its text and its cursor. */
export interface ReportView extends Disposable {
  /** Shows it beside the log, which keeps the focus: on the capture at a line, else on the one at the cursor. */
  show(log: Uri, line?: number): Promise<void>
}

/** What the view shows: a capture of a log, by the lines it has. */
interface Shown extends Pick<ViewedReport, "first" | "last"> {
  readonly log: string
}

/** Whether a document is a log, and no view of one. */
export function isLog({ languageId, uri }: TextDocument): boolean {
  return languageId === "dsreg" && !uri.scheme.startsWith("dsreg-")
}

/** The name by which a reader knows a log. */
export function nameOf(log: Uri): string {
  return log.path.split("/").at(-1) ?? ""
}

/** The view, not open yet. */
export function reportView(server: Server): ReportView {
  let panel: WebviewPanel | undefined
  let log: Uri | undefined
  let line = 0
  let shown: Shown | undefined
  /** Of answers that overtake each other the last one asked for counts. */
  let asked = 0

  const refresh = async (): Promise<void> => {
    if (!panel || !log) return
    const [number, uri] = [++asked, log.toString()]
    const report = await server.request<ViewedReport | null>("dsreg/report", { uri, line, name: nameOf(log) })
    if (number !== asked || !panel || !report) return
    shown = { log: uri, first: report.first, last: report.last }
    panel.title = titleOf(log)
    await panel.webview.postMessage({ html: report.html, log: uri, line })
  }
  const follow = async ({ document, selection }: TextEditor): Promise<void> => {
    if (!panel || !isLog(document)) return
    log = document.uri
    line = selection.active.line
    const isShown = shown?.log === log.toString() && line >= shown.first && line < Math.max(shown.last, shown.first + 1)
    if (isShown) await panel.webview.postMessage({ log: log.toString(), line })
    else await refresh()
  }
  const received = async (value: unknown): Promise<void> => {
    const message = pageMessage(value)
    if (message?.kind === "ready") await refresh()
    if (message?.kind === "line" && log) await reveal(log, message.line - 1)
  }
  const fill = (empty: WebviewPanel, title: string): void => {
    panel = empty
    empty.webview.options = OPTIONS
    empty.webview.onDidReceiveMessage(received)
    empty.onDidDispose(() => {
      if (panel !== empty) return
      panel = undefined
      shown = undefined
    })
    empty.webview.html = reportPage(title, crypto.randomUUID())
  }
  /** Takes a view that the window had before a reload; one whose log is gone goes too. */
  const restore = async (restored: WebviewPanel, value: unknown): Promise<void> => {
    const state = pageState(value)
    const uri = state && Uri.parse(state.log)
    if (panel || !uri || !(await isThere(uri))) return restored.dispose()
    log = uri
    line = state.line
    fill(restored, titleOf(uri))
  }

  const listeners = Disposable.from(
    window.onDidChangeTextEditorSelection(({ textEditor }) => follow(textEditor)),
    window.onDidChangeActiveTextEditor((editor) => editor && follow(editor)),
    window.registerWebviewPanelSerializer(VIEW, { deserializeWebviewPanel: restore }),
    // A restored view may be there before its text is known as a log.
    workspace.onDidOpenTextDocument((document) => isOf(document.uri) && isLog(document) && void refresh()),
    workspace.onDidChangeTextDocument(({ document }) => isOf(document.uri) && void refresh()),
    // A setting that weighs findings differently, and the logs beside this one, change no text.
    languages.onDidChangeDiagnostics(({ uris }) => uris.some(isOf) && void refresh()),
  )
  function isOf(uri: Uri): boolean {
    return uri.toString() === log?.toString()
  }
  return {
    show: async (uri, at) => {
      log = uri
      line = at ?? editorOf(uri)?.selection.active.line ?? 0
      if (panel) {
        panel.reveal(undefined, true)
        await refresh()
      } else {
        const place = { viewColumn: ViewColumn.Beside, preserveFocus: true }
        fill(window.createWebviewPanel(VIEW, titleOf(uri), place, OPTIONS), titleOf(uri))
      }
    },
    dispose: () => {
      listeners.dispose()
      panel?.dispose()
    },
  }
}

/** The name by which VS Code knows the view, also after a reload. */
const VIEW = "dsreg.report"

const OPTIONS = { enableScripts: true, localResourceRoots: [] }

/** Whether a document can be opened, which the platform says by throwing. */
async function isThere(uri: Uri): Promise<boolean> {
  try {
    await workspace.openTextDocument(uri)
    return true
  } catch {
    return false
  }
}

function titleOf(log: Uri): string {
  return l10n.t("Report on {0}", nameOf(log))
}

function editorOf(log: Uri): TextEditor | undefined {
  return window.visibleTextEditors.find(({ document }) => document.uri.toString() === log.toString())
}

/** Goes to a line of a log, in the editor that shows it. */
async function reveal(log: Uri, line: number): Promise<void> {
  const document = await workspace.openTextDocument(log)
  const { range, firstNonWhitespaceCharacterIndex } = document.lineAt(Math.min(line, document.lineCount - 1))
  const editor = await window.showTextDocument(document, { viewColumn: editorOf(log)?.viewColumn ?? ViewColumn.One })
  // From the end to the start, so that a long line is seen from its beginning.
  editor.selection = new Selection(range.end, range.start.translate(0, firstNonWhitespaceCharacterIndex))
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport)
}
