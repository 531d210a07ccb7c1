import { Disposable, type LanguageStatusItem, LanguageStatusSeverity, l10n, languages, window } from "vscode"
import { FAILING_SCHEME } from "./failingLines.ts"
import type { Server } from "./server.ts"

/** What the server says a log comes to. */
interface Status {
  readonly verdict: string
  readonly summary: string
  readonly capture?: string
  readonly severity: "error" | "warning" | "info"
}

const SEVERITIES: Readonly<Record<Status["severity"], LanguageStatusSeverity>> = {
  error: LanguageStatusSeverity.Error,
  warning: LanguageStatusSeverity.Warning,
  info: LanguageStatusSeverity.Information,
}

/**
 * Shows beside the language of the log in front what it comes to. Asks the server when another log comes to the
 * front and when the findings of this one changed, not at each key.
 */
export function verdictItem(server: Server): Disposable {
  let item: LanguageStatusItem | undefined
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
      item.text = status.summary
      item.accessibilityInformation = { label: status.verdict }
      item.detail = status.capture ?? ""
      item.severity = SEVERITIES[status.severity]
      item.command =
        status.severity === "info" ? undefined : { command: "dsreg.nextFailure", title: l10n.t("Next Failure") }
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

function newItem(): LanguageStatusItem {
  const item = languages.createLanguageStatusItem("dsreg.verdict", { language: "dsreg" })
  item.name = l10n.t("Verdict of the log")
  return item
}
