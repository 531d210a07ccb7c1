import type { CancellationToken, Connection, TextDocumentIdentifier } from "vscode-languageserver"
import type { Reading } from "../documents/chunk.ts"
import type { PositionEncoding } from "../documents/lines.ts"
import type { LogDocument } from "../documents/logDocument.ts"
import { ErrorCodes, LSPErrorCodes, RAL, ResponseError } from "../features/lsp.ts"
import { defaultSettings, type Settings, settingsFrom } from "../features/settings.ts"
import { Breather } from "./breather.ts"
import { type ClientAbilities, clientAbilities } from "./clientAbilities.ts"
import type { Host } from "./host.ts"

/** How long answers wait for the settings of a client, in milliseconds, before they go by what is known. */
const PATIENCE = 1_000

/** Parameters of a request about an open document. */
export interface About {
  readonly textDocument: TextDocumentIdentifier
}

/** What a server knows while it serves one client: its abilities, its settings and its open documents. */
export class Session {
  readonly connection: Connection
  readonly host: Host
  /** How logs are read; in what characters are counted is agreed on before the first log comes. */
  readonly reading: Reading & { encoding: PositionEncoding }
  readonly documents = new Map<string, LogDocument>()
  client: ClientAbilities = clientAbilities({})
  /** The addresses of the workspace's folders, for who reads them. */
  folders: readonly string[] = []
  /** Keeps the results of this session apart from those of a server that ran before. */
  readonly #name = Date.now().toString(36)
  readonly #logged = new Set<string>()
  #settings: Settings = defaultSettings
  #settingsVersion = 0
  #settled: Promise<void> = Promise.resolve()
  #isShutDown = false

  constructor(connection: Connection, host: Host) {
    this.connection = connection
    this.host = host
    this.reading = { read: host.read, encoding: "utf-16" }
  }

  get settings(): Settings {
    return this.#settings
  }

  /** Rises with every change of the settings, so that an answer can be known as still true. */
  get settingsVersion(): number {
    return this.#settingsVersion
  }

  /** Kept once the settings are known that were asked for last, or the client took too long to tell them. */
  get settled(): Promise<void> {
    return this.#settled
  }

  get isShutDown(): boolean {
    return this.#isShutDown
  }

  /** The address that a closed log has in the folder's index, which a client may write in another way. */
  addressOf(uri: string): string {
    return this.client.readsLogs ? uri : (this.host.files?.addressOf(uri) ?? uri)
  }

  /** The addresses of what is open, as closed logs have them. */
  openAddresses(): ReadonlySet<string> {
    return new Set(Array.from(this.documents.keys(), (uri) => this.addressOf(uri)))
  }

  /** Names what is answered about a document as it is now, by the settings as they are: nothing else has this name. */
  resultId({ revision }: LogDocument): string {
    return `${this.#name}.${revision}.${this.#settingsVersion}`
  }

  /** Takes a section `dsreg` of settings, as a client sent it. */
  use(section: unknown): void {
    this.#settings = settingsFrom(section)
    this.#settingsVersion++
  }

