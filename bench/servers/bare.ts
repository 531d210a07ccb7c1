import { FrameReader, frame } from "../client/frames.ts"

/*
 * The least that a language server in JavaScript does: it takes its messages apart, keeps the text it is sent, and
 * answers every request with nothing. No library.
 */

/** What a client sends, as far as this server looks at it. */
interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: { readonly textDocument?: { readonly uri: string; readonly text?: string } }
}

const documents = new Map<string, string>()

/** Requests that a client expects more of than nothing. */
const results: Readonly<Record<string, unknown>> = {
  initialize: { capabilities: { textDocumentSync: 2, diagnosticProvider: {} } },
  "textDocument/diagnostic": { kind: "full", items: [] },
  "textDocument/documentSymbol": [],
  "textDocument/foldingRange": [],
  "textDocument/semanticTokens/full": { data: [] },
}

const reader = new FrameReader((body) => {
  const { id, method = "", params } = JSON.parse(body.toString()) as Message
  if (method === "exit") process.exit(0)
  const { uri, text } = params?.textDocument ?? {}
  if (method === "textDocument/didOpen" && uri && text) documents.set(uri, text)
  if (id !== undefined) process.stdout.write(frame({ id, result: results[method] ?? null }))
})
process.stdin.on("data", (bytes: Buffer) => reader.take(bytes))
