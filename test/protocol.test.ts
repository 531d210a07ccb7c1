import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  DocumentLink,
  FoldingRange,
  Hover,
  InlayHint,
  SemanticTokens,
  SemanticTokensDelta,
} from "vscode-languageserver"
import { ResponseError } from "vscode-languageserver/node"
import type { ComparisonAnswer } from "../server/src/features/comparison.ts"
import { editor, type InProcess, inProcess } from "./support/inProcess.ts"

const LOG = `             AzureAdJoined : NO
          EnterpriseJoined : NO
              DomainJoined : YES

        DRS Discovery Test : FAIL [0x801c0021/0x80072ee2]

     Previous Registration : 2025-01-31 09:16:43.000 UTC
               Error Phase : discover
          Client ErrorCode : 0x801c0021
                Request Id : 6bff0bd9-820b-484b-ab20-2a4f7b76c58e
`
const URI = "file:///logs/one.dsreg"
const FAIL = { start: { line: 4, character: 29 }, end: { line: 4, character: 57 } }

describe("a client that pulls", () => {
  let server: InProcess
  before(async () => {
    server = await inProcess(editor, { clientCommands: ["dsreg.copy", "dsreg.explain"] })
    await server.open(URI, LOG)
  })
  after(() => server.stop())

  it("gets the finding on the failing value, linked and tied together", async () => {
    const report = await server.pull(URI)
    assert.ok(report.kind === "full")
    const found = report.items.find(({ code }) => code === "0x80072ee2")
    assert.deepEqual(found?.range, FAIL)
    assert.equal(found?.severity, 1)
    assert.equal(found?.source, "dsreg")
    assert.equal(
      found?.codeDescription?.href,
      "https://learn.microsoft.com/entra/identity/devices/troubleshoot-hybrid-join-windows-current#discover-phase",
    )
    assert.deepEqual(found?.data, { rule: "drs-discovery-failed" })
    assert.deepEqual(
      found?.relatedInformation?.map(({ location }) => location.range.start.line),
      [9],
    )
  })

  it("is told unchanged until the document changes", async () => {
    const first = await server.pull(URI)
    assert.ok(first.kind === "full" && first.resultId)
    assert.equal((await server.pull(URI, first.resultId)).kind, "unchanged")
    await server.client.sendNotification("textDocument/didChange", {
      textDocument: { uri: URI, version: 2 },
      contentChanges: [{ range: FAIL, text: "PASS" }],
    })
    const second = await server.pull(URI, first.resultId)
    assert.ok(second.kind === "full")
    assert.ok(second.items.every(({ code }) => code !== "0x80072ee2"))
    await server.client.sendNotification("textDocument/didChange", {
      textDocument: { uri: URI, version: 3 },
      contentChanges: [{ text: LOG }],
    })
    const third = await server.pull(URI)
    assert.ok(third.kind === "full" && third.items.some(({ code }) => code === "0x80072ee2"))
  })

  it("gets what belongs to its own commands: the catalogue, the failing lines, the state, the verdict", async () => {
    const items: { id: string }[] = await server.client.sendRequest("dsreg/catalogue", {})
    assert.ok(items.some(({ id }) => id === "code/0x80072ee2"))
    const view: { text: string; sourceLines: number[] } = await server.client.sendRequest("dsreg/failingLines", {
      uri: URI,
    })
    assert.match(view.text, /\n {2}DRS Discovery Test : FAIL \[0x801c0021\/0x80072ee2\]\n/)
    assert.ok(view.sourceLines.includes(4))
    const status: { severity: string } = await server.client.sendRequest("dsreg/status", { uri: URI })
    assert.equal(status.severity, "error")
    assert.match(await server.client.sendRequest("dsreg/verdict", { uri: URI, line: 4 }), /^Verdict: /)
    const report: { html: string; first: number } = await server.client.sendRequest("dsreg/report", {
      uri: URI,
      line: 4,
      name: "log.dsreg",
    })
    assert.match(report.html, /<button type="button" class="line" data-line="5">line 5<\/button>/)
    const saved = await server.client.sendRequest("dsreg/export", { uri: URI, format: "markdown", name: "log.dsreg" })
    assert.match(String(saved), /^# dsreg report: `log\.dsreg`\n/)
    assert.equal(await server.client.sendRequest("dsreg/export", { uri: URI, format: "exe", name: "x" }), null)
    for (const method of [
      "dsreg/failingLines",
      "dsreg/failures",
      "dsreg/status",
      "dsreg/verdict",
      "dsreg/report",
      "dsreg/export",
    ]) {
      assert.equal(await server.client.sendRequest(method, { uri: "file:///other", line: 0 }), null)
    }
  })

  it("gets a text without what names anybody, and two logs compared, whether they are open or not", async () => {
    const text = `${LOG}\nDevice Name : LH-PC-7.lamna.com\n`
    const redacted: { text: string; count: number } = await server.client.sendRequest("dsreg/redact", { text })
    assert.match(redacted.text, /\nDevice Name : PC-1\.domain-1\.example\n$/)
    // The computer, its domain, and the request.
    assert.equal(redacted.count, 3)
    const joined = "| Device State |\nAzureAdJoined : YES\nDomainJoined : YES\n"
    const { view } = await server.client.sendRequest<ComparisonAnswer>("dsreg/compare", { texts: [LOG, joined] })
    assert.equal(view?.outcome, "better")
    assert.match(view.summary, /^\*\*It got better\*\*\n/)
    assert.deepEqual(view.after.notes[0], {
      line: 1,
      character: 16,
      change: "better",
      text: "better, was NO",
    })
    const alone = await server.client.sendRequest<ComparisonAnswer>("dsreg/compare", { texts: [LOG] })
    assert.deepEqual(alone, { missing: "second" })
    const none = await server.client.sendRequest<ComparisonAnswer>("dsreg/compare", { texts: [LOG, "words"] })
    assert.deepEqual(none, { missing: "log" })
  })

  it("hovers a code with its meaning in this place", async () => {
    const hover: Hover | null = await server.client.sendRequest("textDocument/hover", {
      textDocument: { uri: URI },
      position: { line: 4, character: 50 },
    })
    const text = JSON.stringify(hover?.contents)
    assert.match(text, /0x80072ee2/)
    assert.match(text, /discover phase/)
    assert.match(text, /SYSTEM/)
    assert.deepEqual(hover?.range, { start: { line: 4, character: 46 }, end: { line: 4, character: 56 } })
  })

  it("gets actions without commands, and each command when it asks", async () => {
    const actions: CodeAction[] = await server.client.sendRequest("textDocument/codeAction", {
      textDocument: { uri: URI },
      range: FAIL,
      context: { diagnostics: [] },
    })
    assert.ok(actions.every((action) => action.command === undefined && action.kind === "quickfix"))
    const titles = actions.map(({ title }) => title)
    assert.ok(titles.includes("Explain 0x80072ee2 here"))
    assert.ok(titles.includes("Explain 0x801c0021 here"))
    assert.ok(titles.includes("Copy the resolution of 0x80072ee2"))
    assert.ok(titles.includes("Copy request id and time for Microsoft support"))
    const resolved = await Promise.all(
      actions.map((action) => server.client.sendRequest<CodeAction>("codeAction/resolve", action)),
    )
    const command = (start: string) => resolved.find(({ title }) => title.startsWith(start))?.command
    assert.equal(command("Open documentation of 0x80072ee2")?.command, "dsreg.openDocumentation")
    assert.deepEqual(command("Explain 0x80072ee2")?.arguments, ["code/0x80072ee2/discover"])
    const [support] = command("Copy request id")?.arguments ?? []
    assert.match(support, /^Request Id: 6bff0bd9-820b-484b-ab20-2a4f7b76c58e$/m)
    assert.match(support, /^Previous Registration: 2025-01-31 09:16:43.000 UTC$/m)
  })

  it("is served on where it refuses what it announced", async () => {
    const refusing = server.client.onRequest("workspace/diagnostic/refresh", () => {
      throw new ResponseError(-32601, "no")
    })
    const told = new Promise<string>((resolve) => {
      server.client.onNotification("window/logMessage", ({ message }) => resolve(message))
    })
    await server.client.sendNotification("workspace/didChangeConfiguration", { settings: {} })
    assert.equal(await told, "diagnostics: no")
    refusing.dispose()
    server.client.onRequest("workspace/diagnostic/refresh", () => null)
    assert.equal((await server.pull(URI)).kind, "full")
  })

  it("opens a documentation page through the client, and nothing else", async () => {
    const shown: unknown[] = []
    const listening = server.client.onRequest("window/showDocument", (params) => {
      shown.push(params)
      return { success: true }
    })
    const open = (url: string) =>
      server.client.sendRequest("workspace/executeCommand", { command: "dsreg.openDocumentation", arguments: [url] })
    const page =
      "https://learn.microsoft.com/entra/identity/devices/troubleshoot-hybrid-join-windows-current#discover-phase"
    await open(page)
    await open("https://example.com/")
    await open("command:workbench.action.quit")
    listening.dispose()
    assert.deepEqual(shown, [{ uri: page, external: true }])
  })

  it("explains by id, and answers null for an id that names nothing", async () => {
    const page = await server.client.sendRequest<{ title: string; markdown: string }>("dsreg/explain", {
      id: "code/0x80072ee2/discover",
    })
    assert.equal(page.title, "0x80072ee2")
    assert.match(page.markdown, /WININET_E_TIMEOUT/)
    assert.equal(await server.client.sendRequest("dsreg/explain", { id: "rule/none-such" }), null)
  })

  it("colors by meaning: all, a range, and what changed", async () => {
    const uri = "file:///logs/colors.dsreg"
    const ask = <Answer>(what: string, more: object = {}): Promise<Answer> =>
      server.client.sendRequest(`textDocument/semanticTokens/${what}`, { textDocument: { uri }, ...more })
    const types = server.result.capabilities.semanticTokensProvider?.legend.tokenTypes ?? []
    assert.deepEqual([...types].sort(), ["consequence", "failing", "healthy", "identifier", "notApplicable"])
    await server.open(uri, "AadRecoveryEnabled : YES\nKeySignTest : PASSED\n")
    const [failing, healthy] = [types.indexOf("failing"), types.indexOf("healthy")]
    const full = await ask<SemanticTokens>("full")
    assert.deepEqual(full.data, [0, 21, 3, failing, 0, 1, 14, 6, healthy, 0])
    const second = { start: { line: 1, character: 0 }, end: { line: 1, character: 20 } }
    assert.deepEqual((await ask<SemanticTokens>("range", { range: second })).data, [1, 14, 6, healthy, 0])
    await server.client.sendNotification("textDocument/didChange", {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range: { start: { line: 0, character: 21 }, end: { line: 0, character: 24 } }, text: "NO" }],
    })
    const delta = await ask<SemanticTokensDelta>("full/delta", { previousResultId: full.resultId })
    assert.deepEqual(delta.edits, [{ start: 2, deleteCount: 2, data: [2, healthy] }])
  })

  it("is not offered documents that it does not ask for", () => {
    assert.equal(server.result.capabilities.workspace?.textDocumentContent, undefined)
  })

  it("answers for a document that is not open", async () => {
    assert.deepEqual(await server.pull("file:///none"), { kind: "full", items: [] })
    const hover = await server.client.sendRequest("textDocument/hover", {
      textDocument: { uri: "file:///none" },
      position: { line: 0, character: 0 },
    })
    assert.equal(hover, null)
    const tokens = await server.client.sendRequest("textDocument/semanticTokens/full", {
      textDocument: { uri: "file:///none" },
    })
    assert.deepEqual(tokens, { data: [] })
  })
})

