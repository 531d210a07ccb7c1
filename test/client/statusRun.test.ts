import assert from "node:assert/strict"
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, describe, it } from "node:test"
import { dsregcmdPath, programRun, statusRun } from "../../client/src/statusRun.ts"

const folder = mkdtempSync(join(tmpdir(), "dsreg-run-"))
after(() => rmSync(folder, { recursive: true, force: true }))

/** A program in the place of dsregcmd. */
function standIn(name: string, script: string): string {
  const path = join(folder, name)
  writeFileSync(path, `#!${process.execPath}\n${script}`)
  chmodSync(path, 0o755)
  return path
}

const never = () => undefined

describe("dsregcmd", () => {
  it("is run where Windows has it, whatever the search path", () => {
    assert.equal(dsregcmdPath({ SystemRoot: "D:\\Windows" }), "D:\\Windows\\System32\\dsregcmd.exe")
    assert.equal(
      dsregcmdPath({ SystemRoot: "C:\\WINDOWS", PROCESSOR_ARCHITEW6432: "AMD64" }),
      "C:\\WINDOWS\\Sysnative\\dsregcmd.exe",
    )
    for (const SystemRoot of ["", "tools", "\\\\server\\share"])
      assert.equal(dsregcmdPath({ SystemRoot }), "C:\\Windows\\System32\\dsregcmd.exe")
  })

  it("is run on no other system", () => {
    assert.equal(statusRun("linux", {}), undefined)
    assert.equal(statusRun("darwin", {}), undefined)
    assert.equal(typeof statusRun("win32", {}), "function")
  })

  it("is run without a shell, and what it prints is the log", { skip: process.platform === "win32" }, async () => {
    const program = standIn(
      "dsreg & cmd",
      'console.log(process.argv.slice(2).join("+"), "AzureAdJoined : YES \\u00e9")',
    )
    assert.deepEqual(await programRun(program, ["/status", "$HOME; ls"])(never), {
      kind: "printed",
      text: "/status+$HOME; ls AzureAdJoined : YES \u00e9\n",
    })
  })

  it("may print UTF-16", { skip: process.platform === "win32" }, async () => {
    const program = standIn("wide", 'process.stdout.write(Buffer.from("\\ufeffAzureAdJoined : NO\\r\\n", "utf16le"))')
    assert.deepEqual(await programRun(program, [])(never), { kind: "printed", text: "AzureAdJoined : NO\r\n" })
  })

  it("is ended where somebody gives up", { skip: process.platform === "win32" }, async () => {
    const program = standIn("slow", "setTimeout(() => undefined, 600_000)")
    let stop: () => void = never
    const running = programRun(program, ["/status"])((cancel) => {
      stop = cancel
    })
    stop()
    assert.deepEqual(await running, { kind: "cancelled" })
  })

  it("is ended where it prints without end", { skip: process.platform === "win32" }, async () => {
    const program = standIn("endless", 'const go = () => process.stdout.write("x".repeat(1e6), go); go()')
    const { kind } = await programRun(program, ["/status"])(never)
    assert.equal(kind, "printed")
  })

  it("that is not there is told", async () => {
    const captured = await programRun(join(folder, "nothing.exe"), ["/status"])(never)
    assert.equal(captured.kind, "failed")
  })
})
