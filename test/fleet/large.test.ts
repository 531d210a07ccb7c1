import assert from "node:assert/strict"
import { type ChildProcess, execFileSync, spawn } from "node:child_process"
import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { describe, it } from "node:test"
import { logText } from "../../bench/content/logText.ts"
import { builtFile } from "../support/built.ts"

const MB = 1024 * 1024
/** More than the two gigabytes at which numbers of 32 bits end. */
const LARGE = 2100 * MB
const SMALL = 100 * MB

describe("a log of more than 2 GB", { skip: !existsSync("/proc/self/status") && "there is no /proc" }, () => {
  it("through a named pipe takes the memory of a small one", { timeout: 1_800_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), "dsreg-large-"))
    try {
      const program = join(folder, "cli.cjs")
      writeFileSync(program, (await builtFile("dist/cli.cjs")).text)
      const pipe = join(folder, "pipe")
      execFileSync("mkfifo", [pipe])
      const part = Buffer.from(logText(4 * MB))
      const captures = part.toString().split("> dsregcmd /status").length - 1
      const small = await read(program, pipe, part, SMALL / part.length)
      const large = await read(program, pipe, part, LARGE / part.length)
      assert.equal(small.lines, 25 * captures)
      assert.equal(large.lines, 525 * captures)
      assert.ok(large.peak < 1.3 * small.peak + 20, `${small.peak} MB became ${large.peak} MB`)
      console.log(`ℹ 2.1 GB: ${large.lines} logs, ${large.peak} MB of memory; 100 MB: ${small.peak} MB`)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

/** Sends the part so many times through the pipe, and counts the lines that come back. */
async function read(program: string, pipe: string, part: Buffer, times: number) {
  // Whoever opens a pipe for reading waits for somebody who writes.
  const child = spawn("sh", ["-c", 'exec "$0" "$1" check --format csv - < "$2"', process.execPath, program, pipe], {
    stdio: ["ignore", "pipe", "inherit"],
  })
  const ended = new Promise((resolve) => child.on("close", resolve))
  let lines = -1
  child.stdout.on("data", (text: Buffer) => {
    for (const byte of text) if (byte === 10) lines++
  })
  let peak = 0
  const watch = setInterval(() => {
    peak = Math.max(peak, peakOf(child))
  }, 200)
  async function* parts() {
    for (let count = 0; count < times; count++) yield part
  }
  await pipeline(Readable.from(parts()), createWriteStream(pipe))
  assert.equal(await ended, 1)
  clearInterval(watch)
  return { lines, peak }
}

/** The most memory that a process ever had, in megabytes. */
function peakOf({ pid }: ChildProcess): number {
  try {
    return Math.round(Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024)
  } catch {
    return 0 // It has just ended.
  }
}
