import { Diagnostic, DiagnosticSeverity, type Disposable, l10n, languages, Range, Uri, workspace } from "vscode"

/** Closed logs that are too large to be read, each with a word in the Problems panel while it is closed. */
export interface LeftOut extends Disposable {
  tell(logs: readonly Uri[]): void
  /** Takes the word back from these, or from all. */
  forget(logs?: readonly Uri[]): void
}

/** The one list of the window. */
export function leftOutLogs(): LeftOut {
  const told = languages.createDiagnosticCollection("dsreg-left-out")
  const large = new Set<string>()
  const tell = (uri: Uri): void => told.set(uri, [word()])
  const forget = (logs: readonly Uri[]): void => {
    for (const uri of logs) {
      large.delete(uri.toString())
      told.delete(uri)
    }
  }
  const closing = workspace.onDidCloseTextDocument(({ uri }) => large.has(uri.toString()) && tell(uri))
  // While it is open, its findings say more.
  const opening = workspace.onDidOpenTextDocument(({ uri }) => told.delete(uri))
  const watcher = workspace.createFileSystemWatcher("**", true, true)
  watcher.onDidDelete((gone) => {
    const address = gone.toString()
    forget([...large].filter((one) => one === address || one.startsWith(`${address}/`)).map((one) => Uri.parse(one)))
  })
  return {
    tell: (logs) => {
      for (const uri of logs) {
        large.add(uri.toString())
        tell(uri)
      }
    },
    forget: (logs) => {
      forget(logs ?? [...large].map((one) => Uri.parse(one)))
    },
    dispose: () => {
      told.dispose()
      closing.dispose()
      opening.dispose()
      watcher.dispose()
    },
  }
}

function word(): Diagnostic {
  const message = l10n.t("This log is too large to be read while it is closed. Open it to see what fails.")
  const diagnostic = new Diagnostic(new Range(0, 0, 0, 0), message, DiagnosticSeverity.Information)
  diagnostic.source = "dsreg"
  return diagnostic
}