describe("a client that cannot pull, copy or show documents", () => {
  let server: InProcess
  before(async () => {
    server = await inProcess({})
  })
  after(() => server.stop())

  it("is pushed the diagnostics at every change, and none after closing", async () => {
    assert.equal(server.result.capabilities.diagnosticProvider, undefined)
    const opened = server.pushed(URI)
    await server.open(URI, LOG)
    assert.ok((await opened).some(({ code }) => code === "0x80072ee2"))
    const changed = server.pushed(URI)
    await server.client.sendNotification("textDocument/didChange", {
      textDocument: { uri: URI, version: 2 },
      contentChanges: [{ range: FAIL, text: "PASS" }],
    })
    assert.ok((await changed).every(({ code }) => code !== "0x80072ee2"))
    const closed = server.pushed(URI)
    await server.client.sendNotification("textDocument/didClose", { textDocument: { uri: URI } })
    assert.deepEqual(await closed, [])
  })

  it("is offered no action but the one that the server carries out, as a command", async () => {
    const opened = server.pushed(URI)
    await server.open(URI, LOG)
    await opened
    const actions = await server.client.sendRequest("textDocument/codeAction", {
      textDocument: { uri: URI },
      range: FAIL,
      context: { diagnostics: [] },
    })
    assert.deepEqual(actions, [
      { title: "Explain 0x80072ee2 here", command: "dsreg.showExplanation", arguments: ["code/0x80072ee2/discover"] },
      { title: "Explain 0x801c0021 here", command: "dsreg.showExplanation", arguments: ["code/0x801c0021/discover"] },
    ])
    assert.deepEqual(server.result.capabilities.executeCommandProvider, { commands: ["dsreg.showExplanation"] })
  })
})

