import type { Connection } from "vscode-languageserver"
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser"

/** Serves the page that started this worker. */
export function connect(serve: (connection: Connection) => void): void {
  const worker = self as unknown as DedicatedWorkerGlobalScope
  serve(createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker)))
}
