import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import {
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node"

/** What a process holds after its garbage was collected, in MB. */
export interface Memory {
  readonly heap: number
  readonly resident: number
}

/**
 * What an engine compiles for speed, and remembers about it, comes and goes with its own guesses: a megabyte and a half
 * that says nothing of the server. Without its optimizing compilers what is held is the server's.
 */
export const PLAIN = ["--no-opt", "--no-maglev", "--no-sparkplug"]

/** The server as it is shipped, in a process of its own that tells what it holds. */
export class WatchedServer {
  readonly #process: ChildProcess
  readonly client: ProtocolConnection

  /** `flags` are for the engine. */
  constructor(flags: readonly string[] = []) {
    const options = [...flags, "--expose-gc", "--import", "./test/soak/tellMemory.mjs", "dist/server.js", "--stdio"]
    this.#process = spawn(process.execPath, options, { stdio: ["pipe", "pipe", "inherit", "ipc"] })
    const { stdin, stdout } = this.#process
    if (!stdin || !stdout) throw new Error("no pipes to the server")
    this.client = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin))
    this.client.listen()
  }

  async start(): Promise<void> {
    await this.client.sendRequest("initialize", {
      processId: process.pid,
      rootUri: null,
      capabilities: { textDocument: { diagnostic: {} } },
    })
    await this.client.sendNotification("initialized", {})
  }

  async memory(): Promise<Memory> {
    const answer = once(this.#process, "message")
    this.#process.send({})
    const [memory] = await answer
    return memory as Memory
  }

  async stop(): Promise<void> {
    const end = once(this.#process, "exit")
    await this.client.sendRequest("shutdown")
    await this.client.sendNotification("exit")
    this.#process.disconnect()
    await end
    this.client.dispose()
  }
}
