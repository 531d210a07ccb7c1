import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import type { CodeAction, Hover } from "vscode-languageserver"
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
      [8, 9],
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
    assert.match(view.text, /\n {8}DRS Discovery Test : FAIL \[0x801c0021\/0x80072ee2\]\n/)
    assert.ok(view.sourceLines.includes(4))
    const status: { severity: string } = await server.client.sendRequest("dsreg/status", { uri: URI })
    assert.equal(status.severity, "error")
    assert.match(await server.client.sendRequest("dsreg/verdict", { uri: URI, line: 4 }), /^Verdict: /)
    for (const method of ["dsreg/failingLines", "dsreg/status", "dsreg/verdict"]) {
      assert.equal(await server.client.sendRequest(method, { uri: "file:///other", line: 0 }), null)
    }
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

  it("answers for a document that is not open", async () => {
    assert.deepEqual(await server.pull("file:///none"), { kind: "full", items: [] })
    const hover = await server.client.sendRequest("textDocument/hover", {
      textDocument: { uri: "file:///none" },
      position: { line: 0, character: 0 },
    })
    assert.equal(hover, null)
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

  it("is offered no action that it could not carry out", async () => {
    const opened = server.pushed(URI)
    await server.open(URI, LOG)
    await opened
    const actions = await server.client.sendRequest("textDocument/codeAction", {
      textDocument: { uri: URI },
      range: FAIL,
      context: { diagnostics: [] },
    })
    assert.deepEqual(actions, [])
    assert.equal(server.result.capabilities.executeCommandProvider, undefined)
  })
})

describe("settings", () => {
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
    assert.deepEqual(await codes(), ["hybrid-join-incomplete 2", "drs-discovery-failed 1"])
    settings.severity = { "drs-discovery-failed": "info", "hybrid-join-incomplete": "off" }
    await change()
    assert.deepEqual(await codes(), ["drs-discovery-failed 3"])
    settings.enable = false
    await change()
    assert.deepEqual(await codes(), [])
    await server.stop()
  })
})