describe("a client that copies and told its time zone", () => {
  let server: InProcess
  before(async () => {
    server = await inProcess(
      { ...editor, textDocument: { ...editor.textDocument, foldingRange: { foldingRange: { collapsedText: true } } } },
      { clientCommands: ["dsreg.copy", "dsreg.copyVerdict"], timeZone: "Europe/Berlin" },
    )
    await server.open(URI, `${LOG}\n                    MdmUrl : https://mdm.example/\n`)
  })
  after(() => server.stop())
  const at = (line: number, character: number) => ({ textDocument: { uri: URI }, position: { line, character } })

  it("hovers a time on the reader's clock", async () => {
    const hover: Hover | null = await server.client.sendRequest("textDocument/hover", at(6, 35))
    assert.match(JSON.stringify(hover?.contents), /2025-01-31 10:16:43 UTC\+01:00/)
  })

  it("gets a link that copies the address of a stranger", async () => {
    const links = await server.client.sendRequest<DocumentLink[]>("textDocument/documentLink", at(0, 0))
    const copies = links.filter(({ target }) => target?.startsWith("command:"))
    assert.deepEqual(
      copies.map(({ target = "" }) => decodeURIComponent(target)),
      ['command:dsreg.copy?["https://mdm.example/"]'],
    )
  })

  it("is offered names, and their documentation when it asks", async () => {
    const items = await server.client.sendRequest<CompletionItem[]>("textDocument/completion", at(3, 0))
    const item = items.find(({ label }) => label === "WamDefaultSet")
    assert.equal(item?.documentation, undefined)
    const resolved = await server.client.sendRequest<CompletionItem>("completionItem/resolve", item)
    assert.match(JSON.stringify(resolved.documentation), /WamDefaultSet/)
    assert.equal(server.result.capabilities.completionProvider?.triggerCharacters, undefined)
  })

  it("gets the lenses it has commands for, and texts for what it folds", async () => {
    const lenses = await server.client.sendRequest<CodeLens[]>("textDocument/codeLens", at(0, 0))
    assert.deepEqual(
      lenses.map(({ command }) => command?.command),
      ["", "dsreg.copyVerdict"],
    )
    const folds = await server.client.sendRequest<FoldingRange[]>("textDocument/foldingRange", at(0, 0))
    assert.ok(folds.length > 0 && folds.every(({ collapsedText }) => collapsedText))
  })

  it("gets hints", async () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } }
    const hints = await server.client.sendRequest<InlayHint[]>("textDocument/inlayHint", { ...at(0, 0), range })
    assert.ok(hints.some(({ label }) => label === "network time-out · WININET_E_TIMEOUT"))
  })
})

