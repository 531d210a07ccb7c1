import { type Command, type Disposable, LanguageStatusSeverity, l10n, languages } from "vscode"
import type { Server, ServerState } from "./server.ts"

/** How the status of a log's language looks in one state of the server. */
interface Look {
  readonly detail: string
  readonly busy: boolean
  readonly severity: LanguageStatusSeverity
  readonly command: Command
}

/** Shows beside the language of a log whether its server runs. */
export function statusItem(server: Server): Disposable {
  const item = languages.createLanguageStatusItem("dsreg.server", { language: "dsreg" })
  item.name = "dsreg"
  item.text = "dsreg"
  const looks = looksOfStates()
  const show = (state: ServerState): void => {
    Object.assign(item, looks[state])
  }
  show(server.state)
  server.onDidChange(show)
  return item
}

/** Not a constant: what is said here is said in the user's language. */
function looksOfStates(): Readonly<Record<ServerState, Look>> {
  const restart: Command = { command: "dsreg.restartServer", title: l10n.t("Restart Server") }
  const output: Command = { command: "dsreg.showOutput", title: l10n.t("Show Output") }
  const severity = LanguageStatusSeverity.Information
  const starting: Look = { detail: l10n.t("server is starting"), busy: true, severity, command: output }
  return {
    idle: starting,
    starting,
    running: { ...starting, detail: l10n.t("server is running"), busy: false },
    failed: {
      detail: l10n.t("server does not run"),
      busy: false,
      severity: LanguageStatusSeverity.Error,
      command: restart,
    },
  }
}
