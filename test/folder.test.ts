import assert from "node:assert/strict"
import { afterEach, describe, it } from "node:test"
import {
  CancellationToken,
  CancellationTokenSource,
  type ClientCapabilities,
  type Diagnostic,
  type Location,
  ProgressType,
  type ProtocolConnection,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
  type WorkspaceSymbol,
} from "vscode-languageserver/node"
import { capturesIn } from "../server/src/core/log/readLog.ts"
import type { Read } from "../server/src/documents/chunk.ts"
import { Folder } from "../server/src/documents/folder.ts"
import { editor, type InProcess, inProcess } from "./support/inProcess.ts"

const TENANT = "1b0f2c7e-5d0a-4b7c-9a55-0c6d6f1e2a3b"
const JOINED = `| Device State |
             AzureAdJoined : YES
              DomainJoined : YES
               Device Name : LAB-PC-7.contoso.com
| Tenant Details |
                TenantName : Contoso Lab
                  TenantId : ${TENANT}
`
const FAILING = `             AzureAdJoined : NO
              DomainJoined : YES
        DRS Discovery Test : FAIL [0x801c0021/0x80072ee2]
             DsrInstanceId : ${TENANT.toUpperCase()}
`
/** The answer to a request that was cancelled before there was anything to tell. */
const CANCELLED = { code: -32800 }
const A = "file:///logs/a.dsreg"
const B = "file:///logs/b.dsreg"

const capabilities: ClientCapabilities = {
  ...editor,
  workspace: { ...editor.workspace, workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } },
}

/** In the place of a text: a file that is there, but is no log any more or cannot be read. */
const UNREADABLE = "unreadable"

/** A folder of logs that a client reads for a server. */
interface Opened extends InProcess {
  /** The files, to be changed by a test. */
  readonly files: Map<string, string>
  /** What the server asked to be read, a list an asking; undefined for all. */
  readonly asked: (readonly string[] | undefined)[]
  report(known?: Record<string, string>, token?: CancellationToken): Promise<WorkspaceDocumentDiagnosticReport[]>
  changed(...uris: string[]): Promise<void>
  /** Tells of a file or a folder that it is deleted. */
  deleted(uri: string): Promise<void>
}

let opened: Opened | undefined
afterEach(async () => {
  await opened?.stop()
  opened = undefined
})

async function open(files: Record<string, string>, between?: () => Promise<void>, read?: Read): Promise<Opened> {
  const stored = new Map(Object.entries(files))
  const asked: Opened["asked"] = []
  const prepare = (client: ProtocolConnection) => {
    client.onRequest("client/registerCapability", () => null)
    client.onRequest("workspace/diagnostic/refresh", () => null)
    client.onRequest("dsreg/logs", async ({ only, limit, partialResultToken }) => {
      asked.push(only)
      const uris = [...stored.keys()].slice(0, limit)
      const unread: string[] = []
      for (const uri of only ?? uris) {
        const text = stored.get(uri)
        if (text === UNREADABLE) unread.push(uri)
        if (text === undefined || text === UNREADABLE) continue
        await client.sendProgress(new ProgressType(), partialResultToken, { logs: [{ uri, text }] })
        await between?.()
      }
      return { uris, unread }
    })
  }
  const server = await inProcess(capabilities, { readsLogs: true }, prepare, read)
  opened = {
    ...server,
    files: stored,
    asked,
    report: async (known = {}, token = CancellationToken.None) => {
      const previousResultIds = Object.entries(known).map(([uri, value]) => ({ uri, value }))
      const { items }: WorkspaceDiagnosticReport = await server.client.sendRequest(
        "workspace/diagnostic",
        { previousResultIds },
        token,
      )
      return items
    },
    changed: (...uris) =>
      server.client.sendNotification("workspace/didChangeWatchedFiles", {
        changes: uris.map((uri) => ({ uri, type: 2 })),
      }),
    deleted: (uri) =>
      server.client.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri, type: 3 }] }),
  }
  return opened
}

