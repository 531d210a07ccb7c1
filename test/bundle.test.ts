import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { describe, it } from "node:test"
import { createContext, runInContext } from "node:vm"
import { built, builtFile } from "./support/built.ts"

describe("the bundles", async () => {
  const { text: client } = await builtFile("dist/client.cjs")
  const { text: server, metafile } = await builtFile("dist/server.js")
  const { text: commandLine } = await builtFile("dist/cli.cjs")

  it("are the client, the server and the command line", async () => {
    const all = await built()
    assert.deepEqual(all.map(({ file }) => file).sort(), ["dist/cli.cjs", "dist/client.cjs", "dist/server.js"])
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

  it("reach for no network", () => {
    for (const text of [client, server, commandLine]) {
      assert.doesNotMatch(text, /\bfetch\(|XMLHttpRequest|sendBeacon|\b\w+\("(?:node:)?(?:https?|dns|tls|http2)"\)/)
    }
    // The protocol's package can also speak through a socket that its user names.
    for (const [file, { imports }] of Object.entries(metafile.inputs)) {
      if (imports.some(({ path }) => /^(?:node:)?net$/.test(path)))
        assert.match(file, /vscode-jsonrpc\/lib\/node\/main\.js$/)
    }
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
