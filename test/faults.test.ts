import assert from "node:assert/strict"
import { afterEach, describe, it } from "node:test"
import {
  CancellationTokenSource,
  type CodeLens,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type Range,
  type SemanticTokens,
  type WorkspaceDiagnosticReport,
} from "vscode-languageserver/node"
import type { Evidence } from "../server/src/core/evidence/evidence.ts"
import { capturesIn } from "../server/src/core/log/readLog.ts"
import { rules } from "../server/src/core/rules/catalogue.ts"
import type { Rule } from "../server/src/core/rules/rule.ts"
import type { Read } from "../server/src/documents/chunk.ts"
import { LogDocument } from "../server/src/documents/logDocument.ts"
import { annotated } from "./support/annotated.ts"
import { editor, type InProcess, inProcess } from "./support/inProcess.ts"

/**
 * Rules and documents are the same for all tests of this process, some of which read their logs while these here wait
 * for an answer: so things break on a log with this line, and are whole for every other.
 */
const MARK = "# breaks on purpose\n"

const LOG = "C:\\> dsregcmd /status\nAzureAdJoined : YES\nAadRecoveryEnabled : YES\n"
const OTHER = "C:\\> dsregcmd /status\nAzureAdJoined : YES\nDeviceAuthStatus : FAILED\n"
const URI = "file:///logs/one.dsreg"
const UNREAD = "dsreg could not read this log: a fault in dsreg"
const pushes = { ...editor, textDocument: {} }
const folders = { ...editor, workspace: { ...editor.workspace, workspaceFolders: true } }