describe("settings", () => {
  it("that a client cannot tell leave the presets in force", async () => {
    const server = await inProcess({ ...editor, workspace: { configuration: true } })
    server.client.onRequest("workspace/configuration", () => {
      throw new Error("there is no folder")
    })
    await server.open(URI, LOG)
    const report = await server.pull(URI)
    assert.equal(report.kind === "full" && report.items.length, 1)
    await server.stop()
  })

  it("change the severity of a rule, turn it off, and turn everything off", async () => {
    const settings: { enable?: boolean; severity?: Record<string, string> } = {}
    const server = await inProcess({ ...editor, workspace: { configuration: true } })
    server.client.onRequest("workspace/configuration", () => [settings])
    const change = () => server.client.sendNotification("workspace/didChangeConfiguration", { settings: null })
    const codes = async () => {
      const report = await server.pull(URI)
      assert.ok(report.kind === "full")
      return report.items.map(({ data, severity }) => `${data.rule} ${severity}`)
    }
    await server.open(URI, LOG)
    assert.deepEqual(await codes(), ["drs-discovery-failed 1"])
    settings.severity = { "drs-discovery-failed": "info" }
    await change()
    assert.deepEqual(await codes(), ["drs-discovery-failed 3"])
    settings.severity = { "drs-discovery-failed": "off" }
    await change()
    assert.deepEqual(await codes(), ["hybrid-join-incomplete 2"], "what followed from it is told itself")
    settings.severity = { "drs-discovery-failed": "off", "hybrid-join-incomplete": "off" }
    await change()
    assert.deepEqual(await codes(), [])
    settings.severity = {}
    settings.enable = false
    await change()
    assert.deepEqual(await codes(), [])
    await server.stop()
  })

  it("ask a client that can to fetch the colors anew", async () => {
    const server = await inProcess({ workspace: { semanticTokens: { refreshSupport: true } } })
    const asked = new Promise<void>((resolve) => {
      server.client.onRequest("workspace/semanticTokens/refresh", () => {
        resolve()
        return null
      })
    })
    const full = async () => {
      const tokens: SemanticTokens = await server.client.sendRequest("textDocument/semanticTokens/full", {
        textDocument: { uri: URI },
      })
      return tokens.data.length / 5
    }
    await server.open(URI, "AadRecoveryEnabled : YES\n")
    assert.equal(await full(), 1)
    await server.client.sendNotification("workspace/didChangeConfiguration", {
      settings: { dsreg: { severity: { "device-keys-unusable": "off" } } },
    })
    await asked
    assert.equal(await full(), 0)
    await server.stop()
  })
})

