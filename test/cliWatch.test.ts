import assert from "node:assert/strict"
import { spawn } from "node:child_process"
import { appendFileSync, mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, it } from "node:test"
import { setTimeout as wait } from "node:timers/promises"
import { dsreg } from "./support/commandLine.ts"
import { FAILING, HEALTHY, testFolder } from "./support/folder.ts"
import { programIn } from "./support/program.ts"

const windows = process.platform === "win32" && "Windows knows no such signal"
const folder = testFolder()

describe("a drop folder", { skip: windows }, () => {
  it("is read as files come, each once and when it is whole, until Ctrl+C", { timeout: 120_000 }, async (test) => {
    const drop = join(folder.path, "drop")
    mkdirSync(drop)
    writeFileSync(join(drop, "1.txt"), HEALTHY)
    const child = spawn(process.execPath, [await programIn(folder), "check", "--format", "ndjson", "--watch", drop])
    test.after(() => child.kill("SIGKILL"))
    const ended = new Promise((resolve) => child.on("close", resolve))
    let out = ""
    let error = ""
    child.stdout.on("data", (part) => {
      out += part
    })
    child.stderr.on("data", (part) => {
      error += part
    })
    const lines = async (count: number) => {
      while (out.split("\n").length <= count) {
        assert.equal(child.exitCode, null, error)
        await wait(50)
      }
      return out
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line) as { file: string; severity: string; capture: number })
        .map(({ file, severity, capture }) => [file, severity, capture])
    }
    const first = [join(drop, "1.txt"), "none", 1]
    assert.deepEqual(await lines(1), [first])

    // Somebody writes slowly: the fault comes last, and a part of it would be another log.
    const slow = join(drop, "2.txt")
    const [start, end] = [FAILING.slice(0, 100), FAILING.slice(100)]
    writeFileSync(slow, start)
    await wait(1000)
    appendFileSync(slow, end)
    assert.deepEqual(await lines(2), [first, [slow, "error", 1]])

    writeFileSync(join(drop, "3.txt"), "words\n")
    while (!error.includes("3.txt is skipped: it holds no dsregcmd output.")) await wait(50)
    child.kill("SIGINT")
    assert.equal(await ended, 1)
    assert.equal(out.split("\n").length, 3)
  })

  it("closes what it printed when it is told to stop", { timeout: 60_000 }, async (test) => {
    const drop = join(folder.path, "json")
    mkdirSync(drop)
    writeFileSync(join(drop, "1.txt"), HEALTHY)
    const child = spawn(process.execPath, [await programIn(folder), "check", "--format", "json", "--watch", drop])
    test.after(() => child.kill("SIGKILL"))
    const ended = new Promise((resolve) => child.on("close", resolve))
    let out = ""
    child.stdout.on("data", (part) => {
      out += part
    })
    while (!out.includes("hybrid-joined")) await wait(50)
    child.kill("SIGTERM")
    assert.equal(await ended, 0)
    assert.equal(JSON.parse(out).files.length, 1)
  })
})

describe("what is no drop folder", () => {
  it("is said", async () => {
    const file = folder.write("file.txt", HEALTHY)
    const none = join(folder.path, "none")
    assert.equal(
      (await dsreg("check", "--watch", file)).error,
      `dsreg: ${file} cannot be read: it is not a directory.\n`,
    )
    const { code, error } = await dsreg("check", "--watch", none)
    assert.deepEqual([code, error], [2, `dsreg: ${none} cannot be read: there is no such file.\n`])
  })
})
