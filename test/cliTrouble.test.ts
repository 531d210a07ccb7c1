import assert from "node:assert/strict"
import fs, { appendFileSync, chmodSync, mkdirSync, rmSync, symlinkSync } from "node:fs"
import { join } from "node:path"
import { describe, it } from "node:test"
import { dsreg, dsregWith } from "./support/commandLine.ts"
import { FAILING, HEALTHY, testFolder } from "./support/folder.ts"
import { bash, programIn } from "./support/program.ts"

const windows = process.platform === "win32" && "not on Windows"
const folder = testFolder()
const healthy = folder.write("healthy.txt", HEALTHY)

describe("the output", { skip: windows }, async () => {
  const program = await programIn(folder)

  it("into a pipe that is closed early ends it, and is no fault", async () => {
    const large = folder.write("large.txt", FAILING.repeat(3000))
    const line = 'set -o pipefail; "$0" "$1" check "$2" | head -n 1'
    const { code, out, error } = await bash(line, [program, large])
    assert.deepEqual([code, error], [0, ""])
    assert.match(out, /^[^\n]*large\.txt:1: In a domain[^\n]*\n$/)
  })

  for (const jobs of ["1", "2"]) {
    it(`onto a full disk says so and exits with 2, with --jobs ${jobs}`, async (test) => {
      if (!fs.existsSync("/dev/full")) return test.skip("there is no /dev/full")
      const { code, error } = await bash('"$0" "$1" check --jobs "$3" "$2" >/dev/full', [program, healthy, jobs])
      assert.deepEqual([code, error], [2, "dsreg: the output cannot be written: the disk is full.\n"])
    })
  }
})

