import { spawn } from "node:child_process"
import { win32 } from "node:path"
import { fileText } from "../../server/src/core/text/fileText.ts"
import type { StatusRun } from "./commands/capture.ts"

/** The variables of the environment that say where Windows is, and whether this process is a 32-bit one on 64-bit Windows. */
type Environment = Readonly<Partial<Record<"SystemRoot" | "PROCESSOR_ARCHITEW6432", string>>>

/**
 * Where dsregcmd is, whatever the search path. Windows shows a 32-bit process another `System32`, in which it is not,
 * and the right one as `Sysnative`.
 */
export function dsregcmdPath({ SystemRoot, PROCESSOR_ARCHITEW6432 }: Environment): string {
  const windows = SystemRoot && /^[a-z]:\\/i.test(SystemRoot) ? SystemRoot : "C:\\Windows"
  return win32.join(windows, PROCESSOR_ARCHITEW6432 === undefined ? "System32" : "Sysnative", "dsregcmd.exe")
}

/** dsregcmd prints some ten thousand characters; what prints more is not it. */
const LARGEST = 4 * 1024 * 1024

/** Runs a program by its path, without a shell, until it ends or is given up, and takes what it prints. */
export function programRun(program: string, words: readonly string[]): StatusRun {
  return (cancelled) =>
    new Promise((resolve) => {
      const running = spawn(program, words, { shell: false, windowsHide: true, stdio: ["ignore", "pipe", "ignore"] })
      const parts: Uint8Array[] = []
      let size = 0
      cancelled(() => {
        resolve({ kind: "cancelled" })
        running.kill()
      })
      running.stdout.on("data", (part: Uint8Array) => {
        size += part.length
        if (size <= LARGEST) parts.push(part)
        else running.kill()
      })
      running.on("error", ({ message }) => resolve({ kind: "failed", why: message }))
      running.on("close", () => resolve({ kind: "printed", text: fileText(Buffer.concat(parts)) }))
    })
}

/** What runs `dsregcmd /status` on this machine; undefined where it is no Windows. */
export function statusRun(platform: string, environment: Environment): StatusRun | undefined {
  return platform === "win32" ? programRun(dsregcmdPath(environment), ["/status"]) : undefined
}
