import assert from "node:assert/strict"
import { execFileSync } from "node:child_process"
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { afterEach, describe, it } from "node:test"
import { pathToFileURL } from "node:url"
import { type Message, RawClient, type ServerProcess, started } from "./support/rawClient.ts"

const FAILING = "             AzureAdJoined : NO\n        DRS Discovery Test : FAIL [0x801c0021/0x80072ee2]\n"
const HEALTHY = "             AzureAdJoined : YES\n"
const BOX = `+------+\n| Device State |\n+------+\n\n`
const LINKS = process.platform === "win32" ? "links need rights on Windows" : false

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

/** A folder with files, by their paths in it. */
function folderOf(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), "dsreg-folder-"))
  stops.push(() => rmSync(folder, { recursive: true, force: true }))
  write(folder, files)
  return folder
}

function write(folder: string, files: Record<string, string | Uint8Array>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

/** A client that hands over no files, with the folders as its workspace. */
interface Editor extends ServerProcess {
  readonly client: RawClient
  /** The files in a folder that the client shows failures of, by what was pushed to it so far. */
  shown(folder: string): string[]
  /** Waits until these and no others are shown. */
  shows(folder: string, ...paths: string[]): Promise<void>
}

async function editor(folders: readonly string[], capabilities: object = {}, settings: object = {}): Promise<Editor> {
  const server = await started(["--stdio"])
  stops.push(() => server.process.kill("SIGKILL"))
  const { stdin, stdout } = server.process
  assert.ok(stdin && stdout)
  const client = new RawClient(stdout, stdin)
  await client.request("initialize", {
    processId: null,
    rootUri: null,
    workspaceFolders: folders.map((folder) => ({ uri: pathToFileURL(folder).href, name: "logs" })),
    capabilities: {
      ...capabilities,
      workspace: { workspaceFolders: true, ...("workspace" in capabilities && (capabilities.workspace as object)) },
    },
    initializationOptions: { settings },
  })
  client.notify("initialized", {})
  const shown = (folder: string) => {
    const last = new Map<string, boolean>()
    for (const { method, params } of client.received) {
      if (method === "textDocument/publishDiagnostics") {
        last.set(
          params.uri,
          params.diagnostics.some(({ code }: { code: string }) => code === "0x80072ee2"),
        )
      }
    }
    const start = `${pathToFileURL(folder).href}/`
    return [...last].flatMap(([uri, fails]) => (fails ? [decodeURIComponent(uri.replace(start, ""))] : [])).sort()
  }
  return {
    ...server,
    client,
    shown,
    shows: async (folder, ...paths) => {
      const isSo = () => JSON.stringify(shown(folder)) === JSON.stringify([...paths].sort())
      await client.come(() => isSo())
      assert.deepEqual(shown(folder), [...paths].sort())
    },
  }
}

const uriOf = (folder: string, path: string) => pathToFileURL(join(folder, path)).href
const named = (uri: string) => ({ textDocument: { uri } })

describe("the logs of a folder that nobody hands over", () => {
  it("are read by the server and pushed: by ending, by name, by what they hold, in any encoding", async () => {
    const folder = folderOf({
      "one.dsreg": FAILING,
      "sub/dsregcmd of PC (1).txt": BOX + FAILING,
      "sub/deeper/ticket.log": `A ticket\n\n${BOX}${FAILING}`,
      "wide.txt": Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(BOX + FAILING, "utf16le")]),
      "healthy.dsreg": HEALTHY,
      "other.txt": "DRS Discovery Test is a name\n",
      "picture.png": BOX + FAILING,
      "node_modules/dsregcmd.txt": BOX + FAILING,
      ".git/dsregcmd.txt": BOX + FAILING,
      "empty.dsreg": "",
    })
    const { shows } = await editor([folder])
    await shows(folder, "one.dsreg", "sub/dsregcmd of PC (1).txt", "sub/deeper/ticket.log", "wide.txt")
  })

  it("are none where there is no folder, one that is gone, or one of another kind", async () => {
    const folder = folderOf({ "one.dsreg": FAILING })
    const { client, shows } = await editor([join(folder, "gone"), folder])
    await shows(folder, "one.dsreg")
    client.notify("workspace/didChangeWorkspaceFolders", {
      event: {
        added: [
          { uri: "untitled:folder", name: "" },
          { uri: "https://example.com/logs", name: "" },
        ],
        removed: [{ uri: pathToFileURL(folder).href, name: "logs" }],
      },
    })
    await shows(folder)
    client.notify("workspace/didChangeWorkspaceFolders", {
      event: { added: [{ uri: pathToFileURL(folder).href, name: "logs" }], removed: [] },
    })
    await shows(folder, "one.dsreg")
  })

  it("keep to the settings: globs, what they leave out, and how many", async () => {
    const files = { "a.dsreg": FAILING, "b.dsreg": FAILING, "sub/c.dsreg": FAILING, "d.txt": BOX + FAILING }
    const folder = folderOf(files)
    const globs = await editor([folder], {}, { folder: { include: ["**/*.dsreg"], exclude: ["sub/**"] } })
    await globs.shows(folder, "a.dsreg", "b.dsreg")
    const few = await editor([folder], {}, { folder: { limit: 2 } })
    await few.shows(folder, "a.dsreg", "b.dsreg")
    const cut = await few.client.come(({ method }) => method === "window/logMessage")
    assert.match(cut.params.message, /^The logs of this folder are larger than what can be kept/)
    const none = await editor([folder], {}, { folder: { limit: 0 } })
    await none.client.request("dsreg/explain", { id: "index" })
    assert.deepEqual(none.shown(folder), [])
  })

  it("are left out where they are too large, and for other names sooner", async () => {
    const folder = folderOf({ "large.dsreg": FAILING, "other.txt": BOX + FAILING, "small.dsreg": FAILING })
    truncateSync(join(folder, "large.dsreg"), 10_000_001)
    truncateSync(join(folder, "other.txt"), 2_000_001)
    const { shows } = await editor([folder])
    await shows(folder, "small.dsreg")
  })

  it("are the open ones while they are open, under whatever spelling, and are read again when closed", async () => {
    const folder = folderOf({ "dsregcmd (1).txt": BOX + FAILING, "two.dsreg": FAILING })
    const { client, shows } = await editor([folder])
    await shows(folder, "dsregcmd (1).txt", "two.dsreg")
    const spelled = uriOf(folder, "dsregcmd (1).txt").replace("(", "%28").replace(")", "%29")
    const before = client.received.length
    client.notify("textDocument/didOpen", {
      textDocument: { uri: spelled, languageId: "dsreg", version: 1, text: HEALTHY },
    })
    const pushed = ({ method, params }: Message) =>
      method === "textDocument/publishDiagnostics" && params.uri === spelled
    await client.come(pushed, before)
    await shows(folder, "two.dsreg")
    client.notify("textDocument/didClose", named(spelled))
    await shows(folder, "dsregcmd (1).txt", "two.dsreg")
  })

  it("follow what the client watches, where it offers that", async () => {
    const folder = folderOf({ "one.dsreg": FAILING, "sub/two.dsreg": FAILING })
    const { client, shows } = await editor([folder], {
      workspace: { didChangeWatchedFiles: { dynamicRegistration: true } },
    })
    const asked = await client.come(({ method }) => method === "client/registerCapability")
    const [{ method, registerOptions }] = asked.params.registrations
    assert.equal(method, "workspace/didChangeWatchedFiles")
    assert.deepEqual(
      registerOptions.watchers.map(({ globPattern }: { globPattern: string }) => globPattern),
      ["**/*.dsreg", "**/*.{txt,log}", "**"],
    )
    client.send({ id: asked.id, result: null })
    await shows(folder, "one.dsreg", "sub/two.dsreg")
    const changed = (type: number, ...paths: string[]) =>
      client.notify("workspace/didChangeWatchedFiles", {
        changes: paths.map((path) => ({ uri: uriOf(folder, path), type })),
      })
    write(folder, { "one.dsreg": HEALTHY, "three.dsreg": FAILING })
    changed(2, "one.dsreg")
    changed(1, "three.dsreg")
    await shows(folder, "sub/two.dsreg", "three.dsreg")
    rmSync(join(folder, "sub"), { recursive: true })
    changed(3, "sub")
    await shows(folder, "three.dsreg")
    write(folder, { "new/four.dsreg": FAILING })
    changed(1, "new")
    await shows(folder, "new/four.dsreg", "three.dsreg")
    changed(2, "../outside.dsreg", "node_modules/five.dsreg", "gone.dsreg")
    write(folder, { "one.dsreg": FAILING })
    changed(2, "one.dsreg")
    await shows(folder, "new/four.dsreg", "one.dsreg", "three.dsreg")
  })

  it("are shown to be read by a client that shows such things", async () => {
    const folder = folderOf({ "one.dsreg": FAILING })
    const { client, shows } = await editor([folder], { window: { workDoneProgress: true } })
    const { id, params } = await client.come(({ method }) => method === "window/workDoneProgress/create")
    // Nothing waits for the answer.
    await shows(folder, "one.dsreg")
    client.send({ id, result: null })
    const told = async (kind: string) =>
      (await client.come((message) => message.method === "$/progress" && message.params.value.kind === kind)).params
    assert.deepEqual(await told("begin"), {
      token: params.token,
      value: { kind: "begin", title: "Reading dsregcmd logs" },
    })
    assert.deepEqual(await told("end"), { token: params.token, value: { kind: "end" } })
  })

  it("are asked for by a client that can, from when on nothing is pushed", async () => {
    const folder = folderOf({ "one.dsreg": FAILING, "healthy.dsreg": HEALTHY })
    const { client, shows } = await editor([folder], { textDocument: { diagnostic: {} } })
    await shows(folder, "one.dsreg")
    const { result } = await client.request("workspace/diagnostic", { previousResultIds: [] })
    assert.deepEqual(
      result.items.map(({ uri, items }: { uri: string; items: { code: string }[] }) => [
        uri,
        items.map(({ code }) => code),
      ]),
      [[uriOf(folder, "one.dsreg"), ["0x80072ee2"]]],
    )
    await shows(folder)
  })

  it("answer at once with nothing where all are healthy and the client asks once", async () => {
    const folder = folderOf({ "healthy.dsreg": HEALTHY })
    const { client } = await editor([folder], { textDocument: { diagnostic: {} } })
    assert.deepEqual((await client.request("workspace/diagnostic", { previousResultIds: [] })).result.items, [])
  })

  it("are found by references and symbols", async () => {
    const folder = folderOf({ "one.dsreg": FAILING })
    const { client, shows } = await editor([folder])
    await shows(folder, "one.dsreg")
    const { result } = await client.request("workspace/symbol", { query: "0x80072ee2" })
    assert.deepEqual(
      result.map(({ location }: { location: { uri: string } }) => location.uri),
      [uriOf(folder, "one.dsreg")],
    )
  })
})

