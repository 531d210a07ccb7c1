import { Disposable, l10n, languages, StatusBarAlignment, type StatusBarItem, window } from "vscode"
import { FAILING_SCHEME } from "./failingLines.ts"
import type { Server } from "./server.ts"

/** What the server says a log comes to. */
interface Status {
  readonly verdict: string
  readonly summary: string
  readonly line: number
  readonly capture?: string
  readonly severity: "error" | "warning" | "info"
}

const ICONS: Readonly<Record<Status["severity"], string>> = {
  error: "$(error)",
  warning: "$(warning)",
  info: "$(info)",
}

/**
 * Shows in the status bar what the log in front comes to; a click shows its report. Asks the server when another log comes to the
 * front and when the findings of this one changed, not at each key.
 */
export function verdictItem(server: Server): Disposable {
  let item: StatusBarItem | undefined
  /** The latest question; an answer to an older one comes too late. */
  let asked = 0

  const show = async (): Promise<void> => {
    const question = ++asked
    const document = window.activeTextEditor?.document
    const isLog = document?.languageId === "dsreg" && document.uri.scheme !== FAILING_SCHEME
    const status = isLog && (await server.request<Status | null>("dsreg/status", { uri: document.uri.toString() }))
    if (question !== asked) return
    if (status) {
      item ??= newItem()
      item.text = `${ICONS[status.severity]} ${status.summary}`
      const title = l10n.t("Show Report")
      item.tooltip = `${status.capture ? `${status.verdict} (${status.capture})` : status.verdict}\n${title}`
      item.accessibilityInformation = { label: status.verdict }
      item.command = { command: "dsreg.showReport", title, arguments: [document.uri.toString(), status.line] }
      item.show()
    } else {
      item?.dispose()
      item = undefined
    }
  }

  void show()
  return Disposable.from(
    window.onDidChangeActiveTextEditor(show),
    languages.onDidChangeDiagnostics(({ uris }) => {
      const front = window.activeTextEditor?.document.uri.toString()
      if (uris.some((uri) => uri.toString() === front)) void show()
    }),
    { dispose: () => item?.dispose() },
  )
}

/** Left, behind the counts of findings, where there is most room. */
function newItem(): StatusBarItem {
  const item = window.createStatusBarItem("dsreg.verdict", StatusBarAlignment.Left, -1)
  item.name = l10n.t("Verdict of the log")
  return item
}
