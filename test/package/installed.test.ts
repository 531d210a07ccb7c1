import assert from "node:assert/strict"
import { spawn } from "node:child_process"
import { once } from "node:events"
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { before, describe, it } from "node:test"
import { createContext, runInContext } from "node:vm"
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core"
import { build } from "esbuild"
import { publint } from "publint"
import {
  createProtocolConnection,
  type InitializeResult,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node"
import { made, npm, ran, temporary } from "./project.ts"
import { OTHERS, runtime } from "./runtimes.ts"

const root = resolve(import.meta.dirname, "../..")
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"))
const SAMPLE = join(root, "samples/drs-discovery-timeout.dsreg")

describe("the package for npm", () => {
  /** An empty folder into which the package was installed. */
  const folder = temporary()
  let tarball: Uint8Array = new Uint8Array()
  const installed = (...path: string[]) => join(folder, "node_modules/dsreg", ...path)

  before(async () => {
    const { tarballPath, ...files } = await made
    tarball = files.tarball
    writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }\n')
    await npm(["install", "--offline", "--no-audit", "--no-fund", tarballPath], folder)
    cpSync(join(import.meta.dirname, "consumer/program.mjs"), join(folder, "program.mjs"))
    cpSync(join(import.meta.dirname, "consumer/types.txt"), join(folder, "types.ts"))
  })

  it("brings nothing with it", () => {
    const names = readdirSync(join(folder, "node_modules")).filter((name) => !name.startsWith("."))
    assert.deepEqual(names, ["dsreg"])
    const manifest = JSON.parse(readFileSync(installed("package.json"), "utf8"))
    for (const key of ["contributes", "main", "browser", "scripts", "devDependencies", "activationEvents"])
      assert.equal(manifest[key], undefined, key)
    assert.deepEqual(manifest.dependencies, {})
    assert.equal(manifest.engines.node, ">=20.20.0")
  })

  it("has no fault that publint or arethetypeswrong finds", async () => {
    const { messages } = await publint({ pkgDir: installed(), pack: false, strict: true })
    assert.deepEqual(messages, [])
    const analysis = await checkPackage(createPackageFromTarballData(tarball))
    assert.ok(analysis.types)
    // A package of modules alone is not there for TypeScript's oldest resolution, and is a module for who requires it.
    const known = new Set(["node10 NoResolution", "node16-cjs CJSResolvesToESM"])
    const found = analysis.problems.map((problem) => {
      return `${"resolutionKind" in problem ? problem.resolutionKind : ""} ${problem.kind}`
    })
    assert.deepEqual(
      found.filter((one) => !known.has(one)),
      [],
    )
  })

  for (const [module, moduleResolution] of [
    ["preserve", "bundler"],
    ["node16", "node16"],
    ["nodenext", "nodenext"],
  ] as const) {
    it(`has types that a strict TypeScript takes, by the resolution ${moduleResolution}`, async () => {
      const words = ["--noEmit", "--strict", "--exactOptionalPropertyTypes", "--noUncheckedIndexedAccess"]
      const target = ["--target", "es2022", "--lib", "es2022", "--types", ""]
      const compiler = join(root, "node_modules/typescript/bin/tsc")
      const how = ["--module", module, "--moduleResolution", moduleResolution]
      await ran(process.execPath, [compiler, ...words, ...target, ...how, "types.ts"], { cwd: folder })
    })
  }

  for (const wanted of [process.versions.node, ...OTHERS]) {
    it(`runs on Node ${wanted}: library, command line and language server`, async (test) => {
      const found =
        wanted === process.versions.node ? { program: process.execPath } : await runtime(wanted, temporary())
      if (typeof found === "string") return test.skip(found)
      const answer = async (...words: string[]) => (await ran(found.program, words, { cwd: folder })).stdout
      assert.deepEqual(JSON.parse(await answer("program.mjs")), {
        version,
        phase: "discover",
        names: ["WININET_E_TIMEOUT", "ERROR_WINHTTP_TIMEOUT", "ERROR_INTERNET_TIMEOUT"],
        outcome: "same",
        same: true,
        rows: true,
        printed: [true, true, true],
      })
      const { bin } = JSON.parse(readFileSync(installed("package.json"), "utf8"))
      assert.equal(await answer(installed(bin.dsreg), "--version"), `${version}\n`)
      await assert.rejects(answer(installed(bin.dsreg), "check", SAMPLE), { code: 1 })
      assert.equal(await answer(installed(bin["dsreg-language-server"]), "--version"), `${version}\n`)
      assert.deepEqual(await greeted(found.program, installed(bin["dsreg-language-server"])), {
        name: "dsreg-language-server",
        version,
      })
    })
  }

  /** Who answers when a client says hello to a language server over its standard streams. */
  async function greeted(program: string, script: string): Promise<unknown> {
    const server = spawn(program, [script, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] })
    const client = createProtocolConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    )
    client.listen()
    const { serverInfo } = await client.sendRequest<InitializeResult>("initialize", {
      processId: null,
      rootUri: null,
      capabilities: {},
    })
    await client.sendRequest("shutdown")
    await client.sendNotification("exit")
    await once(server, "exit")
    client.dispose()
    return serverInfo
  }

  it("does what its page shows", async () => {
    const page = readFileSync(installed("docs/api.md"), "utf8")
    const [, example = ""] = /^```js\n([\s\S]*?)^```$/m.exec(page) ?? []
    writeFileSync(join(folder, "example.mjs"), example)
    cpSync(SAMPLE, join(folder, "dsregcmd.txt"))
    const { stdout } = await ran(process.execPath, ["example.mjs"], { cwd: folder })
    assert.match(stdout, /^\d+ .*the join fails in the discover phase/)
    assert.match(stdout, /\*\*What to do\*\*/)
  })

  it("is run by npx from the folder it is installed in", async () => {
    const { stdout } = await npm(["exec", "--offline", "--no", "--", "dsreg", "explain", "0x80072ee2"], folder)
    assert.match(stdout, /WININET_E_TIMEOUT/)
    const failing = npm(["exec", "--offline", "--no", "--", "dsreg", "check", SAMPLE], folder)
    await assert.rejects(failing, { code: 1, stdout: /the join fails in the discover phase/ })
  })

  /** A program for a browser that asks for one thing of the library. */
  async function bundled(contents: string): Promise<string> {
    const { outputFiles, warnings } = await build({
      stdin: { contents, resolveDir: folder },
      platform: "browser",
      format: "iife",
      bundle: true,
      write: false,
      logLevel: "silent",
    })
    assert.deepEqual(warnings, [])
    return outputFiles[0]?.text ?? ""
  }

  it("runs in a browser, where nothing of Node is", async () => {
    const script = await bundled(`
      import { explain, fileText, html, read, redact } from "dsreg"
      const log = fileText(new Uint8Array(bytes))
      answer({ readings: read(log), page: html(read(log)), redacted: redact(log).text, known: explain("AzureAdPrt") })`)
    let answered: { readings: { phase: string }[]; page: string; redacted: string; known: unknown[] } | undefined
    const scope = createContext({
      TextDecoder,
      bytes: [...readFileSync(SAMPLE)],
      answer: (value: never) => {
        answered = value
      },
    })
    runInContext(script, scope)
    assert.equal(runInContext("typeof process + typeof require + typeof Buffer", scope), "undefined".repeat(3))
    assert.equal(answered?.readings[0]?.phase, "discover")
    assert.match(answered?.page ?? "", /^<!DOCTYPE html>/)
    assert.ok(answered?.known.length === 1 && answered.redacted.includes("AzureAdJoined"))
  })

  it("leaves out of a bundle what nobody asks for", async () => {
    const parts = {
      rules: "drs-discovery-failed",
      codes: "WININET_E_TIMEOUT",
      page: "Content-Security-Policy",
      pseudonyms: "eyJREDACTED",
    }
    const held = async (name: string) => {
      const script = await bundled(`import { ${name} } from "dsreg"; globalThis.it = ${name}`)
      return Object.entries(parts).flatMap(([part, mark]) => (script.includes(mark) ? [part] : []))
    }
    assert.deepEqual(await held("read"), ["rules", "codes"])
    assert.deepEqual(await held("explain"), ["rules", "codes"])
    assert.deepEqual(await held("catalog"), ["rules", "codes"])
    assert.deepEqual(await held("redact"), ["codes", "pseudonyms"])
    assert.deepEqual(await held("html"), ["page"])
    assert.deepEqual(await held("text"), [])
    assert.deepEqual(await held("fileText"), [])
    assert.deepEqual(await held("version"), [])
  })
})
