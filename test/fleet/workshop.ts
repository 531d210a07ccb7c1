import { type ChildProcess, spawn, spawnSync } from "node:child_process"
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { writeFleet } from "../../bench/content/fleetLogs.ts"
import { builtFile } from "../support/built.ts"

/** A place in which engines share the work of one test: logs, and hosts with a `dsreg` of their own. */
export interface Workshop {
  readonly path: string
  /** The folder of the logs. */
  readonly logs: string
  /** Makes a folder of programs for a host; its `dsreg` is the one that is shipped, and notes there that it was asked. */
  readonly host: (name: string) => string
  /** How often the `dsreg` of a host was asked. */
  readonly asked: (name: string) => number
  /** Starts something that runs until the end of the test. */
  readonly start: (program: string, words: readonly string[], path?: string) => ChildProcess
  readonly close: () => Promise<void>
}

/** The page whose commands and questions the tests run. */
export const PAGE = readFileSync("docs/fleets.md", "utf8")

/** Makes one with so many logs. */
export async function workshop(count: number): Promise<Workshop> {
  const path = mkdtempSync(join(tmpdir(), "dsreg-fleet-"))
  const logs = join(path, "logs")
  writeFleet(logs, count)
  const program = join(path, "cli.cjs")
  writeFileSync(program, (await builtFile("dist/cli.cjs")).text)
  const running: ChildProcess[] = []
  return {
    path,
    logs,
    host: (name) => {
      const bin = join(path, name)
      mkdirSync(bin)
      const script = `#!/bin/sh\necho asked >> "${bin}/asked"\nexec "${process.execPath}" "${program}" "$@"\n`
      writeFileSync(join(bin, "dsreg"), script, { mode: 0o755 })
      return bin
    },
    asked: (name) => readFileSync(join(path, name, "asked"), "utf8").split("\n").length - 1,
    start: (name, words, bin) => {
      const child = spawn(name, words, { cwd: path, stdio: "ignore", env: environment(bin) })
      running.push(child)
      return child
    },
    close: async () => {
      await Promise.all(running.map(ended))
      rmSync(path, { recursive: true, force: true })
    },
  }
}

/** The lines that one machine prints of the logs. */
export function linesOfOne({ path, logs }: Workshop, ...names: readonly string[]): string {
  const words = [join(path, "cli.cjs"), "check", "--format", "ndjson", "--fail-on", "never"]
  const { stdout } = spawnSync(process.execPath, [...words, ...(names.length > 0 ? names : [logs])], {
    encoding: "utf8",
    maxBuffer: 2 ** 30,
  })
  return stdout
}

/** A path of programs that begins with a host's. */
export function environment(bin?: string): NodeJS.ProcessEnv {
  return { ...process.env, PATH: `${bin ? `${bin}:` : ""}/usr/bin:/bin` }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const end = new Promise((resolve) => child.once("exit", resolve))
  child.kill("SIGTERM")
  const patience = setTimeout(() => child.kill("SIGKILL"), 5000)
  await end
  clearTimeout(patience)
}
