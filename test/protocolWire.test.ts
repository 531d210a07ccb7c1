import assert from "node:assert/strict"
import { createServer, type Server, type Socket } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, describe, it } from "node:test"
import { frame, type Message, RawClient, type ServerProcess, started } from "./support/rawClient.ts"

const URI = "file:///logs/one.dsreg"
const FAILING = "             AzureAdJoined : NO\n        DRS Discovery Test : FAIL [0x801c0021/0x80072ee2]\n"
const OTHER = "             AzureAdJoined : NO\n        DRS Discovery Test : PASS\n"

const INVALID_REQUEST = -32600
const METHOD_NOT_FOUND = -32601
const INVALID_PARAMS = -32602
const PARSE_ERROR = -32700
const NOT_INITIALIZED = -32002
const CANCELLED = -32800

/** A server over standard input and output. */
interface Served extends ServerProcess {
  readonly client: RawClient
}

const running = new Set<ServerProcess>()
afterEach(() => {
  for (const { process } of running) process.kill("SIGKILL")
  running.clear()
})

async function process(...args: string[]): Promise<Served> {
  const server = await started(args)
  running.add(server)
  const { stdin, stdout } = server.process
  assert.ok(stdin && stdout)
  return { ...server, client: new RawClient(stdout, stdin) }
}

const serve = () => process("--stdio")

/** A server that a client with these abilities said hello to. */
async function greeted(capabilities: object = {}, more: object = {}): Promise<Served> {
  const server = await serve()
  await server.client.request("initialize", { processId: null, rootUri: null, capabilities, ...more })
  server.client.notify("initialized", {})
  return server
}

function open({ client }: Served, text: string, uri = URI, version = 1): void {
  client.notify("textDocument/didOpen", { textDocument: { uri, languageId: "dsreg", version, text } })
}

const hover = { textDocument: { uri: URI }, position: { line: 1, character: 50 } }
const pulls = { textDocument: { diagnostic: {} } }
const code = ({ error }: Message) => error?.code

describe("before `initialize`", () => {
  it("requests are refused and notifications dropped", async () => {
    const server = await serve()
    const { client } = server
    assert.equal(code(await client.request("textDocument/hover", hover)), NOT_INITIALIZED)
    assert.equal(code(await client.request("shutdown")), NOT_INITIALIZED)
    assert.equal(code(await client.request("none/such", {})), NOT_INITIALIZED)
    open(server, FAILING)
    const { result } = await client.request("initialize", { processId: null, rootUri: null, capabilities: pulls })
    assert.equal(result.serverInfo.name, "dsreg-language-server")
    assert.deepEqual((await client.request("textDocument/diagnostic", hover)).result.items, [])
  })

  it("`exit` ends it with 1", async () => {
    const { client, ended } = await serve()
    client.notify("exit")
    assert.equal(await ended, 1)
  })

  it("a second `initialize` is refused", async () => {
    const { client } = await greeted()
    assert.equal(code(await client.request("initialize", { processId: null, capabilities: {} })), INVALID_REQUEST)
  })
})

describe("after `shutdown`", () => {
  it("every request is refused, and `exit` ends it with 0", async () => {
    const server = await greeted(pulls)
    const { client } = server
    open(server, FAILING)
    assert.equal((await client.request("shutdown")).result, null)
    for (const method of ["textDocument/hover", "textDocument/diagnostic", "shutdown", "initialize", "none/such"]) {
      assert.equal(code(await client.request(method, hover)), INVALID_REQUEST, method)
    }
    client.notify("exit")
    assert.equal(await server.ended, 0)
  })

  it("`exit` without it ends it with 1", async () => {
    const { client, ended } = await greeted()
    client.notify("exit")
    assert.equal(await ended, 1)
  })

  it("`shutdown`, `exit` and the end of the stream in one piece end it with 0", async () => {
    const { client, ended, process } = await greeted()
    client.send({ id: "last", method: "shutdown" }, { method: "exit" })
    process.stdin?.end()
    assert.equal(await ended, 0)
  })
})

