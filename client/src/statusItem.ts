import { type Command, type Disposable, LanguageStatusSeverity, languages } from "vscode"
import type { Server, ServerState } from "./server.ts"

/** How the status of a log's language looks in one state of the server. */
interface Look {
  readonly detail: string
  readonly busy: boolean
  readonly severity: LanguageStatusSeverity
  readonly command: Command
}

const restart: Command = { command: "dsreg.restartServer", title: "Restart Server" }
const output: Command = { command: "dsreg.showOutput", title: "Show Output" }

const STARTING: Look = {
  detail: "server is starting",
  busy: true,
  severity: LanguageStatusSeverity.Information,
  command: output,
}

const LOOKS: Readonly<Record<ServerState, Look>> = {
  idle: STARTING,
  starting: STARTING,
  running: { ...STARTING, detail: "server is running", busy: false },
  failed: { detail: "server does not run", busy: false, severity: LanguageStatusSeverity.Error, command: restart },
}

/** Shows beside the language of a log whether its server runs. */
export function statusItem(server: Server): Disposable {
  const item = languages.createLanguageStatusItem("dsreg.server", { language: "dsreg" })
  item.name = "dsreg"
  item.text = "dsreg"
  const show = (state: ServerState): void => {
    Object.assign(item, LOOKS[state])
  }
  show(server.state)
  server.onDidChange(show)
  return item
}
