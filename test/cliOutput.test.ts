import assert from "node:assert/strict"
import { spawn } from "node:child_process"
import { existsSync, statSync } from "node:fs"
import { describe, it } from "node:test"
import { FAILING, HEALTHY, testFolder } from "./support/folder.ts"
import { bash, programIn } from "./support/program.ts"

const windows = process.platform === "win32" && "not on Windows"
const folder = testFolder()
const [failing, healthy] = [folder.write("failing.txt", FAILING), folder.write("healthy.txt", HEALTHY)]

/** A command line of each kind of output. */
const LINES: readonly (readonly string[])[] = [
  ["check", "--format", "text", failing],
  ["check", "--format", "html", "--jobs", "2", failing, healthy],
  ["check", "--format", "ndjson", failing],
  ["summary", failing, healthy],
  ["explain", "0x80072ee2"],
  ["compare", failing, healthy],
  ["catalog"],
  ["redact", failing],
  ["--help"],
  ["--version"],
]

describe("what a command prints", { concurrency: 2, skip: windows }, async () => {
  const program = await programIn(folder)

  for (const words of LINES) {
    const name = words.filter((word) => word !== failing && word !== healthy).join(" ")

    it(`onto a full disk is missed loudly: ${name}`, async (test) => {
      if (!existsSync("/dev/full")) return test.skip("there is no /dev/full")
      const { code, error } = await bash('"$0" "$@" >/dev/full', [program, ...words])
      assert.equal(code, 2)
      assert.equal(error, "dsreg: the output cannot be written: the disk is full.\n")
    })

    it(`into a pipe that nobody reads ends it without a word: ${name}`, async () => {
      const { code, error } = await unread([program, ...words])
      assert.equal(error, "")
      assert.equal(code, 0)
    })
  }

  it("is missed loudly where the place ends in the middle", async () => {
    const out = folder.write("catalog.json", "")
    const { code, error } = await bash('ulimit -f 8; "$0" "$1" catalog >"$2"', [program, out])
    assert.deepEqual(
      [code, error],
      [2, "dsreg: the output cannot be written: it is larger than a file may be there.\n"],
    )
    assert.equal(statSync(out).size, 8192)
  })
})

/** Runs the program with its output closed from the start. */
async function unread(words: readonly string[]): Promise<{ code: number | null; error: string }> {
  const child = spawn(process.execPath, words, { stdio: ["ignore", "pipe", "pipe"] })
  child.stdout.destroy()
  let error = ""
  child.stderr.on("data", (part) => {
    error += part
  })
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve))
  return { code, error }
}
