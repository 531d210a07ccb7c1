import { commands, type Disposable, EventEmitter, type LogOutputChannel, l10n, window } from "vscode"
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient"

/** How the server is: `idle` before the first log is open. */
export type ServerState = "idle" | "starting" | "running" | "failed"

/** The part of the client's options by which the server watches over its own end. */
export type Handlers = Pick<
  LanguageClientOptions,
  "errorHandler" | "initializationFailedHandler" | "revealOutputChannelOn"
>

/** Ends of a running server that are mended silently, and the time in milliseconds they are counted in. */
const RESTARTS = 4
const RESTART_TIME = 180_000

/** The language server as the extension sees it: started when the first log is open, watched, restarted. */
export class Server implements Disposable {
  readonly #connect: (handlers: Handlers) => Promise<BaseLanguageClient>
  readonly #output: LogOutputChannel
  readonly #changed = new EventEmitter<ServerState>()
  readonly onDidChange = this.#changed.event
  #state: ServerState = "idle"
  #client: Promise<BaseLanguageClient | undefined> | undefined
  #ends: number[] = []
  /** Why it does not run, once it failed. */
  #reason = ""

  constructor(connect: (handlers: Handlers) => Promise<BaseLanguageClient>, output: LogOutputChannel) {
    this.#connect = connect
    this.#output = output
  }

  get state(): ServerState {
    return this.#state
  }

  /** Starts the server unless that was tried before; a start that failed is repeated by `restart` only. */
  start(): Promise<BaseLanguageClient | undefined> {
    // Not at once: who hears that it starts may ask for it too, and has to find this start instead of beginning another.
    this.#client ??= Promise.resolve().then(() => this.#started())
    return this.#client
  }

  async restart(): Promise<void> {
    await this.stop()
    this.#ends = []
    await this.start()
  }

  async stop(): Promise<void> {
    const client = await this.#client
    this.#client = undefined
    this.#set("idle")
    // Rejects where the server is no longer there to say goodbye, which is as good.
    await client?.dispose().catch(() => undefined)
  }

  /** Whether it runs, once it has started; where it does not, that is said again to whoever asked for something. */
  async runs(): Promise<boolean> {
    await this.start()
    if (this.#state !== "failed") return true
    void tell(this.#reason)
    return false
  }

  /** The server's answer; undefined where there is no server. */
  async request<Answer>(method: string, params: object): Promise<Answer | undefined> {
    const client = await this.start()
    return this.#state === "failed" ? undefined : client?.sendRequest<Answer>(method, params)
  }

  dispose(): void {
    this.#changed.dispose()
  }

  async #started(): Promise<BaseLanguageClient | undefined> {
    this.#set("starting")
    try {
      const { CloseAction, ErrorAction, RevealOutputChannelOn, State } = await import("vscode-languageclient")
      const broken = withReject()
      const client = await this.#connect({
        revealOutputChannelOn: RevealOutputChannelOn.Never,
        initializationFailedHandler: () => false,
        errorHandler: {
          error: (error) => {
            broken.reject(error)
            return { action: ErrorAction.Continue, handled: true }
          },
          closed: () => ({ action: this.#mends() ? CloseAction.Restart : CloseAction.DoNotRestart, handled: true }),
        },
      })
      // What the language client would show with a stack trace, `#fail` says in a sentence.
      client.error = (message, data, show) => {
        this.#output.error(message, ...(data === undefined ? [] : [data]))
        if (show === "force") this.#fail(data ?? message)
      }
      client.onDidChangeState(({ newState }) => {
        if (newState === State.Running) this.#set("running")
        if (newState === State.Starting) this.#set("starting")
      })
      // A worker whose script cannot be loaded only reports an error, and the start would wait forever.
      await Promise.race([client.start(), broken.promise])
      return client
    } catch (error) {
      this.#fail(error)
      return undefined
    }
  }

  /** The server is gone: whether to start it again silently. */
  #mends(): boolean {
    const now = Date.now()
    this.#ends = [...this.#ends.filter((end) => now - end < RESTART_TIME), now]
    if (this.#state === "running" && this.#ends.length <= RESTARTS) return true
    this.#fail(
      this.#state === "running" ? l10n.t("it ended several times in a row") : l10n.t("it ended before it was ready"),
    )
    return false
  }

  #fail(why: unknown): void {
    if (this.#state === "failed") return
    this.#set("failed")
    this.#reason = (why instanceof Error ? why.message : String(why)).replace(/\.$/, "")
    this.#output.error(l10n.t("The server does not run: {0}", this.#reason))
    void tell(this.#reason)
  }

  #set(state: ServerState): void {
    if (this.#state === state) return
    this.#state = state
    this.#changed.fire(state)
  }
}

/** A promise that is never kept, and the way to break it. */
function withReject(): { readonly promise: Promise<never>; readonly reject: (why: unknown) => void } {
  let reject: (why: unknown) => void = () => undefined
  const promise = new Promise<never>((_, rejected) => {
    reject = rejected
  })
  // Broken after the start it was raced with, nobody listens any more.
  promise.catch(() => undefined)
  return { promise, reject }
}

async function tell(reason: string): Promise<void> {
  const message = l10n.t(
    "The dsreg server does not run: {0}. Logs keep their colors but get no findings and no hovers.",
    reason,
  )
  const restart = { title: l10n.t("Restart Server"), command: "dsreg.restartServer" }
  const output = { title: l10n.t("Show Output"), command: "dsreg.showOutput" }
  const remedy = await window.showErrorMessage(message, restart, output)
  if (remedy) await commands.executeCommand(remedy.command)
}
