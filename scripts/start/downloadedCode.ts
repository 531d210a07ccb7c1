import { spawn, spawnSync } from "node:child_process"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { root } from "../build.ts"
import { type Attempt, opened, unavailable } from "./attempt.ts"
import { hasScreen } from "./machine.ts"

/** How long the download may take, in milliseconds. */
const LIMIT = 300_000

/** A VS Code that @vscode/test-electron downloads, apart from everything the person has. */
export async function downloadedCode(file: string): Promise<Attempt> {
  if (!hasScreen()) return unavailable("A downloaded VS Code needs a screen, and there is none.")
  console.log("Downloading VS Code, unless it is there already ...")
  // A process of its own can be ended in the middle of a download.
  const download = spawnSync(
    process.execPath,
    ["--import", "tsx", fileURLToPath(new URL("download.ts", import.meta.url)), join(root, ".editors/desktop")],
    { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"], timeout: LIMIT },
  )
  if (download.status !== 0) return unavailable("VS Code could not be downloaded.")
  const settings = join(root, ".editors/desktop-profile")
  spawn(
    download.stdout.trim(),
    [
      "--new-window",
      "--skip-welcome",
      "--skip-release-notes",
      "--disable-workspace-trust",
      `--user-data-dir=${join(settings, "data")}`,
      `--extensions-dir=${join(settings, "extensions")}`,
      `--extensionDevelopmentPath=${root}`,
      file,
    ],
    { detached: true, stdio: "ignore" },
  ).unref()
  return opened("The log is open in a VS Code downloaded for this project, with the extension from this folder.")
}
