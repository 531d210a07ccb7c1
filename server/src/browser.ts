import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser"
import type { Host } from "./protocol/host.ts"

/** Serves the page that started this worker. */
export function connect(serve: (host: Host) => void): void {
  const worker = self as unknown as DedicatedWorkerGlobalScope
  serve({
    reader: new BrowserMessageReader(worker),
    writer: new BrowserMessageWriter(worker),
    connect: (reader, writer) => createConnection(reader, writer),
    // A worker ends with its page, and its messages cannot be cut.
    closed: () => undefined,
    lost: () => undefined,
  })
}