  /**
   * Asks the client for its settings, and resolves with its answer; one that cannot say keeps what is known. Answers
   * wait for that, but not for ever, for there are clients that never answer; `late` is called where one comes after
   * some were given without it.
   */
  readSettings(late: () => void = () => undefined): Promise<void> {
    const answered = this.connection.workspace.getConfiguration("dsreg").then(
      (section) => this.use(section),
      (error) => this.log("settings", error),
    )
    this.#settled = new Promise((resolve) => {
      let isLate = false
      const timer = RAL().timer.setTimeout(() => {
        isLate = true
        resolve()
      }, PATIENCE)
      void answered.then(() => {
        timer.dispose()
        resolve()
        if (isLate) late()
      })
    })
    return answered
  }

  /** From now on requests are refused. */
  shutDown(): void {
    this.#isShutDown = true
  }

  /** Answers requests about an open document by a feature; `empty` for one that is not open. */
  about<Params extends About, Answer>(
    what: string,
    empty: Answer,
    feature: (document: LogDocument, params: Params) => Answer,
  ): (params: Params, token: CancellationToken) => Answer {
    return this.answer(what, (params) => {
      const document = this.documents.get(uriOf(params))
      return document ? feature(document, params) : empty
    })
  }

  /** The same by a feature that heeds the settings or goes through all of a log: it waits until they are known. */
  settledAbout<Params extends About, Answer>(
    what: string,
    empty: Answer,
    feature: (document: LogDocument, settings: Settings, params: Params) => Answer,
  ): (params: Params, token: CancellationToken) => Promise<Answer> {
    const answer = this.about<Params, Answer>(what, empty, (document, params) =>
      feature(document, this.#settings, params),
    )
    return async (params, token) => {
      await this.prepared(params, token)
      return answer(params, token)
    }
  }

  /**
   * Waits for the settings, and reads a log capture by capture with pauses, in which others have their turn and the one
   * who asked can think better of it; what was read is remembered. A log that changes meanwhile is read as it is then.
   */
  async prepared(about: About, token?: CancellationToken): Promise<void> {
    const uri = uriOf(about)
    await this.#settled
    this.refuse(token)
    const breather = new Breather()
    for (let revision: number | undefined; ; ) {
      const document = this.documents.get(uri)
      if (!document || document.revision === revision) return
      revision = document.revision
      for (const read of readings(document)) {
        if (!read) return
        if (!breather.isDue) continue
        await breather.breathe()
        this.refuse(token)
        if (document.revision !== revision) break
      }
    }
  }

  /** Throws the answer to who should get none: after `shutdown`, and to a request that was cancelled. */
  refuse(token?: CancellationToken): void {
    if (this.#isShutDown) throw new ResponseError(ErrorCodes.InvalidRequest, "The server is shut down")
    if (token?.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "Cancelled")
  }

  /** Work that nobody waits for; what breaks in it is a line in the log. */
  aside(what: string, work: Promise<unknown>): void {
    work.catch((error) => {
      if (!this.#isShutDown) this.log(what, error)
    })
  }

  /**
   * The boundary around a request: a fault of ours becomes an error of the protocol and a line in the log, never an
   * empty answer, which would look as if all were well. What was cancelled while it waited is not worked out.
   */
  answer<Params, Answer>(
    what: string,
    work: (params: Params) => Answer,
  ): (params: Params, token?: CancellationToken) => Answer {
    return (params, token) => {
      this.refuse(token)
      const fail = (error: unknown): never => {
        if (error instanceof ResponseError) throw error
        this.log(what, error)
        throw new ResponseError(ErrorCodes.InternalError, `No ${what}: a fault in dsreg`)
      }
      try {
        const answer = work(params)
        // What is made as a stream comes later, and breaks later.
        return answer instanceof Promise ? (answer.catch(fail) as Answer) : answer
      } catch (error) {
        return fail(error)
      }
    }
  }

  /** For what a client is asked to do, and nothing waits for: one that refuses is served on, with a line in the log. */
  unlessRefused(what: string, answer: Promise<unknown>): void {
    answer.catch((error) => this.connection.console.warn(`${what}: ${error instanceof Error ? error.message : error}`))
  }

  /** Writes what was thrown into the log, with its stack. */
  log(what: string, error: unknown): void {
    this.connection.console.error(`${what}: ${stackOf(error)}`)
  }

  /** The same once for what breaks again and again, with each capture of a log. */
  logOnce(what: string, error: unknown): void {
    const key = `${what}: ${stackOf(error)}`
    if (this.#logged.has(key)) return
    if (this.#logged.size >= MOST_LOGGED) this.#logged.clear()
    this.#logged.add(key)
    this.log(what, error)
  }
}

/** The document that a request is about, where the client named one. */
function uriOf(params: Partial<About> | undefined): string {
  const uri: unknown = params?.textDocument?.uri
  if (typeof uri === "string") return uri
  throw new ResponseError(ErrorCodes.InvalidParams, "`textDocument.uri` is missing")
}

/** What each place that a request can be about is made of. */
const PLACES = {
  position: isPosition,
  positions: (value: unknown) => Array.isArray(value) && value.every(isPosition),
  range: isRange,
} as const

/** The place that a request is about; refused where the client named none. */
export function named<Params extends object, Name extends keyof typeof PLACES & keyof Params>(
  params: Params,
  name: Name,
): Params[Name] {
  const value = params[name]
  if (PLACES[name](value)) return value
  throw new ResponseError(ErrorCodes.InvalidParams, `\`${name}\` is missing`)
}

function isPosition(value: unknown): boolean {
  const { line, character } = (value ?? {}) as Readonly<Record<string, unknown>>
  return Number.isInteger(line) && Number.isInteger(character)
}

function isRange(value: unknown): boolean {
  const { start, end } = (value ?? {}) as Readonly<Record<string, unknown>>
  return isPosition(start) && isPosition(end)
}

/** Reads a document in steps, each of which says whether all is well: what breaks, breaks again where somebody asks. */
function* readings(document: LogDocument): Iterable<boolean> {
  try {
    for (const { chunk } of document.chunks) yield chunk.diagnosis !== undefined
  } catch {
    yield false
  }
}

/** As many faults are remembered as told. */
const MOST_LOGGED = 1_000

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
