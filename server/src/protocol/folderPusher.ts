import type { WorkspaceFullDocumentDiagnosticReport } from "vscode-languageserver"
import type { Folder } from "../documents/folder.ts"
import type { Session } from "./session.ts"

/** The reports of the logs that a client does not have as they are now. */
type Reports = (known: ReadonlyMap<string, string>) => readonly WorkspaceFullDocumentDiagnosticReport[]

/**
 * Sends the findings of closed logs to a client that does not ask for them. Which one asks, no ability tells, so it goes
 * on until the first question, and what was sent is taken back then: it comes with the answer.
 */
export class FolderPusher {
  readonly #session: Session
  readonly #folder: Folder
  readonly #reports: Reports
  /** What the client has, by address. */
  readonly #known = new Map<string, string>()
  #isStopped = false

  constructor(session: Session, folder: Folder, reports: Reports) {
    this.#session = session
    this.#folder = folder
    this.#reports = reports
  }

  /** Sends whatever there is and comes to be. */
  async start(): Promise<void> {
    while (!this.#isStopped && !this.#session.isShutDown) {
      for (const { uri, resultId = "", items } of this.#reports(this.#known)) {
        if (items.length > 0) this.#known.set(uri, resultId)
        else this.#known.delete(uri)
        void this.#session.connection.sendDiagnostics({ uri, diagnostics: [...items] })
      }
      await this.#folder.changed()
    }
  }

  /** The client asks for itself. */
  stop(): void {
    if (this.#isStopped) return
    this.#isStopped = true
    for (const uri of this.#known.keys()) this.#takeBack(uri)
    this.#folder.announce()
  }

  /** From now on the findings are those of the open log, which may go another way or under another name. */
  opened(uri: string): void {
    this.#takeBack(this.#session.addressOf(uri))
  }

  #takeBack(uri: string): void {
    if (this.#known.delete(uri)) void this.#session.connection.sendDiagnostics({ uri, diagnostics: [] })
  }
}
