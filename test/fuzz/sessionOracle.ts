import assert from "node:assert/strict"
import { CancellationTokenSource, type Diagnostic, LSPErrorCodes, ResponseError } from "vscode-languageserver/node"
import { LogDocument } from "../../server/src/documents/logDocument.ts"
import { diagnostics } from "../../server/src/features/diagnostics.ts"
import { defaultSettings } from "../../server/src/features/settings.ts"
import { editor, type InProcess, inProcess } from "../support/inProcess.ts"
import { inTime } from "./inTime.ts"
import { oracle } from "./oracle.ts"
import { anySession, type Step, Texts } from "./session.ts"

/** Everything that can be asked about a place of a document. */
const QUESTIONS: readonly ((
  uri: string,
  line: number,
  character: number,
) => readonly [method: string, params: object])[] = [
  ...["hover", "completion", "documentHighlight", "definition"].map(
    (what) => (uri: string, line: number, character: number) =>
      [`textDocument/${what}`, { textDocument: { uri }, position: { line, character } }] as const,
  ),
  ...["documentSymbol", "foldingRange", "documentLink", "codeLens", "semanticTokens/full", "diagnostic"].map(
    (what) => (uri: string) => [`textDocument/${what}`, { textDocument: { uri } }] as const,
  ),
  ...["inlayHint", "semanticTokens/range"].map(
    (what) => (uri: string, line: number, character: number) =>
      [`textDocument/${what}`, { textDocument: { uri }, range: rangeAt(line, character) }] as const,
  ),
  (uri, line, character) => [
    "textDocument/references",
    { textDocument: { uri }, position: { line, character }, context: { includeDeclaration: true } },
  ],
  (uri, line, character) => [
    "textDocument/codeAction",
    { textDocument: { uri }, range: rangeAt(line, character), context: { diagnostics: [] } },
  ],
  (uri, line, character) => [
    "textDocument/selectionRange",
    { textDocument: { uri }, positions: [{ line, character }] },
  ],
  (uri) => ["textDocument/semanticTokens/full/delta", { textDocument: { uri }, previousResultId: "none" }],
  () => ["workspace/symbol", { query: "" }],
  ...["failingLines", "failures", "status"].map((what) => (uri: string) => [`dsreg/${what}`, { uri }] as const),
  (uri, line) => ["dsreg/verdict", { uri, line }],
  (uri, line) => ["dsreg/report", { uri, line, name: "a" }],
  (uri, line) => ["dsreg/export", { uri, name: "a", format: line % 2 ? "html" : "markdown" }],
  () => ["dsreg/redact", { text: "Device Name : PC-7.lamna.com" }],
  () => ["dsreg/explain", { id: "code/0x80072ee2" }],
  () => ["dsreg/unheardOf", {}],
]

function rangeAt(line: number, character: number): object {
  return { start: { line, character }, end: { line: line + 3, character } }
}

/** Answers that are errors and yet right: to what was taken back, and to what nobody knows. */
const RIGHT_ERRORS: readonly number[] = [LSPErrorCodes.RequestCancelled, LSPErrorCodes.ContentModified, -32601]

/** A client whose steps follow each other without waiting for answers, but where it says so. */
class Client {
  readonly #server: InProcess
  readonly #texts = new Texts()
  readonly #asked: {
    readonly answer: Promise<unknown>
    readonly source: CancellationTokenSource
    readonly method: string
  }[] = []

  constructor(server: InProcess) {
    this.#server = server
  }

  async take(step: Step): Promise<void> {
    const { client } = this.#server
    const uri = "document" in step ? `file:///${step.document}.dsreg` : ""
    const known = this.#texts.get(uri)
    switch (step.does) {
      case "open":
        this.#texts.set(uri, step.text)
        return this.#server.open(uri, step.text)
      case "replace":
        if (known) this.#texts.set(uri, step.text)
        return client.sendNotification("textDocument/didChange", {
          textDocument: { uri, version: this.#texts.get(uri)?.version ?? 1 },
          contentChanges: [{ text: step.text }],
        })
      case "change": {
        const contentChanges = this.#texts.change(uri, step.edits)
        return client.sendNotification("textDocument/didChange", {
          textDocument: { uri, version: this.#texts.get(uri)?.version ?? 1 },
          contentChanges,
        })
      }
      case "close":
        this.#texts.close(uri)
        return client.sendNotification("textDocument/didClose", { textDocument: { uri } })
      case "ask": {
        const [method, params] = QUESTIONS[step.what % QUESTIONS.length]?.(uri, step.line, step.character) ?? ["", {}]
        const source = new CancellationTokenSource()
        const answer = client.sendRequest(method, params, source.token)
        answer.catch(() => undefined)
        this.#asked.push({ answer, source, method })
        return
      }
      case "cancel":
        return this.#asked.at(-1 - step.request)?.source.cancel()
      case "set":
        return client.sendNotification("workspace/didChangeConfiguration", { settings: { dsreg: step.settings } })
      case "wait":
        await this.#asked.at(-1)?.answer.catch(() => undefined)
    }
  }

  /** Fails unless everything that was asked is answered, and each open document is what it is here. */
  async check(): Promise<void> {
    for (const { answer, method } of this.#asked) {
      const error = await inTime(answer, method).then(
        () => undefined,
        (thrown) => thrown,
      )
      if (error === undefined || (error instanceof ResponseError && RIGHT_ERRORS.includes(error.code))) continue
      throw new Error(`${method}: ${String(error)}`)
    }
    await this.#server.client.sendNotification("workspace/didChangeConfiguration", { settings: { dsreg: {} } })
    for (const { uri, ...document } of [...this.#texts.all].map((text) => ({ uri: text.uri, text: text.getText() }))) {
      const report = await inTime(this.#server.pull(uri), "diagnostics")
      assert.ok(report.kind === "full")
      const expected: readonly Diagnostic[] = diagnostics(new LogDocument(uri, 1, document.text), defaultSettings)
      assert.deepEqual(JSON.parse(JSON.stringify(report.items)), JSON.parse(JSON.stringify(expected)))
    }
  }
}

/** Whatever a client does: everything is answered, nothing of ours breaks, and the server knows the texts as they are. */
export const session = oracle({
  name: "session",
  cases: anySession,
  share: 6,
  holds: async (steps) => {
    const errors: string[] = []
    const server = await inProcess(editor, { clientCommands: ["dsreg.explain"] }, (client) => {
      client.onNotification("window/logMessage", ({ type, message }) => {
        if (type === 1) errors.push(message)
      })
    })
    try {
      const client = new Client(server)
      for (const step of steps) await client.take(step)
      await client.check()
      assert.deepEqual(errors, [])
    } finally {
      await server.stop()
    }
  },
})
