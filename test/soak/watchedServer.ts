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

/** The server as it is shipped, in a process of its own that tells what it holds. */
export class WatchedServer {
  readonly #process: ChildProcess
  readonly client: ProtocolConnection

  constructor() {
    const options = ["--expose-gc", "--import", "./test/soak/tellMemory.mjs", "dist/server.js", "--stdio"]
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
