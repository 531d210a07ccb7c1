import { type ChildProcess, spawn } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Readable, Writable } from "node:stream"
import { builtFile } from "./built.ts"

/** A message as it went over the wire. */
export interface Message {
  readonly id?: number | string | null
  readonly method?: string
  // biome-ignore lint/suspicious/noExplicitAny: whatever a server sends, which each test looks at in its own way
  readonly params?: any
  // biome-ignore lint/suspicious/noExplicitAny: the same
  readonly result?: any
  readonly error?: { readonly code: number; readonly message: string }
}

/** A process that runs the server as it is shipped. */
export interface ServerProcess {
  readonly process: ChildProcess
  /** The exit code, once it ended. */
  readonly ended: Promise<number | null>
  /** What it wrote to standard error until now. */
  readonly errors: () => string
}

let file: Promise<string> | undefined

/** The server as one file, as it is shipped; gone after the tests. */
export function serverFile(): Promise<string> {
  file ??= written()
  return file
}

async function written(): Promise<string> {
  const { text } = await builtFile("dist/server.js")
  const folder = mkdtempSync(join(tmpdir(), "dsreg-server-"))
  // A hook would belong to the test that happens to ask first.
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, "server.js")
  writeFileSync(path, text)
  return path
}

/** Starts the server with these arguments. */
export async function started(args: readonly string[], isIpc = false): Promise<ServerProcess> {
  const stdio = isIpc ? (["ignore", "ignore", "pipe", "ipc"] as const) : (["pipe", "pipe", "pipe"] as const)
  const child = spawn(process.execPath, [await serverFile(), ...args], { stdio: [...stdio] })
  let errors = ""
  child.stderr?.setEncoding("utf8").on("data", (text) => {
    errors += text
  })
  // A server that ends reads no more of what a test writes.
  child.stdin?.on("error", () => undefined)
  // With a channel that was closed the later event never comes.
  const ended = new Promise<number | null>((resolve) => child.once(isIpc ? "exit" : "close", resolve))
  return { process: child, ended, errors: () => errors }
}

/** A server that says nothing for so long, in milliseconds, has nothing to say: a test fails then and does not hang. */
const PATIENCE = 120_000

/** A client of raw frames: it sends what it is told to and keeps what comes, and knows no protocol. */
export class RawClient {
  readonly #output: Writable
  readonly #received: Message[] = []
  #rest = Buffer.alloc(0)
  readonly #tell: (() => void)[] = []
  #id = 0
  #isClosed = false

  constructor(input: Readable, output: Writable) {
    this.#output = output
    input.on("data", (bytes: Buffer) => this.#take(bytes))
    input.on("close", () => {
      this.#isClosed = true
      this.#wake()
    })
  }

  /** Everything that came so far, in its order. */
  get received(): readonly Message[] {
    return this.#received
  }

  /** Writes bytes as they are. */
  write(bytes: string | Uint8Array): void {
    this.#output.write(bytes)
  }

  /** Sends messages in one piece. */
  send(...messages: readonly object[]): void {
    this.write(messages.map((message) => frame(JSON.stringify({ jsonrpc: "2.0", ...message }))).join(""))
  }

  notify(method: string, params?: object): void {
    this.send({ method, ...(params && { params }) })
  }

  /** Sends a request and resolves with the whole answer, whether it is a result or an error. */
  request(method: string, params?: object): Promise<Message> {
    const id = ++this.#id
    this.send({ id, method, ...(params && { params }) })
    return this.answer(id)
  }

  /** The answer to a request, once it is there. */
  answer(id: number | string | null): Promise<Message> {
    return this.come((message) => message.method === undefined && message.id === id)
  }

  /** The first message that is as it is wanted, of those that came and those that come; `from` leaves out older ones. */
  async come(isWanted: (message: Message) => boolean, from = 0): Promise<Message> {
    for (;;) {
      const found = this.#received.slice(from).find(isWanted)
      if (found) return found
      if (this.#isClosed) throw new Error("The server is gone, and nothing more will come")
      await this.#more()
    }
  }

  #take(bytes: Buffer): void {
    this.#rest = Buffer.concat([this.#rest, bytes])
    for (;;) {
      const head = this.#rest.indexOf("\r\n\r\n")
      const length = Number(/content-length: *(\d+)/i.exec(this.#rest.toString("latin1", 0, Math.max(0, head)))?.[1])
      if (head < 0 || this.#rest.length < head + 4 + length) return
      this.#received.push(JSON.parse(this.#rest.toString("utf8", head + 4, head + 4 + length)))
      this.#rest = this.#rest.subarray(head + 4 + length)
      this.#wake()
    }
  }

  /** Resolves with the next message. */
  #more(): Promise<void> {
    return new Promise((resolve, reject) => {
      const tooLong = () => reject(new Error(`Nothing came for ${PATIENCE} ms`))
      const timer = setTimeout(tooLong, PATIENCE)
      this.#tell.push(() => {
        clearTimeout(timer)
        resolve()
      })
    })
  }

  #wake(): void {
    for (const resolve of this.#tell.splice(0)) resolve()
  }
}

/** A text as a frame of the protocol. */
export function frame(text: string): string {
  return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`
}