describe("a file", () => {
  /** Does something when a part of a file was read for the second time: the first time tells only what it is. */
  async function whileReading<T>(then: () => void, work: () => Promise<T>): Promise<T> {
    const { readSync } = fs
    let count = 0
    const spy = (...words: Parameters<typeof readSync>) => {
      const bytes = readSync(...words)
      if (++count === 2) then()
      return bytes
    }
    fs.readSync = spy as typeof readSync
    // What is imported by name follows.
    const { syncBuiltinESMExports } = await import("node:module")
    syncBuiltinESMExports()
    try {
      return await work()
    } finally {
      fs.readSync = readSync
      syncBuiltinESMExports()
    }
  }

  it("that grows while it is read says so, and is told as far as it is certain", async () => {
    const file = folder.write("grows.txt", FAILING.repeat(2000))
    const { code, out, error } = await whileReading(
      () => appendFileSync(file, HEALTHY),
      () => dsreg("check", file),
    )
    assert.equal(code, 2)
    assert.match(out, /^[^\n]*grows\.txt:1: In a domain/)
    assert.equal(error, `dsreg: ${file} cannot be read to its end: it changed while it was read.\n`)
  })

  it("that is gone when it is its turn says so", async () => {
    folder.write("gone/1.txt", HEALTHY)
    folder.write("gone/2.txt", HEALTHY)
    const last = folder.write("gone/3.txt", HEALTHY)
    const { code, error } = await whileReading(
      () => rmSync(last),
      () => dsreg("check", join(folder.path, "gone")),
    )
    assert.deepEqual([code, error], [2, `dsreg: ${last} cannot be read: there is no such file.\n`])
  })

  it("that must not be read says so", { skip: windows }, async () => {
    const program = await programIn(folder)
    const file = folder.write("closed.txt", HEALTHY)
    chmodSync(folder.path, 0o755)
    chmodSync(file, 0)
    // The system's administrator may read everything, so that the program runs as nobody.
    const options = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
    const { code, error } = await bash('"$0" "$1" check "$2"', [program, file], options)
    assert.deepEqual([code, error], [2, `dsreg: ${file} cannot be read: access is denied.\n`])
  })

  for (const [code, why] of [
    ["EACCES", "access is denied"],
    ["EBUSY", "another program holds it"],
    ["EIO", "the disk cannot read it"],
    ["EMFILE", "too many files are open"],
  ] as const) {
    it(`that the system refuses by ${code} says why, and the next one is read`, async () => {
      const file = folder.write("refused.txt", HEALTHY)
      const { openSync } = fs
      const { syncBuiltinESMExports } = await import("node:module")
      fs.openSync = ((path: Buffer, flags: string) => {
        if (String(path).endsWith("refused.txt")) throw Object.assign(new Error("no"), { errno: -1, code })
        return openSync(path, flags)
      }) as typeof openSync
      syncBuiltinESMExports()
      try {
        const answer = await dsreg("check", file, healthy)
        assert.deepEqual([answer.code, answer.error], [2, `dsreg: ${file} cannot be read: ${why}.\n`])
        assert.match(answer.out, /healthy\.txt: Microsoft Entra hybrid joined/)
      } finally {
        fs.openSync = openSync
        syncBuiltinESMExports()
      }
    })
  }

  it("that is a circle of links says so", { skip: windows }, async () => {
    const [one, two] = [join(folder.path, "one"), join(folder.path, "two")]
    symlinkSync(one, two)
    symlinkSync(two, one)
    const { code, error } = await dsreg("check", one)
    assert.deepEqual([code, error], [2, `dsreg: ${one} cannot be read: its links lead in a circle.\n`])
  })

  it("below itself is not gone into", { skip: windows }, async () => {
    const path = join(folder.path, "circle")
    mkdirSync(path)
    folder.write("circle/log.txt", HEALTHY)
    symlinkSync(path, join(path, "again"))
    for (const words of [[path], [join(path, "**")]]) {
      const { code, out } = await dsreg("check", "--format", "json", ...words)
      assert.equal(code, 0)
      assert.deepEqual(
        JSON.parse(out).files.map(({ file }: { file: string }) => file),
        [join(path, "log.txt")],
      )
    }
  })

  for (const [what, bytes] of [
    ["nothing", Buffer.alloc(0)],
    ["zeros", Buffer.alloc(5000)],
    ["random bytes", Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919 + (at >> 3)) % 256))],
    ["half a mark of UTF-16", Buffer.of(0xff)],
    ["UTF-32", Buffer.from([...HEALTHY].flatMap((letter) => [letter.charCodeAt(0), 0, 0, 0]))],
  ] as const) {
    it(`of ${what} is no log`, async () => {
      const file = folder.write("other.bin", bytes)
      const { code, out, error } = await dsreg("check", file)
      assert.deepEqual([code, out], [2, ""])
      assert.equal(error, `dsreg: ${file} holds no dsregcmd output. Save the text that dsregcmd /status prints.\n`)
    })
  }

  for (const [what, bytes] of [
    ["UTF-8 with a mark", Buffer.from(`\ufeff${HEALTHY}`)],
    ["UTF-16 in the other order", Buffer.from(`\ufeff${HEALTHY}`, "utf16le").swap16()],
    ["UTF-16 without a mark", Buffer.from(HEALTHY, "utf16le")],
    ["the Windows code page", Buffer.from(`${HEALTHY}Device Name : M\xfcller-PC\n`, "latin1")],
  ] as const) {
    it(`in ${what} is read`, async () => {
      const { code, error } = await dsreg("check", folder.write("encoded.txt", bytes))
      assert.deepEqual([code, error], [0, ""])
    })
  }
})

describe("progress", () => {
  it("is counted where somebody looks, and taken away at the end and before a complaint", async () => {
    const shown: string[] = []
    const words = ["check", healthy, join(folder.path, "none.txt"), healthy]
    const error = (text: string) => void shown.push(text)
    await dsregWith({ progress: (text) => void shown.push(`[${text}]`), error }, ...words)
    assert.equal(shown[0], "[1 logs in 0 files]")
    const complaint = shown.findIndex((text) => /^dsreg: .*none\.txt cannot be read/.test(text))
    assert.ok(complaint > 0)
    assert.equal(shown[complaint - 1], "[]")
    assert.equal(shown.at(-1), "[]")
  })

  it("is no part of a pipe", { skip: windows }, async () => {
    const { error } = await bash('"$0" "$1" check "$2"', [await programIn(folder), healthy])
    assert.equal(error, "")
  })
})