describe("a client that asks for the text of documents", () => {
  let server: InProcess
  const text = async (uri: string): Promise<string> =>
    (await server.client.sendRequest<{ text: string }>("workspace/textDocumentContent", { uri })).text
  before(async () => {
    server = await inProcess({ workspace: { textDocumentContent: {} } })
  })
  after(() => server.stop())

  it("is told the scheme of the pages", () => {
    assert.deepEqual(server.result.capabilities.workspace, { textDocumentContent: { schemes: ["dsreg-explain"] } })
  })

  it("gets the page at an address", async () => {
    assert.match(await text("dsreg-explain:/code/discover/0x80072ee2.md"), /WININET_E_TIMEOUT/)
    assert.match(await text("dsreg-explain:/field/Client%20ErrorCode.md"), /^# Client ErrorCode\b/)
    assert.match(await text("dsreg-explain:/index.md"), /\(index\/rules\.md\)/)
    assert.match(await text("dsreg-explain:/index/rules.md"), /\brule\/prt-missing\.md\)/)
  })

  it("gets a page that says so where there is nothing, whatever the address", async () => {
    const malformed = ["dsreg-explain:/%E0%A4%A.md", "dsreg-explain:/%E0%A4.md"]
    for (const uri of ["dsreg-explain:/rule/none-such.md", "dsreg-explain:", "file:///etc/passwd", ...malformed]) {
      assert.match(await text(uri), /^# Nothing known/, uri)
    }
  })
})