/** The partial results as they come, one after the other. */
function partsOf(client: InProcess["client"]): () => Promise<WorkspaceDocumentDiagnosticReport[]> {
  const come: WorkspaceDiagnosticReport[] = []
  let tell: () => void = () => undefined
  client.onProgress(new ProgressType<WorkspaceDiagnosticReport>(), "parts", (part) => {
    come.push(part)
    tell()
  })
  return async () => {
    while (come.length === 0) {
      await new Promise<void>((resolve) => {
        tell = resolve
      })
    }
    return come.shift()?.items ?? []
  }
}

/** The address of each report with the codes of its errors. */
const said = (reports: readonly WorkspaceDocumentDiagnosticReport[]) =>
  reports.map((report) => [report.uri, ...(report.kind === "full" ? errors(report.items) : ["unchanged"])])

const errors = (found: readonly Diagnostic[]) => found.filter(({ severity }) => severity === 1).map(({ code }) => code)

const results = (items: readonly WorkspaceDocumentDiagnosticReport[]) =>
  Object.fromEntries(items.map(({ uri, resultId }) => [uri, resultId ?? ""]))

describe("the closed logs of a folder", () => {
  it("are reported without being opened", async () => {
    const { report } = await open({ [A]: JOINED, [B]: FAILING })
    assert.deepEqual(said(await report()), [[B, "0x80072ee2"]])
  })

  it("are reported again when they change, and the request waits until then", async () => {
    const { report, files, changed, asked } = await open({ [A]: FAILING, [B]: FAILING })
    const first = await report()
    assert.equal(first.length, 2)
    let answered = false
    const second = report(results(first)).then((items) => {
      answered = true
      return items
    })
    await report()
    assert.equal(answered, false, "the answer waits")
    files.set(A, FAILING.replace("0x80072ee2", "0x80072ee7"))
    await changed(A)
    assert.deepEqual(said(await second), [[A, "0x80072ee7"]])
    assert.deepEqual(asked, [undefined, [A]])
  })

  it("have nothing to report once they are mended or gone", async () => {
    const { report, files, changed } = await open({ [A]: FAILING, [B]: FAILING })
    const first = await report()
    files.set(A, JOINED)
    files.delete(B)
    await changed(A, B)
    const second = await report(results(first))
    assert.deepEqual(said(second), [[A], [B]])
    const stop = new CancellationTokenSource()
    const third = report({ ...results(first), ...results(second) }, stop.token)
    stop.cancel()
    // What is gone is told once.
    await assert.rejects(third, CANCELLED)
  })

  it("go with a deleted folder, of which nothing is told but itself", async () => {
    const [inside, beside] = ["file:///logs/sub/deep/a.txt", "file:///logs/sub-way.dsreg"]
    const { report, files, deleted, asked } = await open({ [A]: FAILING, [inside]: FAILING, [beside]: FAILING })
    const first = await report()
    assert.deepEqual(
      said(first).map(([uri]) => uri),
      [A, inside, beside],
    )
    files.delete(inside)
    await deleted("file:///logs/sub")
    const second = await report(results(first))
    assert.deepEqual(said(second), [[inside]])
    files.clear()
    await deleted("file:///logs")
    const third = await report({ ...results(first), ...results(second) })
    assert.deepEqual(said(third), [[A], [beside]])
    await deleted("file:///elsewhere")
    assert.deepEqual(asked, [undefined], "nothing is gone through for what is gone")
  })

  it("are forgotten where the file is there and cannot be read any more", async () => {
    const { report, files, changed } = await open({ [A]: FAILING, [B]: FAILING })
    const first = await report()
    files.set(A, UNREADABLE)
    await changed(A)
    assert.deepEqual(said(await report(results(first))), [[A]])
  })

  it("are asked for a few times, however many files change at once", async () => {
    const { report, files, changed, asked } = await open({ [A]: FAILING, [B]: FAILING })
    const first = await report()
    files.set(A, JOINED)
    await Promise.all(Array.from({ length: 3_000 }, (_, index) => changed(A, `file:///logs/${index}.dsreg`)))
    assert.deepEqual(said(await report(results(first))), [[A]])
    await report({ [B]: "x" })
    assert.ok(asked.length < 50, `${asked.length} askings`)
  })

  it("are told once and then waited for: with an open log, a stranger, a deleted file, findings off", async () => {
    const { report, client, files, changed, ...server } = await open({ [A]: FAILING, [B]: FAILING })
    const known = new Map<string, string>()
    const ask = async () => {
      const stop = new CancellationTokenSource()
      const waiting = report(Object.fromEntries(known), stop.token)
      // Another answer shows that the server had the time to give this one.
      await report({ "file:///nothing.dsreg": "x" })
      stop.cancel()
      const items = await waiting.catch((error) => {
        assert.equal(error.code, CANCELLED.code)
        return []
      })
      for (const item of items) known.set(item.uri, item.resultId ?? "")
      return items.length
    }
    const settles = async (what: string) => {
      let rounds = 0
      while ((await ask()) > 0) assert.ok(++rounds < 4, `${what}: the server answers again and again`)
    }
    await settles("closed logs")
    await server.open(A, FAILING)
    await server.open("file:///elsewhere.dsreg", FAILING)
    await settles("open logs")
    for (const uri of [A, "file:///elsewhere.dsreg"]) {
      await client.sendNotification("textDocument/didClose", { textDocument: { uri } })
    }
    await settles("closed again")
    files.delete(A)
    await changed(A)
    await settles("a deleted file")
    await client.sendNotification("workspace/didChangeConfiguration", { settings: { dsreg: { enable: false } } })
    await settles("findings off")
    await client.sendNotification("workspace/didChangeConfiguration", {
      settings: { dsreg: { folder: { include: 5, exclude: null, limit: -1 } } },
    })
    await settles("settings of a wrong type")
  })

  it("come in parts while others are still read", async () => {
    let goOn: () => void = () => undefined
    const gate = new Promise<void>((resolve) => {
      goOn = resolve
    })
    const { client } = await open({ [A]: FAILING, [B]: FAILING }, () => gate)
    const parts = partsOf(client)
    const stop = new CancellationTokenSource()
    const params = { previousResultIds: [], partialResultToken: "parts" }
    const answer = client.sendRequest<WorkspaceDiagnosticReport>("workspace/diagnostic", params, stop.token)
    assert.deepEqual(said(await parts()), [[A, "0x80072ee2"]])
    goOn()
    assert.deepEqual(said(await parts()), [[B, "0x80072ee2"]])
    stop.cancel()
    await assert.rejects(answer, CANCELLED)
  })

  it("are read with pauses, in which other requests are answered", async () => {
    const slow: Read = function* (text) {
      for (const capture of capturesIn(text)) {
        for (const until = Date.now() + 60; Date.now() < until; );
        yield capture
      }
    }
    let sent: () => void = () => undefined
    const isSent = new Promise<void>((resolve) => {
      sent = resolve
    })
    const { report, client } = await open({ [A]: `| Device State |\n${FAILING}`.repeat(3) }, async () => sent(), slow)
    await isSent
    const order: string[] = []
    const reported = report().then((items) => order.push(`${items.length} report`))
    const explained = client.sendRequest("dsreg/explain", { id: "index" }).then(() => order.push("page"))
    await Promise.all([reported, explained])
    assert.deepEqual(order, ["page", "1 report"])
  })

  it("are left to the editor while they are open, and read again when it closes them", async () => {
    const { report, asked, ...server } = await open({ [A]: FAILING, [B]: FAILING })
    await server.open(A, JOINED)
    assert.deepEqual(said(await report()), [[B, "0x80072ee2"]])
    await server.client.sendNotification("textDocument/didClose", { textDocument: { uri: A } })
    const known = results(await report({ [B]: "x" }))
    assert.ok(known[A], "the closed log is told of")
    assert.deepEqual(asked.at(-1), [A])
    const pulled = await server.pull(A)
    assert.ok(
      pulled.kind === "full" && errors(pulled.items).length === 1,
      "the last pull of a closed log has its findings",
    )
  })

  it("leave nothing behind of a log of another place", async () => {
    const { report, ...server } = await open({ [A]: FAILING })
    await server.open("file:///elsewhere.dsreg", FAILING)
    const known = results(await report())
    await server.client.sendNotification("textDocument/didClose", { textDocument: { uri: "file:///elsewhere.dsreg" } })
    assert.deepEqual(said(await report(known)), [["file:///elsewhere.dsreg"]])
  })

  it("follow the settings", async () => {
    const { report, client } = await open({ [A]: FAILING })
    const first = await report()
    await client.sendNotification("workspace/didChangeConfiguration", {
      settings: { dsreg: { severity: { "drs-discovery-failed": "off" } } },
    })
    assert.deepEqual(said(await report(results(first))), [[A]])
    await client.sendNotification("workspace/didChangeConfiguration", { settings: { dsreg: { folder: { limit: 0 } } } })
    await report({ [A]: "x" })
    assert.deepEqual(said(await report({ [B]: "old" })), [[B]])
  })

  it("are counted by cause with the open ones, and that they are others is told once to who asked", async () => {
    const { client, report, files, changed, open: openLog } = await open({ [A]: JOINED, [B]: FAILING })
    let told = 0
    let tell: () => void = () => undefined
    const isTold = () =>
      new Promise<void>((resolve) => {
        tell = resolve
      })
    client.onNotification("dsreg/fleetChanged", () => {
      told++
      tell()
    })
    const asked = async () => {
      const fleet: { nodes: { id: string; logs: number; nodes?: { id: string }[] }[]; all: number; reading: boolean } =
        await client.sendRequest("dsreg/fleet", {})
      return { ...fleet, counts: fleet.nodes.map(({ id, logs }) => `${id} ${logs}`) }
    }
    await report()
    assert.equal(told, 0)
    const { counts, reading, nodes } = await asked()
    assert.deepEqual([counts, reading], [["phase discover 1", "cause none    1"], false])
    const id = nodes[0]?.nodes?.[0]?.id
    assert.deepEqual(await client.sendRequest("dsreg/fleetPlaces", { id }), [{ uri: B, line: 2 }])
    await openLog("untitled:Untitled-1", FAILING)
    assert.deepEqual((await asked()).counts, ["phase discover 2", "cause none    1"])
    const first = isTold()
    files.set(A, FAILING)
    await changed(A)
    await first
    const { all } = await asked()
    assert.equal(all, 3)
    assert.deepEqual(await client.sendRequest("dsreg/fleetPlaces", { filter: { text: "a.dsreg" }, id }), [
      { uri: A, line: 2 },
    ])
  })

  it("leave nothing behind where a log is closed and gone at once", async () => {
    const { client, report, files, deleted, open: openLog } = await open({ [A]: FAILING })
    await report()
    await openLog(A, FAILING)
    await client.sendNotification("textDocument/didClose", { textDocument: { uri: A } })
    files.delete(A)
    await deleted(A)
    assert.deepEqual(said(await report()), [[A]])
  })

  it("are found by what they have in common with an open one", async () => {
    const { report, client, ...server } = await open({ [A]: JOINED, [B]: FAILING })
    await report()
    await server.open("file:///open.dsreg", FAILING)
    const at = { textDocument: { uri: "file:///open.dsreg" }, position: { line: 3, character: 35 } }
    const places: Location[] = await client.sendRequest("textDocument/references", {
      ...at,
      context: { includeDeclaration: true },
    })
    assert.deepEqual(
      places.map(({ uri, range }) => `${uri} ${range.start.line}`),
      ["file:///open.dsreg 3", `${A} 6`, `${B} 3`],
    )
    const home: Location = await client.sendRequest("textDocument/definition", at)
    assert.deepEqual([home.uri, home.range.start.line], [A, 6])
  })

  it("are found by the name of a device, a tenant or a code", async () => {
    const { report, client } = await open({ [A]: JOINED, [B]: FAILING })
    await report()
    const found = async (query: string) => {
      const symbols: WorkspaceSymbol[] = await client.sendRequest("workspace/symbol", { query })
      return symbols.map(({ name, containerName }) => `${containerName}: ${name}`)
    }
    assert.deepEqual(await found("labpc7"), ["a.dsreg: LAB-PC-7.contoso.com"])
    assert.deepEqual(await found("contoso lab"), ["a.dsreg: Contoso Lab"])
    for (const query of ["72ee2", "wininet_e_timeout", "error_winhttp_timeout"]) {
      assert.match((await found(query)).join(), /^b\.dsreg: 0x80072ee2 [^,]*$/)
    }
    assert.deepEqual(await found("nothing of this"), [])
    assert.equal((await found("")).length, 5)
  })
})

