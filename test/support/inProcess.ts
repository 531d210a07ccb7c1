import { PassThrough } from "node:stream"
import {
  type ClientCapabilities,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeResult,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node"
import type { Read } from "../../server/src/documents/chunk.ts"
import { serve } from "../../server/src/protocol/server.ts"

/** A client that is connected to a server in the same process. */
export interface InProcess {
  readonly client: ProtocolConnection
  readonly result: InitializeResult
  open(uri: string, text: string): Promise<void>
  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport>
  /** The next diagnostics the server pushes for a document. */
  pushed(uri: string): Promise<Diagnostic[]>
  stop(): Promise<void>
}

/** What a client like VS Code announces, as far as the server looks at it. */
export const editor: ClientCapabilities = {
  window: { showDocument: { support: true } },
  workspace: { diagnostics: { refreshSupport: true } },
  textDocument: {
    diagnostic: {},
    codeAction: {
      resolveSupport: { properties: ["command"] },
      codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix"] } },
    },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
}

/**
 * Starts a server and says hello to it; `prepare` gives the client answers to what the server asks at once, and `read`
 * takes the place of the reader.
 */
export async function inProcess(
  capabilities: ClientCapabilities,
  initializationOptions?: unknown,
  prepare?: (client: ProtocolConnection) => void,
  read?: Read,
): Promise<InProcess> {
  const up = new PassThrough()
  const down = new PassThrough()
  serve({
    reader: new StreamMessageReader(up),
    writer: new StreamMessageWriter(down),
    connect: (reader, writer) => createConnection(reader, writer),
    closed: () => undefined,
    lost: () => undefined,
    ...(read && { read }),
  })
  const client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up))
  const waiting = new Map<string, (diagnostics: Diagnostic[]) => void>()
  client.onNotification("textDocument/publishDiagnostics", ({ uri, diagnostics }) => waiting.get(uri)?.(diagnostics))
  // Whoever announces that it can be asked for something is asked.
  client.onRequest("workspace/diagnostic/refresh", () => null)
  prepare?.(client)
  client.listen()
  const result: InitializeResult = await client.sendRequest("initialize", {
    processId: null,
    rootUri: null,
    capabilities,
    initializationOptions,
  })
  await client.sendNotification("initialized", {})
  return {
    client,
    result,
    open: (uri, text) =>
      client.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId: "dsreg", version: 1, text } }),
    pull: (uri, previousResultId) =>
      client.sendRequest("textDocument/diagnostic", {
        textDocument: { uri },
        ...(previousResultId && { previousResultId }),
      }),
    pushed: (uri) => new Promise((resolve) => waiting.set(uri, resolve)),
    stop: async () => {
      await client.sendRequest("shutdown")
      client.dispose()
      up.destroy()
      down.destroy()
    },
  }
}