describe("a client that goes away", () => {
  it("ends the server by closing the stream", async () => {
    const { process, ended } = await greeted()
    process.stdin?.end()
    assert.equal(await ended, 1)
  })

  it("ends it by ending itself, whoever holds the stream", async () => {
    const parent = await started(["--version"])
    await parent.ended
    const { ended } = await greeted({}, { processId: parent.process.pid })
    assert.equal(await ended, 1)
  })

  it("ends it by closing the channel of Node", async () => {
    const server = await started(["--node-ipc"], true)
    running.add(server)
    const answered = new Promise<Message>((resolve) =>
      server.process.once("message", (message) => resolve(message as Message)),
    )
    server.process.send({ jsonrpc: "2.0", id: 1, method: "initialize", params: { processId: null, capabilities: {} } })
    assert.equal((await answered).result.serverInfo.name, "dsreg-language-server")
    server.process.disconnect()
    assert.equal(await server.ended, 1)
  })
})

describe("a cancelled request", () => {
  it("that waits for its turn is answered so, and so is one that was never sent", async () => {
    const server = await greeted()
    const { client } = server
    open(server, FAILING)
    client.notify("$/cancelRequest", { id: "never sent" })
    const ids = Array.from({ length: 200 }, (_, index) => `tokens ${index}`)
    client.send(
      ...ids.map((id) => ({ id, method: "textDocument/semanticTokens/full", params: { textDocument: { uri: URI } } })),
      ...ids.map((id) => ({ method: "$/cancelRequest", params: { id } })),
    )
    const answers = await Promise.all(ids.map((id) => client.answer(id)))
    assert.deepEqual(new Set(answers.map(code)), new Set([CANCELLED]))
  })

  it("that is being worked on stops", async () => {
    const server = await greeted()
    const { client } = server
    // Long enough that a breath is taken on any machine, many times.
    const text = `+---+\n| Device State |\n+---+\n${FAILING}`.repeat(40_000)
    open(server, FAILING)
    const answers: unknown[] = []
    // On a machine that is busy elsewhere, the server may be through before this process gets to cancel; what it read
    // is remembered, so each try has a log of its own.
    while (!answers.includes(CANCELLED) && answers.length < 6) {
      const [id, uri] = [`long-${answers.length}`, `file:///logs/long-${answers.length}.dsreg`]
      open(server, text, uri)
      client.send({ id, method: "textDocument/foldingRange", params: { textDocument: { uri } } })
      // Its answer shows that the one before it was begun.
      await client.request("textDocument/hover", hover)
      client.notify("$/cancelRequest", { id })
      answers.push(code(await client.answer(id)))
      client.notify("textDocument/didClose", { textDocument: { uri } })
    }
    assert.equal(answers.at(-1), CANCELLED)
  })

  it("for the workspace's diagnostics is answered so", async () => {
    const { client } = await greeted(pulls)
    client.send({
      id: "all",
      method: "workspace/diagnostic",
      params: { previousResultIds: [{ uri: "file:///gone", value: "gone" }], partialResultToken: 1 },
    })
    client.notify("$/cancelRequest", { id: "all" })
    assert.equal(code(await client.answer("all")), CANCELLED)
  })
})

describe("the name of a result", () => {
  it("is never that of another text of the same version", async () => {
    const server = await greeted(pulls)
    const { client } = server
    const pull = async (previousResultId?: string) =>
      (await client.request("textDocument/diagnostic", { ...hover, ...(previousResultId && { previousResultId }) }))
        .result
    open(server, FAILING)
    const first = await pull()
    assert.equal((await pull(first.resultId)).kind, "unchanged")
    client.notify("textDocument/didClose", { textDocument: { uri: URI } })
    open(server, OTHER)
    assert.equal((await pull(first.resultId)).kind, "full")
  })
})