describe("a link in a folder", { skip: LINKS }, () => {
  it("is not followed: to a log, to a folder, out of the workspace, or round in a circle", async () => {
    const outside = folderOf({ "secret.dsreg": FAILING, "logs/two.dsreg": FAILING })
    const folder = folderOf({ "own.dsreg": FAILING, "sub/inner.dsreg": FAILING })
    symlinkSync(join(outside, "secret.dsreg"), join(folder, "secret.dsreg"))
    symlinkSync(join(folder, "own.dsreg"), join(folder, "own-again.dsreg"))
    symlinkSync(join(outside, "logs"), join(folder, "logs"))
    symlinkSync(folder, join(folder, "sub/circle"))
    const { client, shows } = await editor([folder])
    await shows(folder, "own.dsreg", "sub/inner.dsreg")
    // Nor where the client names it.
    client.notify("workspace/didChangeWatchedFiles", {
      changes: ["secret.dsreg", "own-again.dsreg", "logs", "logs/two.dsreg", "sub/circle/own.dsreg"].map((path) => ({
        uri: uriOf(folder, path),
        type: 2,
      })),
    })
    write(folder, { "later.dsreg": FAILING })
    client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: uriOf(folder, "later.dsreg"), type: 1 }] })
    await shows(folder, "later.dsreg", "own.dsreg", "sub/inner.dsreg")
  })

  it("may be the workspace's folder itself, and the logs keep that name", async () => {
    const real = folderOf({ "logs/one.dsreg": FAILING })
    const link = join(real, "link")
    symlinkSync(join(real, "logs"), link)
    const { shows } = await editor([link])
    await shows(link, "one.dsreg")
  })

  it("that takes the place of a folder later leads nowhere", async () => {
    const outside = folderOf({ "one.dsreg": FAILING })
    const folder = folderOf({ "sub/one.dsreg": FAILING })
    const { client, shows } = await editor([folder])
    await shows(folder, "sub/one.dsreg")
    renameSync(join(folder, "sub"), join(folder, "was"))
    symlinkSync(outside, join(folder, "sub"))
    client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: uriOf(folder, "sub/one.dsreg"), type: 2 }] })
    await shows(folder)
  })

  it("and a pipe of the name of a log hold nobody up", async () => {
    const folder = folderOf({ "one.dsreg": FAILING })
    execFileSync("mkfifo", [join(folder, "pipe.dsreg")])
    const { client, shows } = await editor([folder])
    await shows(folder, "one.dsreg")
    client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: uriOf(folder, "pipe.dsreg"), type: 2 }] })
    write(folder, { "two.dsreg": FAILING })
    client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: uriOf(folder, "two.dsreg"), type: 2 }] })
    await shows(folder, "one.dsreg", "two.dsreg")
  })
})