describe("the index of a folder", () => {
  it("keeps no text of a log but names and findings", () => {
    const folder = new Folder()
    folder.put(A, `${FAILING}            Server Message : keep this to yourself\n`)
    assert.doesNotMatch(JSON.stringify([...folder.logs]), /yourself|DomainJoined/)
  })

  it("tells the logs of a clone so, and no more once it is gone", () => {
    const cloned = (name: string) =>
      `${JOINED.replace("LAB-PC-7", name)}| Device Details |\n DeviceId : 0f1e2d3c-1111-4222-8333-444455556666\n`
    const folder = new Folder()
    const told = () =>
      Array.from(folder.logs, ({ uri, findings }) => [
        uri,
        findings.flatMap(({ rule, line }) => (rule === "cloned-image" ? [line] : [])),
      ])
    folder.put(A, cloned("POOL-1"))
    folder.put(B, cloned("POOL-2"))
    folder.announce()
    assert.deepEqual(told(), [
      [A, [8]],
      [B, [8]],
    ])
    const { reading } = folder.get(A) ?? assert.fail()
    folder.announce()
    assert.equal(folder.get(A)?.reading, reading, "nothing new is no new reading")
    folder.put(B, cloned("POOL-1"))
    folder.announce()
    assert.deepEqual(told(), [
      [A, []],
      [B, []],
    ])
    assert.notEqual(folder.get(A)?.reading, reading)
  })

  it("is bounded for a log of any length", () => {
    const folder = new Folder()
    folder.put(A, `| Device State |\n${FAILING}`.repeat(2500))
    const [log] = folder.logs
    assert.equal(log?.findings.length, 1000)
    assert.equal(log?.occurrences.length, 5000)
  })

  it("keeps what tells of a fault where there is no room for more", () => {
    const folder = new Folder({
      *read(text) {
        yield* capturesIn(text)
        throw new Error("broken")
      },
    })
    const faults = folder.put(A, `| Device State |\n${FAILING}`.repeat(2500))
    assert.deepEqual(
      faults.map(({ error }) => String(error)),
      ["Error: broken"],
    )
    const [log] = folder.logs
    assert.equal(log?.findings.at(-1)?.rule, "dsreg-fault")
    assert.equal(log?.findings.length, 1001)
  })

  it("is read in steps, and is as it was until the last", () => {
    const folder = new Folder()
    const text = `| Device State |\n${FAILING}`.repeat(3)
    let steps = 0
    for (const _ of folder.reading(A, text)) {
      steps++
      assert.equal(folder.get(A), undefined)
    }
    assert.equal(steps, 3)
    assert.deepEqual(
      folder.get(A)?.findings.flatMap(({ code, line }) => (code === "0x80072ee2" ? [line] : [])),
      [3, 8, 13],
    )
  })
})