describe("a client that answers badly or not at all", () => {
  it("is served with the presets where it never tells its settings", async () => {
    const server = await greeted({ ...pulls, workspace: { configuration: true } })
    open(server, FAILING)
    const { result } = await server.client.request("textDocument/diagnostic", hover)
    assert.deepEqual(
      result.items.map((item: { code: string }) => item.code),
      ["0x80072ee2"],
    )
  })

  it("is served on where it refuses what it is asked", async () => {
    const refreshSupport = true
    const server = await greeted(
      {
        ...pulls,
        workspace: {
          configuration: true,
          didChangeConfiguration: { dynamicRegistration: true },
          didChangeWatchedFiles: { dynamicRegistration: true },
          diagnostics: { refreshSupport },
          inlayHint: { refreshSupport },
          codeLens: { refreshSupport },
          semanticTokens: { refreshSupport },
        },
      },
      { initializationOptions: { readsLogs: true } },
    )
    const { client } = server
    const refused = new Set<unknown>()
    const refuse = () => {
      for (const { id, method } of client.received) {
        if (id === undefined || method === undefined || refused.has(id)) continue
        refused.add(id)
        client.send({ id, error: { code: METHOD_NOT_FOUND, message: "not here" } })
      }
    }
    const asked = (method: string) => client.come((message) => message.method === method).then(refuse)
    await asked("client/registerCapability")
    await asked("workspace/configuration")
    await asked("dsreg/logs")
    client.notify("workspace/didChangeConfiguration", { settings: null })
    // It asks for its settings a second time, and goes on when it was refused.
    await client.come(({ id, method }) => method === "workspace/configuration" && !refused.has(id)).then(refuse)
    for (const what of ["diagnostic", "inlayHint", "codeLens", "semanticTokens"])
      await asked(`workspace/${what}/refresh`)
    open(server, FAILING)
    assert.equal((await client.request("textDocument/diagnostic", hover)).result.kind, "full")
    assert.equal(server.errors(), "")
    assert.equal(server.process.exitCode, null)
  })
})

describe("what nobody knows", () => {
  it("is refused as a request, and passed over as a notification", async () => {
    const server = await greeted(pulls)
    const { client } = server
    assert.equal(code(await client.request("none/such", {})), METHOD_NOT_FOUND)
    assert.equal(code(await client.request("$/none/such", {})), METHOD_NOT_FOUND)
    client.notify("none/such", {})
    client.notify("$/none/such", {})
    client.notify("$/setTrace", { value: "off" })
    client.notify("workspace/didChangeWorkspaceFolders", { event: { added: [], removed: [] } })
    assert.equal((await client.request("textDocument/hover", hover)).result, null)
  })
})

describe("parameters that miss what they need", () => {
  it("are refused in a request, and passed over in a notification", async () => {
    const server = await greeted(pulls)
    const { client } = server
    for (const method of ["hover", "documentSymbol", "diagnostic", "semanticTokens/full", "codeAction"]) {
      for (const params of [{}, { textDocument: {} }, { textDocument: { uri: 5 } }]) {
        assert.equal(code(await client.request(`textDocument/${method}`, params)), INVALID_PARAMS, method)
      }
    }
    open(server, FAILING)
    const { textDocument } = hover
    for (const method of ["hover", "completion", "documentHighlight", "references", "definition"]) {
      for (const position of [undefined, null, {}, { line: "1", character: 2 }, [1, 2]]) {
        const params = { textDocument, position, context: { includeDeclaration: true } }
        assert.equal(code(await client.request(`textDocument/${method}`, params)), INVALID_PARAMS, method)
      }
    }
    for (const positions of [undefined, {}, [{ line: 1 }]]) {
      const { error } = await client.request("textDocument/selectionRange", { textDocument, positions })
      assert.deepEqual(error, { code: INVALID_PARAMS, message: "`positions` is missing" })
    }
    for (const method of ["inlayHint", "codeAction", "semanticTokens/range"]) {
      for (const range of [undefined, { start: hover.position }]) {
        const params = { textDocument, range, context: { diagnostics: [] } }
        assert.equal(code(await client.request(`textDocument/${method}`, params)), INVALID_PARAMS, method)
      }
    }
    client.notify("textDocument/didClose", { textDocument })
    for (const method of ["didOpen", "didChange", "didClose"]) client.notify(`textDocument/${method}`, {})
    client.notify("workspace/didChangeWatchedFiles", {})
    open(server, FAILING)
    assert.equal((await client.request("textDocument/diagnostic", hover)).result.items.length, 1)
  })
})

