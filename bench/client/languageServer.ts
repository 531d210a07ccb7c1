import { type ChildProcess, spawn } from "node:child_process"
import { FrameReader, frame } from "./frames.ts"

/** What a server said to a request, and how long it took: from the first byte sent to the last byte of the answer. */
export interface Answer {
  readonly milliseconds: number
  readonly result: unknown
}

/** A message that awaits no answer. */
export interface Notification {
  readonly method: string
  readonly params: object
}

/** A request whose answer has not come. */
interface Waiting {
  readonly since: number
  readonly answered: (answer: Answer) => void
  readonly failed: (error: Error) => void
}

/**
 * A language server in a process of its own, spoken to over its standard streams. Nothing stands between the bytes and
 * the clock: messages are written out before it starts, and answers are read after it stopped.
 */
export class LanguageServer {
  readonly #process: ChildProcess
  readonly #started = performance.now()
  readonly #waiting = new Map<number, Waiting>()
  readonly #ended: Promise<void>
  #lastId = 0

  constructor(readonly file: string) {
    this.#process = spawn(process.execPath, [file, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] })
    const reader = new FrameReader((body) => this.#take(body, performance.now()))
    this.#process.stdout?.on("data", (bytes: Buffer) => reader.take(bytes))
    this.#ended = new Promise((resolve) => {
      this.#process.on("close", (code) => {
        this.#fail(`it ended with ${code}`)
        resolve()
      })
    })
  }

  /** The number of the process; 0 where it could not start. */
  get processId(): number {
    return this.#process.pid ?? 0
  }

  /** Asks for a request; notifications that are given go out right before it and count in its time. */
  ask(method: string, params: object | undefined, ...before: readonly Notification[]): Promise<Answer> {
    return this.#send(method, params, before)
  }

  /** Says hello; the time of the answer is counted from the start of the process. */
  async initialize(): Promise<Answer> {
    const params = { processId: process.pid, rootUri: null, capabilities: CLIENT, initializationOptions: {} }
    const answer = await this.#send("initialize", params, [], this.#started)
    this.#process.stdin?.write(frame({ method: "initialized", params: {} }))
    return answer
  }

  /** Says goodbye and waits for the end of the process, which is ended where it does not end by itself. */
  async stop(): Promise<void> {
    await this.ask("shutdown", undefined)
    this.#process.stdin?.write(frame({ method: "exit" }))
    const late = setTimeout(() => this.#process.kill(), 2_000)
    await this.#ended
    clearTimeout(late)
  }

  #send(method: string, params: object | undefined, before: readonly Notification[], since?: number): Promise<Answer> {
    const id = ++this.#lastId
    const bytes = Buffer.concat([...before.map(frame), frame({ id, method, ...(params && { params }) })])
    return new Promise((answered, failed) => {
      this.#waiting.set(id, { since: since ?? performance.now(), answered, failed })
      this.#process.stdin?.write(bytes)
    })
  }

  /** A server in trouble is no measure: whoever waits for it learns why. */
  #fail(why: string | undefined): void {
    for (const { failed } of this.#waiting.values()) failed(new Error(`${this.file}: ${why}`))
    this.#waiting.clear()
  }

  #take(body: Buffer, at: number): void {
    const message = JSON.parse(body.toString()) as Message
    if (message.method !== undefined) {
      if (message.id !== undefined) this.#process.stdin?.write(frame({ id: message.id, result: null }))
      if (message.params?.type === ERROR) this.#fail(message.params.message)
      return
    }
    const waiting = this.#waiting.get(Number(message.id))
    this.#waiting.delete(Number(message.id))
    if (message.error) waiting?.failed(new Error(`${this.file}: ${message.error.message}`))
    else waiting?.answered({ milliseconds: at - waiting.since, result: message.result })
  }
}

/** The kind of `window/logMessage` and `window/showMessage` that tells of an error. */
const ERROR = 1

/** What a server sends: an answer, a request or a notification. */
interface Message {
  readonly id?: number | string
  readonly method?: string
  readonly params?: { readonly type?: number; readonly message?: string }
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

/** What the client announces: it pulls diagnostics, and takes symbols as a tree. */
const CLIENT = {
  textDocument: {
    synchronization: {},
    diagnostic: {},
    hover: { contentFormat: ["markdown"] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    foldingRange: {},
    semanticTokens: {
      requests: { full: { delta: true }, range: true },
      tokenTypes: [],
      tokenModifiers: [],
      formats: ["relative"],
    },
  },
}
