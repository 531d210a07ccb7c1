import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { describe, it } from "node:test"
import { createContext, runInContext } from "node:vm"
import { DOOR } from "../scripts/build.ts"
import { built, builtFile } from "./support/built.ts"
import { reach } from "./support/reach.ts"

describe("the bundles", async () => {
  const { text: client } = await builtFile("dist/client.cjs")
  const { text: server, metafile } = await builtFile("dist/server.js")
  const { text: commandLine } = await builtFile("dist/cli.cjs")

  it("are the client, the server, the command line, and the library in parts", async () => {
    const all = (await built()).map(({ file }) => file)
    const parts = all.filter((file) => file.startsWith("dist/lib/"))
    assert.deepEqual(all.filter((file) => !parts.includes(file)).sort(), [
      "dist/cli.cjs",
      "dist/client.cjs",
      "dist/index.mjs",
      "dist/server.js",
    ])
    assert.ok(parts.length > 1)
  })

  it("serve from a worker of the browser, which has nothing of Node", async () => {
    const worker = workerScope()
    runInContext(server, worker.scope)
    const { result } = await worker.ask({ jsonrpc: "2.0", id: 1, method: "initialize", params: { capabilities: {} } })
    assert.equal(result.serverInfo.name, "dsreg-language-server")
  })

  it("are an extension in a worker of the browser, which has nothing but `vscode`", () => {
    const module: { exports: { activate?: unknown; deactivate?: unknown } } = { exports: {} }
    const vscode = new Proxy({}, { get: () => class {} })
    const { scope } = workerScope({
      module,
      require: (name: string) => (name === "vscode" ? vscode : assert.fail(`requires ${name}`)),
    })
    runInContext(client, scope)
    assert.equal(typeof module.exports.activate, "function")
    assert.equal(typeof module.exports.deactivate, "function")
  })

  it("reach for no network and run nothing that is not in them", async () => {
    // The protocol's package can also speak through a socket or a pipe that the server's user names.
    const socket = "net, in vscode-jsonrpc/lib/node/main.js"
    const allowed: Readonly<Record<string, readonly string[]>> = {
      // In the web the client starts our server as a worker.
      "dist/client.cjs": ["Worker", socket],
      "dist/server.js": [socket],
    }
    for (const bundle of await built()) assert.deepEqual(await reach(bundle), allowed[bundle.file] ?? [], bundle.file)
  })

  it("would be found out if they did", async () => {
    const of = (text: string) => reach({ text, metafile: { inputs: {}, outputs: {} } })
    assert.deepEqual(await of('fetch("https://a.example"); new WebSocket(a)'), ["WebSocket", "fetch"])
    assert.deepEqual(await of("globalThis.fetch(a); self.importScripts(b); window.eval(c)"), [
      "eval",
      "fetch",
      "importScripts",
    ])
    assert.deepEqual(await of('navigator.sendBeacon(a); self["fetch"](b)'), ["fetch", "sendBeacon"])
    assert.deepEqual(await of("const f = ['EventSource']; globalThis[f[0]]"), [
      '"EventSource"',
      "a member of the global object that is not written there",
    ])
    assert.deepEqual(await of("import(a); new Function(b); (0, eval)(c)"), ["Function", "eval", "import()"])
    assert.deepEqual(await of("require(a)"), ["require of what is not written there"])
    assert.deepEqual(await of("const fetch = () => 1; fetch(); a.fetch(); a.eval"), [])
    const imports = [{ path: "node:https", kind: "require-call", external: true } as const]
    const inputs = { "node_modules/x/y.js": { bytes: 1, imports } }
    assert.deepEqual(await reach({ text: "", metafile: { inputs, outputs: {} } }), ["node:https, in x/y.js"])
  })

  it("of the library ask nothing of Node", async () => {
    const { metafile } = await builtFile(DOOR)
    const asked = Object.values(metafile.inputs).flatMap(({ imports }) => imports.filter(({ external }) => external))
    assert.deepEqual(asked, [])
  })

  it("of the server start no program, and open files in one place, to read them", () => {
    const users = (power: string) =>
      Object.entries(metafile.inputs).flatMap(([file, { imports }]) =>
        imports.some(({ path }) => path === power || path === `node:${power}`) ? [file] : [],
      )
    for (const power of ["fs", "child_process", "worker_threads", "cluster"]) assert.deepEqual(users(power), [], power)
    assert.doesNotMatch(server, /\b\w+\("(?:node:)?(?:fs|child_process|worker_threads|cluster)"\)/)
    const readers = users("fs/promises")
    assert.deepEqual(readers.sort(), ["server/src/node/bytesOf.ts", "server/src/node/filesBelow.ts"])
    for (const file of readers) {
      const text = readFileSync(file, "utf8")
      const [, names = ""] = /import \{([^}]*)\} from "node:fs\/promises"/.exec(text) ?? []
      const taken = names.split(",").map((name) => name.trim())
      const reading = ["constants", "lstat", "open", "readdir", "realpath"]
      assert.ok(
        taken.every((name) => reading.includes(name)),
        `${file} takes ${taken}`,
      )
      assert.ok(!/\bO_(?!RDONLY|NOFOLLOW|NONBLOCK)\w+/.test(text), file)
    }
  })

  it("of the client carry no catalogue", () => {
    assert.doesNotMatch(client, /WININET_E_TIMEOUT|AADSTS50034|Whether this PC is joined/)
  })

  it("of the command line carry no protocol and no editor", () => {
    assert.doesNotMatch(commandLine, /vscode-languageserver|\("vscode"\)|\("(?:node:)?net"\)/)
  })
})

/** What a script finds in a worker of the browser, and a way to send it a message and wait for the answer. */
function workerScope(more: object = {}) {
  class WorkerGlobalScope {}
  let answered: (message: { id: number; result: { serverInfo: { name: string } } }) => void
  const scope: { onmessage?: (event: { data: unknown }) => void } = createContext({
    WorkerGlobalScope,
    TextDecoder,
    TextEncoder,
    URL,
    console,
    queueMicrotask,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    addEventListener: () => undefined,
    postMessage: (message: never) => answered(message),
    ...more,
  })
  runInContext("globalThis.self = globalThis", scope)
  return {
    scope,
    ask: (message: object): Promise<Parameters<typeof answered>[0]> =>
      new Promise((resolve) => {
        answered = resolve
        assert.ok(scope.onmessage, "the script listens to no messages")
        scope.onmessage({ data: message })
      }),
  }
}
