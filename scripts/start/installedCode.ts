import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { root } from "../build.ts"
import { type Attempt, opened, unavailable } from "./attempt.ts"
import { hasScreen, onPath } from "./machine.ts"

const MAC = "/Applications/Visual Studio Code.app/Contents/Resources/app/bin/code"

/** The VS Code that is installed. */
export async function installedCode(file: string): Promise<Attempt> {
  const code = onPath("code") ?? (existsSync(MAC) ? MAC : undefined)
  if (!code) return unavailable("VS Code is not installed, or its command code is not on the PATH.")
  if (process.env.VSCODE_IPC_HOOK_CLI) {
    return unavailable("The command code of a remote terminal cannot load an extension from a folder.")
  }
  if (!hasScreen()) return unavailable("VS Code is installed, but there is no screen to open it on.")
  const windows = process.platform === "win32"
  const words = ["--new-window", `--extensionDevelopmentPath=${root}`, file]
  // On Windows code is a batch file, which only a shell runs.
  const { status, error } = windows
    ? spawnSync(`"${code}"`, words.map(quoted), { shell: true, stdio: "inherit" })
    : spawnSync(code, words, { stdio: "inherit" })
  if (status !== 0) return unavailable(`${code} ended with ${error?.message ?? status}.`)
  return opened("The log is open in the installed VS Code, with the extension from this folder.")
}

function quoted(word: string): string {
  return `"${word.replace(/\\$/, "")}"`
}