describe("frames", () => {
  it("may come in pieces, several at once, with other headers, and with letters of several bytes", async () => {
    const server = await greeted(pulls)
    const { client } = server
    const text = `             AzureAdJoined : NO\n               TenantName : 漢字🙂\n${FAILING}`
    const opened = {
      jsonrpc: "2.0",
      method: "textDocument/didOpen",
      params: { textDocument: { uri: URI, languageId: "dsreg", version: 1, text } },
    }
    const asked = { jsonrpc: "2.0", id: "pieces", method: "textDocument/diagnostic", params: hover }
    const body = JSON.stringify(asked)
    const second = `Content-Type: application/vscode-jsonrpc; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
    const bytes = Buffer.from(frame(JSON.stringify(opened)) + second)
    for (let at = 0; at < bytes.length; at += 7) {
      client.write(bytes.subarray(at, at + 7))
      await new Promise((resolve) => setImmediate(resolve))
    }
    const [found] = (await client.answer("pieces")).result.items
    assert.equal(found.range.start.line, 3)
  })

  it("that hold no JSON are told so, and the next one is served", async () => {
    const { client } = await greeted()
    client.write(frame("{ this is no JSON"))
    assert.equal(code(await client.answer(null)), PARSE_ERROR)
    assert.equal((await client.request("textDocument/hover", hover)).result, null)
  })

  it("that hold no message are told so, and the next one is served", async () => {
    const { client } = await greeted()
    const texts = [
      "[]",
      "7",
      "null",
      '"text"',
      "{}",
      '{"jsonrpc":"1.0","id":1,"method":"shutdown"}',
      '{"jsonrpc":"2.0","id":{},"method":"shutdown"}',
      '{"jsonrpc":"2.0","id":null,"method":"shutdown"}',
      '{"jsonrpc":"2.0","id":5}',
      '{"jsonrpc":"2.0","id":"x","method":5}',
    ]
    for (const text of texts) {
      const before = client.received.length
      client.write(frame(text))
      const refused = await client.come(({ error }) => error !== undefined, before)
      assert.equal(code(refused), INVALID_REQUEST, text)
      assert.equal((await client.request("textDocument/hover", hover)).result, null, text)
    }
  })

  it("take `null` for no parameters, as some clients write it, and a cancellation of nothing", async () => {
    const { client } = await greeted()
    client.write(frame('{"jsonrpc":"2.0","method":"$/cancelRequest"}'))
    client.write(frame('{"jsonrpc":"2.0","id":"end","method":"shutdown","params":null}'))
    assert.equal((await client.answer("end")).result, null)
  })

  it("without a length end the server, with a line that says so", async () => {
    const { client, ended, errors } = await greeted()
    client.write('Content-Type: text\r\n\r\n{"jsonrpc":"2.0"}')
    assert.equal(await ended, 1)
    assert.match(
      errors(),
      /^dsreg-language-server: the connection to the editor broke: Header must provide a Content-Length/,
    )
  })
})

describe("the arguments", () => {
  const says = async (...args: string[]) => {
    const { ended, errors, process } = await started(args)
    let out = ""
    process.stdout?.setEncoding("utf8").on("data", (text) => {
      out += text
    })
    process.stdin?.end()
    return { code: await ended, out, line: errors().split("\n")[0] }
  }

  it("tell about the server", async () => {
    const help = await says("--help")
    assert.equal(help.code, 0)
    for (const option of ["--stdio", "--socket=PORT", "--pipe=NAME", "--node-ipc", "--help", "--version"]) {
      assert.ok(help.out.includes(`  ${option}  `), option)
    }
    const { version } = await import("../server/src/version.ts")
    assert.deepEqual(await says("--version"), { code: 0, out: `${version}\n`, line: "" })
  })

  it("are wrong with a line that says why, what there is, and code 2", async () => {
    const port = "--socket needs a number from 1 to 65535"
    const wrong: readonly (readonly [args: string[], why: string])[] = [
      [[], "it is not said what to speak over"],
      [["--stdiox"], "there is no option --stdiox"],
      [["stdio"], 'there is nothing to do with "stdio"'],
      [["--stdio=yes"], "--stdio takes no value"],
      [["--stdio", "--pipe=x"], "only one of --stdio, --socket, --pipe and --node-ipc can be chosen"],
      [["--socket"], port],
      [["--socket="], port],
      [["--socket=x"], port],
      [["--socket=0"], port],
      [["--socket=70000"], port],
      [["--pipe="], "--pipe needs a name"],
      [["--node-ipc"], "--node-ipc is for a Node program that opened a channel"],
    ]
    const said = await Promise.all(wrong.map(([args]) => says(...args)))
    assert.deepEqual(
      said,
      wrong.map(([, why]) => ({ code: 2, out: "", line: `dsreg-language-server: ${why}` })),
    )
  })

  it("that lead nowhere are told so", async () => {
    const nowhere = join(tmpdir(), "dsreg-no-such-pipe")
    assert.deepEqual(await says(`--pipe=${nowhere}`), {
      code: 2,
      out: "",
      line: `dsreg-language-server: cannot connect to ${nowhere}: there is nothing of this name`,
    })
    const port = await freePort()
    assert.deepEqual(await says("--socket", String(port)), {
      code: 2,
      out: "",
      line: `dsreg-language-server: cannot connect to port ${port}: nobody listens there`,
    })
  })

  it("lead to a port and to a pipe where a client listens, which ends the server by hanging up", async () => {
    const pipe =
      globalThis.process.platform === "win32"
        ? `\\\\.\\pipe\\dsreg-${globalThis.process.pid}`
        : join(tmpdir(), `dsreg-${globalThis.process.pid}.sock`)
    const ways: readonly (readonly [at: { port: number } | { path: string }, (at: unknown) => string[]])[] = [
      [{ port: 0 }, (port) => [`--socket=${port}`]],
      [{ port: 0 }, (port) => ["--socket", String(port)]],
      [{ port: 0 }, (port) => ["--socket", `--port=${port}`]],
      [{ path: pipe }, () => [`--pipe=${pipe}`]],
      [{ path: pipe }, () => ["--pipe", pipe]],
    ]
    for (const [at, argsFor] of ways) {
      const listening = createServer()
      const called = new Promise<Socket>((resolve) => listening.once("connection", resolve))
      await new Promise<void>((resolve) => listening.listen({ ...at, host: "127.0.0.1" }, resolve))
      const args = argsFor(portOf(listening))
      const server = await started(args)
      running.add(server)
      const socket = await called
      const client = new RawClient(socket, socket)
      const { result } = await client.request("initialize", { processId: null, capabilities: {} })
      assert.equal(result.serverInfo.name, "dsreg-language-server", args.join(" "))
      socket.end()
      assert.equal(await server.ended, 1, args.join(" "))
      listening.close()
    }
  })
})

function portOf(server: Server): unknown {
  const address = server.address()
  return typeof address === "object" ? address?.port : undefined
}

/** A port that nobody listens at. */
async function freePort(): Promise<unknown> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const port = portOf(server)
  await new Promise((resolve) => server.close(resolve))
  return port
}