const stops: (() => void | Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

/** A server with the lines that it wrote into its log. */
async function started(...how: Parameters<typeof inProcess>): Promise<InProcess & { readonly lines: string[] }> {
  const server = await inProcess(...how)
  const lines: string[] = []
  server.client.onNotification("window/logMessage", ({ message }) => {
    lines.push(message)
  })
  stops.push(() => server.stop())
  return { ...server, lines }
}

/** Puts something else in the place of a property until the end of the test, or until it is called. */
function replaced(object: object, name: string, value: PropertyDescriptor): () => void {
  const before = Object.getOwnPropertyDescriptor(object, name)
  Object.defineProperty(object, name, { configurable: true, ...value })
  const restore = () => {
    if (before) Object.defineProperty(object, name, before)
  }
  stops.push(restore)
  return restore
}

const broken = (): never => {
  throw new Error("broken on purpose")
}

/** Has a rule break on every log with the mark. */
function breakRule(rule: Rule): () => void {
  const { check } = rule
  return replaced(rule, "check", {
    value: (evidence: Evidence) => (evidence.capture.text.includes(MARK) ? broken() : check.call(rule, evidence)),
  })
}

/** Reads as ever, but breaks at a capture that holds the word `BREAK`, before or while it is read. */
const breaking: Read = function* (text) {
  for (const capture of capturesIn(text)) {
    if (capture.text.includes("BREAK")) broken()
    yield capture
  }
}

const faults = (items: readonly Diagnostic[]) => items.filter(({ data }) => data?.rule === "dsreg-fault")
const rulesOf = (items: readonly Diagnostic[]) => items.map(({ data }) => data.rule).sort()

function full(report: DocumentDiagnosticReport) {
  assert.ok(report.kind === "full")
  return report
}

const change = (server: InProcess, text: string, version = 2) =>
  server.client.sendNotification("textDocument/didChange", {
    textDocument: { uri: URI, version },
    contentChanges: [{ text }],
  })

describe("a broken rule", () => {
  it("is told of, each rule in turn, with all other findings and a line in the log", async () => {
    const server = await started(editor)
    for (const [index, rule] of rules.entries()) {
      const uri = `file:///logs/${index}.dsreg`
      const text = MARK + annotated(rule.bad[0]).text
      await server.open(`${uri}.whole`, text)
      const whole = rulesOf(full(await server.pull(`${uri}.whole`)).items)
      server.lines.length = 0
      const restore = breakRule(rule)
      await server.open(uri, text)
      const { items, resultId } = full(await server.pull(uri))
      const [fault] = faults(items)
      assert.equal(fault?.message, `dsreg could not apply rule ${rule.id}: a fault in dsreg`)
      assert.equal(fault?.severity, 1)
      assert.equal(resultId, undefined)
      const others = whole.filter((id) => id !== rule.id)
      const told = new Set(rulesOf(items))
      assert.ok(
        others.every((id) => told.has(id)),
        `${rule.id}: ${others} are among ${[...told]}`,
      )
      assert.ok(!told.has(rule.id))
      restore()
      assert.equal(server.lines.length, 1)
      assert.match(server.lines[0] ?? "", new RegExp(`^rule ${rule.id}: Error: broken on purpose\\n +at `))
    }
  })

  it("writes its stack into the log once, and is never answered `unchanged`", async () => {
    const server = await started(editor)
    const rule = rules.find(({ id }) => id === "device-keys-unusable")
    assert.ok(rule)
    breakRule(rule)
    await server.open(URI, LOG.replace("AadRecoveryEnabled", `${MARK}AadRecoveryEnabled`).repeat(3))
    for (let round = 0; round < 3; round++) {
      const { items, resultId } = full(await server.pull(URI, "of another time"))
      assert.equal(faults(items).length, 3)
      assert.equal(resultId, undefined)
    }
    assert.equal(server.lines.length, 1)
    assert.match(server.lines[0] ?? "", /broken on purpose\n +at /)
  })

  it("is not switched off or weakened by a setting", async () => {
    const server = await started(editor, { settings: { enable: false, severity: { "dsreg-fault": "off" } } })
    for (const rule of rules) breakRule(rule)
    await server.open(URI, MARK + LOG)
    const { items } = full(await server.pull(URI))
    assert.ok(items.length > 0)
    assert.equal(faults(items).length, items.length)
    assert.ok(items.every(({ severity }) => severity === 1))
  })

  it("is told to a client that is pushed to, and never are the findings of an older text", async () => {
    const server = await started(pushes)
    const opened = server.pushed(URI)
    await server.open(URI, LOG)
    assert.deepEqual(rulesOf(await opened), ["device-keys-unusable"])
    for (const rule of rules) breakRule(rule)
    const changed = server.pushed(URI)
    await change(server, MARK + OTHER)
    const items = await changed
    assert.ok(items.length > 0)
    assert.equal(faults(items).length, items.length)
  })
})

describe("a log that cannot be read", () => {
  it("has a finding that says so, and is right with the next edit", async () => {
    const server = await started(editor, undefined, undefined, breaking)
    await server.open(URI, `BREAK\n${LOG}`)
    const { items, resultId } = full(await server.pull(URI))
    assert.deepEqual(
      items.map(({ message, severity, range }) => [message, severity, range.start.line, range.end.character]),
      [[UNREAD, 1, 0, 5]],
    )
    assert.equal(resultId, undefined)
    assert.match(server.lines.join(), /broken on purpose\n +at /)
    const status: { severity: string } = await server.client.sendRequest("dsreg/status", { uri: URI })
    assert.equal(status.severity, "error")
    const verdict: string = await server.client.sendRequest("dsreg/verdict", { uri: URI, line: 0 })
    const [told, advice] = verdict.split("What to do:\n")
    assert.equal(told, `Verdict: ${UNREAD}.\nJoin type: Join type not shown\nFindings:\n- line 1, error: ${UNREAD}\n`)
    assert.match(advice ?? "", /^2\. Report the fault/m)
    const view: { text: string } = await server.client.sendRequest("dsreg/failingLines", { uri: URI })
    // A sentence goes on behind the end of its line.
    const unwrapped = view.text.replaceAll(/\n {0,2}# /g, " ")
    assert.ok(unwrapped.startsWith(`# ${UNREAD}.\n\nBREAK ${UNREAD} First step: `), view.text)
    const lenses: CodeLens[] = await server.client.sendRequest("textDocument/codeLens", { textDocument: { uri: URI } })
    assert.deepEqual(
      lenses.map(({ command }) => command?.title),
      [UNREAD],
    )
    const first = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } }
    await server.client.sendNotification("textDocument/didChange", {
      textDocument: { uri: URI, version: 2 },
      contentChanges: [{ range: first, text: "" }],
    })
    const mended = full(await server.pull(URI))
    assert.deepEqual(rulesOf(mended.items), ["device-keys-unusable"])
    assert.ok(mended.resultId)
  })

  it("is told to a client that is pushed to", async () => {
    const server = await started(pushes, undefined, undefined, breaking)
    const opened = server.pushed(URI)
    await server.open(URI, LOG)
    assert.deepEqual(rulesOf(await opened), ["device-keys-unusable"])
    const changed = server.pushed(URI)
    await change(server, `${LOG}C:\\> dsregcmd /status\nBREAK\n`)
    assert.deepEqual(rulesOf(await changed), ["device-keys-unusable", "dsreg-fault"])
  })

  it("stays known in the folder with that finding, and is right when it is mended", async () => {
    const files = new Map([[URI, `BREAK\n${LOG}`]])
    const server = await started(
      folders,
      { readsLogs: true },
      (client) => {
        client.onRequest("dsreg/logs", async ({ partialResultToken }) => {
          const logs = Array.from(files, ([uri, text]) => ({ uri, text }))
          await client.sendNotification("$/progress", { token: partialResultToken, value: { logs } })
          return { uris: [...files.keys()] }
        })
      },
      breaking,
    )
    const report = async (previousResultIds: object[]) => {
      const { items }: WorkspaceDiagnosticReport = await server.client.sendRequest("workspace/diagnostic", {
        previousResultIds,
      })
      return items.map((item) => (item.kind === "full" ? item.items.map(({ message }) => message) : item.kind))
    }
    assert.deepEqual(await report([]), [[UNREAD]])
    assert.match(server.lines.join(), /broken on purpose\n +at /)
    assert.deepEqual(rulesOf(full(await server.pull(URI)).items), ["dsreg-fault"])
    files.set(URI, "Previous text\n")
    await server.client.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri: URI, type: 2 }] })
    assert.deepEqual(await report([{ uri: URI, value: "older" }]), [[]])
  })

  it("is so too where not the reading breaks but what is asked of it", async () => {
    const server = await started(editor, undefined, undefined, function* (text) {
      for (const capture of capturesIn(text)) {
        yield new Proxy(capture, {
          get: (target, name) => (name === "text" || name === "kind" ? Reflect.get(target, name) : broken()),
        })
      }
    })
    await server.open(URI, LOG)
    assert.deepEqual(
      full(await server.pull(URI)).items.map(({ message }) => message),
      [UNREAD],
    )
  })
})

