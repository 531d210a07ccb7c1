import assert from "node:assert/strict"
import { copyFileSync, mkdirSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { Readable } from "node:stream"
import { describe, it } from "node:test"
import { Worker } from "node:worker_threads"
import { FORMATS } from "../server/src/cli/check.ts"
import { SUMMARY_FORMATS } from "../server/src/cli/summary.ts"
import { builtFile } from "./support/built.ts"
import { dsregWith } from "./support/commandLine.ts"
import { FAILING, HEALTHY, testFolder } from "./support/folder.ts"
import { zipOf } from "./support/zip.ts"

const folder = testFolder()
const logs = join(folder.path, "logs")
mkdirSync(logs)
// Some of the test logs, which are sorted by what they show.
for (const [index, name] of readdirSync("test/logs").entries())
  if (name.endsWith(".dsreg") && index % 21 === 0) copyFileSync(join("test/logs", name), join(logs, name))
folder.write(
  "logs/b/archive.zip",
  zipOf([
    { name: "one.txt", content: FAILING },
    { name: "two.txt", content: HEALTHY },
  ]),
)
folder.write("logs/b/notes.txt", "words\n")
folder.write("logs/c/many.txt", FAILING.repeat(300))
folder.write("logs/d/last.txt", HEALTHY)

describe("several threads", () => {
  for (const [command, formats] of [
    ["check", FORMATS],
    ["summary", SUMMARY_FORMATS],
  ] as const) {
    for (const format of formats) {
      it(`give what one gives: ${command} --format ${format}`, async () => {
        const words = [command, "--format", format, logs, join(folder.path, "none.txt"), "-", join(logs, "d/last.txt")]
        const input = () => Readable.from([Buffer.from(FAILING)])
        const one = await dsregWith({ input: input() }, ...words)
        const two = await dsregWith({ input: input() }, ...words, "--jobs", "2")
        assert.equal(one.code, 2)
        assert.ok(one.out.length > 1000)
        assert.deepEqual(two, one)
      })
    }
  }

  it("are no more than there is work for", async () => {
    const { text } = await builtFile("dist/cli.cjs")
    let started = 0
    const worker = () => {
      started++
      return new Worker(text, { eval: true })
    }
    await dsregWith({ worker }, "check", "--jobs", "8", join(logs, "d/last.txt"))
    assert.equal(started, 1)
    await dsregWith({ worker }, "check", join(logs, "d/last.txt"))
    assert.equal(started, 1)
  })
})

describe("a thread that breaks", () => {
  /** The program, in which reading a file with a certain name ends the thread. */
  async function breaking(name: string): Promise<() => Worker> {
    const { text } = await builtFile("dist/cli.cjs")
    const trap = `{ const fs = require("node:fs"); const { openSync } = fs; fs.openSync = (path, ...rest) => {
      if (String(path).includes("${name}")) process.exit(7); return openSync(path, ...rest) } };`
    return () => new Worker(trap + text.replace(/^#!.*/, ""), { eval: true })
  }

  it("is told with its file, and all others are read, in their order", async () => {
    const names = Array.from({ length: 40 }, (_, at) =>
      folder.write(`some/${at}${at === 9 ? "boom" : ""}.txt`, HEALTHY),
    )
    const worker = await breaking("boom")
    const { code, out, error } = await dsregWith({ worker }, "check", "--format", "json", "--jobs", "2", ...names)
    assert.equal(code, 2)
    assert.equal(error, `dsreg: ${names[9]} is not read as it should be: a fault in dsreg, in a worker thread.\n`)
    const { files } = JSON.parse(out) as { files: { file: string; fault?: string; captures: unknown[] }[] }
    assert.deepEqual(
      files.map(({ file, fault, captures }) => [file, fault, captures.length]),
      names.map((file, at) => (at === 9 ? [file, "a worker thread", 0] : [file, undefined, 1])),
    )
  })

  it("in the middle of an archive leaves what was told of it", async () => {
    const entries = [
      ...Array.from({ length: 100 }, (_, at) => ({ name: `${at}.txt`, content: HEALTHY })),
      { name: "BREAK.txt", content: `BREAK HERE\n${HEALTHY}` },
    ]
    const file = folder.write("breaks.zip", zipOf(entries))
    const { text } = await builtFile("dist/cli.cjs")
    const trap = `{ const { indexOf } = String.prototype; String.prototype.indexOf = function (...words) {
      if (this.startsWith("BREAK HERE")) process.exit(7); return indexOf.apply(this, words) } };`
    const worker = () => new Worker(trap + text.replace(/^#!.*/, ""), { eval: true })
    const { code, out, error } = await dsregWith({ worker }, "check", "--format", "json", "--jobs", "2", file)
    assert.equal(code, 2)
    assert.match(error, /breaks\.zip is not read as it should be: a fault in dsreg, in a worker thread\.\n$/)
    const files = (JSON.parse(out) as { files: { file: string; fault?: string }[] }).files
    assert.ok(files.length > 30 && files.length < 101)
    assert.equal(new Set(files.map((one) => one.file)).size, files.length)
    assert.deepEqual(
      files.flatMap(({ fault }) => fault ?? []),
      ["a worker thread"],
    )
  })

  it("before it begins is told for each file", async () => {
    const worker = () => new Worker("throw new Error('no thread')", { eval: true })
    const names = [join(logs, "d/last.txt"), join(logs, "c/many.txt")]
    const { code, error } = await dsregWith({ worker, debug: true }, "check", "--jobs", "2", ...names)
    assert.equal(code, 2)
    for (const name of names) assert.ok(error.includes(`dsreg: ${name} is not read as it should be`), error)
    assert.match(error, /Error: no thread\n\s+at /)
  })
})
