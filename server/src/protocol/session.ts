import type { Connection, TextDocumentIdentifier } from "vscode-languageserver"
import type { LogDocument } from "../documents/logDocument.ts"
import { defaultSettings, type Settings, settingsFrom } from "../features/settings.ts"
import { type ClientAbilities, clientAbilities } from "./clientAbilities.ts"

/** What a server knows while it serves one client: its abilities, its settings and its open documents. */
export class Session {
  readonly connection: Connection
  readonly documents = new Map<string, LogDocument>()
  client: ClientAbilities = clientAbilities({})
  #settings: Settings = defaultSettings
  #settingsVersion = 0
  #settled: Promise<void> = Promise.resolve()

  constructor(connection: Connection) {
    this.connection = connection
  }

  get settings(): Settings {
    return this.#settings
  }

  /** Rises with every change of the settings, so that an answer can be known as still true. */
  get settingsVersion(): number {
    return this.#settingsVersion
  }

  /** Kept once the settings are known that were asked for last. */
  get settled(): Promise<void> {
    return this.#settled
  }

  /** Takes a section `dsreg` of settings, as a client sent it. */
  use(section: unknown): void {
    this.#settings = settingsFrom(section)
    this.#settingsVersion++
  }

  /** Asks the client for its settings; one that cannot say keeps what is known. */
  readSettings(): Promise<void> {
    this.#settled = this.connection.workspace.getConfiguration("dsreg").then(
      (section) => this.use(section),
      (error) => this.connection.console.error(`settings: ${error instanceof Error ? error.message : String(error)}`),
    )
    return this.#settled
  }

  /** The answer of a feature about an open document; empty for one that is not open. */
  about<Answer>(
    what: string,
    { uri }: TextDocumentIdentifier,
    empty: Answer,
    feature: (document: LogDocument) => Answer,
  ): Answer {
    const document = this.documents.get(uri)
    return document ? this.guarded(what, empty, () => feature(document)) : empty
  }

  /** The same for a feature that heeds the settings: it waits until they are known. */
  async settledAbout<Answer>(
    what: string,
    log: TextDocumentIdentifier,
    empty: Answer,
    feature: (document: LogDocument, settings: Settings) => Answer,
  ): Promise<Answer> {
    await this.#settled
    return this.about(what, log, empty, (document) => feature(document, this.#settings))
  }

  /** The one place that handles trouble: a fault becomes a line in the log, and the client gets an empty answer. */
  guarded<Answer>(what: string, empty: Answer, answer: () => Answer): Answer {
    try {
      return answer()
    } catch (error) {
      const why = error instanceof Error ? (error.stack ?? error.message) : String(error)
      this.connection.console.error(`${what}: ${why}`)
      return empty
    }
  }
}