describe("a broken request", () => {
  const at = { textDocument: { uri: URI }, position: { line: 1, character: 0 } }
  const range = { start: { line: 0, character: 0 }, end: { line: 2, character: 0 } }
  const requests: Readonly<Record<string, object>> = {
    "textDocument/hover": at,
    "textDocument/completion": at,
    "textDocument/documentHighlight": at,
    "textDocument/references": { ...at, context: { includeDeclaration: true } },
    "textDocument/definition": at,
    "textDocument/selectionRange": { ...at, positions: [at.position] },
    "textDocument/codeAction": { ...at, range, context: { diagnostics: [] } },
    "textDocument/documentSymbol": at,
    "textDocument/foldingRange": at,
    "textDocument/documentLink": at,
    "textDocument/codeLens": at,
    "textDocument/inlayHint": { ...at, range },
    "textDocument/semanticTokens/full": at,
    "textDocument/semanticTokens/range": { ...at, range },
    "textDocument/diagnostic": at,
    "dsreg/failingLines": { uri: URI },
    "dsreg/failures": { uri: URI },
    "dsreg/status": { uri: URI },
    "dsreg/verdict": { uri: URI, line: 0 },
  }

  /** Has every question to a document with the mark break. */
  function breakDocuments(): void {
    const { prototype } = LogDocument
    const isBroken = (document: LogDocument) => document.text.includes(MARK)
    const { chunkAt, chunksOf } = prototype
    const chunks = Object.getOwnPropertyDescriptor(prototype, "chunks")?.get
    replaced(prototype, "chunkAt", {
      value(this: LogDocument, line: number) {
        return isBroken(this) ? broken() : chunkAt.call(this, line)
      },
    })
    replaced(prototype, "chunksOf", {
      value(this: LogDocument, range: Range) {
        return isBroken(this) ? broken() : chunksOf.call(this, range)
      },
    })
    replaced(prototype, "chunks", {
      get(this: LogDocument) {
        return isBroken(this) ? broken() : chunks?.call(this)
      },
    })
  }

  it("is answered by an error, with a line in the log, each in turn", async () => {
    const server = await started(editor)
    await server.open(URI, MARK + LOG)
    breakDocuments()
    for (const [method, params] of Object.entries(requests)) {
      server.lines.length = 0
      await assert.rejects(server.client.sendRequest(method, params), { code: -32603, message: /a fault in dsreg$/ })
      assert.match(server.lines.join(), /broken on purpose\n +at /, method)
    }
  })

  it("leaves no older findings to a client that is pushed to", async () => {
    const server = await started(pushes)
    const opened = server.pushed(URI)
    await server.open(URI, LOG)
    assert.deepEqual(rulesOf(await opened), ["device-keys-unusable"])
    breakDocuments()
    const changed = server.pushed(URI)
    await change(server, MARK + OTHER)
    assert.deepEqual(
      (await changed).map(({ code, severity }) => [code, severity]),
      [["dsreg-fault", 1]],
    )
    assert.match(server.lines.join(), /broken on purpose\n +at /)
  })

  it("is refused after the server was shut down", async () => {
    const server = await inProcess(editor)
    await server.open(URI, LOG)
    await server.client.sendRequest("shutdown")
    for (const [method, params] of Object.entries(requests)) {
      await assert.rejects(server.client.sendRequest(method, params), { code: -32600 }, method)
    }
    server.client.dispose()
  })
})

