import assert from "node:assert/strict"
import { join } from "node:path"
import { Readable } from "node:stream"
import { describe, it } from "node:test"
import { dsreg, dsregWith } from "./support/commandLine.ts"
import { FAILING, HEALTHY, testFolder } from "./support/folder.ts"

const folder = testFolder()
const one = folder.write("one.txt", HEALTHY)
const two = folder.write("deep/er/two.txt", FAILING)
const odd = folder.write("odd [1]\nname.txt", HEALTHY)
folder.write("deep/notes.md", "Nothing of it.\n")

/** The files that were read, in their order. */
function filesIn(out: string): readonly string[] {
  return (JSON.parse(out) as { files: readonly { file: string }[] }).files.map(({ file }) => file)
}

describe("a list of files", () => {
  for (const [what, list] of [
    ["with line feeds", Buffer.from(`${two}\n${one}`)],
    ["with the line ends of Windows, and empty lines", Buffer.from(`${two}\r\n\r\n${one}\r\n`)],
    ["in UTF-16, as Windows PowerShell writes it", Buffer.from(`\ufeff${two}\r\n${one}\r\n`, "utf16le")],
  ] as const) {
    it(`${what} is read in its order`, async () => {
      const file = folder.write("list", list)
      const { code, out, error } = await dsreg("check", "--format", "json", "--files-from", file)
      assert.deepEqual([code, error, filesIn(out)], [1, "", [two, one]])
    })
  }

  it("comes by standard input too, behind what is named", async () => {
    const input = Readable.from([Buffer.from(two.slice(0, 5)), Buffer.from(`${two.slice(5)}\n`)])
    const { out } = await dsregWith({ input }, "check", "--format", "json", "--files-from", "-", one)
    assert.deepEqual(filesIn(out), [one, two])
  })

  it("with zero bytes takes any name, and no name for a pattern", async () => {
    const input = Readable.from([Buffer.from(`${odd}\0${join(folder.path, "*.txt")}\0${one}`)])
    const { code, out, error } = await dsregWith({ input }, "check", "--format", "json", "--files-from", "-", "-0")
    assert.deepEqual(filesIn(out), [odd, one])
    assert.equal(error, `dsreg: ${join(folder.path, "*.txt")} cannot be read: there is no such file.\n`)
    assert.equal(code, 2)
  })

  it("may name folders", async () => {
    const file = folder.write("list", `${join(folder.path, "deep")}\n`)
    const { out, error } = await dsreg("check", "--format", "json", "--files-from", file)
    assert.deepEqual(filesIn(out), [two])
    assert.match(error, /notes\.md is skipped: it holds no dsregcmd output/)
  })

  it("that is not there is said", async () => {
    const { code, error } = await dsreg("check", "--files-from", join(folder.path, "none"))
    assert.deepEqual([code, error], [2, `dsreg: ${join(folder.path, "none")} cannot be read: there is no such file.\n`])
  })

  it("serves a summary", async () => {
    const file = folder.write("list", `${two}\n${one}\n`)
    const { code, out } = await dsreg("summary", "--files-from", file)
    assert.equal(code, 1)
    assert.ok(out.startsWith("2 logs in 2 files\n"), out)
  })
})

describe("a pattern", () => {
  it("names the files that match, in their order", async () => {
    const { code, out, error } = await dsreg("check", "--format", "json", join(folder.path, "**/*o*.txt"))
    assert.deepEqual([code, error], [1, ""])
    assert.deepEqual(filesIn(out), [two, odd, one])
  })

  it("may be relative", async () => {
    const { out } = await dsreg("check", "--format", "json", "samples/*.dsreg")
    assert.deepEqual(filesIn(out), ["samples/drs-discovery-timeout.dsreg"])
  })

  it("that matches nothing is said", async () => {
    const { code, error } = await dsreg("check", join(folder.path, "*.none"))
    assert.deepEqual([code, error], [2, `dsreg: ${join(folder.path, "*.none")} cannot be read: no file matches it.\n`])
  })

  it("is a name where there is a file of that name", async () => {
    const { code, out } = await dsreg("check", "--format", "json", odd)
    assert.deepEqual([code, filesIn(out)], [0, [odd]])
  })

  it("is none for commands that take one log", async () => {
    const { code, error } = await dsreg("redact", join(folder.path, "*.txt"))
    assert.deepEqual(
      [code, error],
      [2, `dsreg: ${join(folder.path, "*.txt")} cannot be read: there is no such file.\n`],
    )
  })
})

describe("wrong words about what to read", () => {
  const wrong: readonly (readonly [string[], RegExp])[] = [
    [["check", "--jobs", "0", "x"], /--jobs takes a number from 1 to 99, not "0"/],
    [["check", "--jobs", "two", "x"], /--jobs takes a number/],
    [["check", "-0", "x"], /-0 goes with --files-from/],
    [["check", "--files-from", "-", "-"], /standard input is either a log or a list/],
    [["check", "--watch", "x", "y"], /--watch reads one directory and nothing else/],
    [["summary", "--watch", "x"], /a summary has an end/],
    [["summary"], /summary needs a directory or a file/],
  ]
  for (const [words, message] of wrong) {
    it(`dsreg ${words.join(" ")} exits with 2`, async () => {
      const { code, error } = await dsreg(...words)
      assert.equal(code, 2)
      assert.match(error, message)
    })
  }
})