describe("the name of a result", () => {
  it("is never that of another text, whatever its version", async () => {
    const server = await started(editor)
    await server.open(URI, LOG)
    const first = full(await server.pull(URI))
    assert.equal((await server.pull(URI, first.resultId)).kind, "unchanged")
    await server.client.sendNotification("textDocument/didClose", { textDocument: { uri: URI } })
    await server.open(URI, OTHER)
    const second = full(await server.pull(URI, first.resultId))
    assert.notDeepEqual(rulesOf(second.items), rulesOf(first.items))
  })

  it("of tokens is never that of another text", async () => {
    const server = await started(editor)
    const tokens = (what: string, more: object = {}): Promise<SemanticTokens> =>
      server.client.sendRequest(`textDocument/semanticTokens/${what}`, { textDocument: { uri: URI }, ...more })
    await server.open(URI, LOG)
    const { resultId } = await tokens("full")
    await server.client.sendNotification("textDocument/didClose", { textDocument: { uri: URI } })
    await server.open(URI, OTHER)
    await tokens("full")
    const after = await tokens("full/delta", { previousResultId: resultId })
    assert.deepEqual(after.data, (await tokens("full")).data)
  })
})

describe("a client that does not tell its settings", () => {
  /** What waits for a time to pass, until the end of the test. */
  const waiting: (() => void)[] = []
  const waitForever = () => replaced(globalThis, "setTimeout", { value: (work: () => void) => waiting.push(work) })

  /** Lets that time pass, as often as somebody waits for it. */
  async function outOfPatience<Answer>(answer: Promise<Answer>): Promise<Answer> {
    let isAnswered = false
    const done = () => {
      isAnswered = true
    }
    answer.then(done, done)
    while (!isAnswered) {
      for (const work of waiting.splice(0)) work()
      await new Promise((resolve) => setImmediate(resolve))
    }
    return answer
  }

  const configures = { ...editor, workspace: { ...editor.workspace, configuration: true } }

  it("gets findings all the same, and others when it tells them at last", async () => {
    let tell: (settings: object[]) => void = () => undefined
    const settings = new Promise<object[]>((resolve) => {
      tell = resolve
    })
    let refreshed: () => void = () => undefined
    const refresh = new Promise<void>((resolve) => {
      refreshed = resolve
    })
    waitForever()
    const server = await started(configures, undefined, (client) => {
      client.onRequest("workspace/configuration", () => settings)
      client.onRequest("workspace/diagnostic/refresh", () => {
        refreshed()
        return null
      })
    })
    await server.open(URI, LOG)
    assert.deepEqual(rulesOf(full(await outOfPatience(server.pull(URI))).items), ["device-keys-unusable"])
    tell([{ severity: { "device-keys-unusable": "off" } }])
    await refresh
    assert.deepEqual(full(await server.pull(URI)).items, [])
  })

  it("gets no answer to what it cancelled meanwhile", async () => {
    waitForever()
    const server = await started(configures, undefined, (client) => {
      client.onRequest("workspace/configuration", () => new Promise(() => undefined))
    })
    await server.open(URI, LOG)
    const stop = new CancellationTokenSource()
    const asked = server.client.sendRequest("textDocument/codeLens", { textDocument: { uri: URI } }, stop.token)
    const pulled = server.client.sendRequest("textDocument/diagnostic", { textDocument: { uri: URI } }, stop.token)
    stop.cancel()
    await assert.rejects(outOfPatience(asked), { code: -32800 })
    await assert.rejects(outOfPatience(pulled), { code: -32800 })
  })
})
