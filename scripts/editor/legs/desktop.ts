import { spawn } from "node:child_process"
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { downloadAndUnzipVSCode, SilentReporter } from "@vscode/test-electron"
import { bundles } from "../bundle.ts"
import type { Leg } from "../leg.ts"
import { leftOut } from "../outcome.ts"
import { editors, logs, root } from "../places.ts"
import { inThrowaway, type Throwaway } from "../throwaway.ts"
import { type HostRun, verdict } from "../verdict.ts"

const TITLE = "VS Code on the desktop"

/** How long the download of VS Code may take to answer, and the suite to run, in milliseconds. */
const REACH = 5_000
const LIMIT = 120_000

/** The desktop's VS Code, which is downloaded: on a machine without the internet this leg is left out. */
export const desktop: Leg = {
  id: "D",
  title: TITLE,
  run: async ({ run, minimum }) => {
    const obstacle = await whyNot()
    if (obstacle) return leftOut(`${TITLE}: ${obstacle}`)
    const executable = await download().catch((error: Error) => error)
    if (executable instanceof Error) return leftOut(`${TITLE}: its download failed: ${executable.message}`)
    return inThrowaway(async (place) => verdict(await desktopRun(executable, place), run, minimum))
  },
}

function download(): Promise<string> {
  return downloadAndUnzipVSCode({
    cachePath: join(editors, "desktop"),
    extensionDevelopmentPath: root,
    reporter: new SilentReporter(),
  })
}

async function whyNot(): Promise<string | undefined> {
  if (process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    return "no display; run it under xvfb-run"
  }
  try {
    const url = "https://update.code.visualstudio.com/api/releases/stable"
    const { ok, status } = await fetch(url, { signal: AbortSignal.timeout(REACH) })
    return ok ? undefined : `its download answers ${status}`
  } catch {
    return "its download cannot be reached"
  }
}

/** Runs the suite; the extension host's console comes out on standard output. */
function desktopRun(executable: string, place: Throwaway): Promise<HostRun> {
  const editor = spawn(
    executable,
    [
      place.workspace,
      `--extensionDevelopmentPath=${root}`,
      `--extensionTestsPath=${bundles.suite}`,
      `--user-data-dir=${place.folder("user")}`,
      `--extensions-dir=${place.folder("extensions")}`,
      "--no-sandbox",
      "--disable-gpu",
      "--disable-updates",
      "--disable-telemetry",
      "--disable-workspace-trust",
      "--skip-welcome",
      "--skip-release-notes",
    ],
    { stdio: ["ignore", "pipe", "pipe"] },
  )
  return new Promise((resolve, reject) => {
    let log = ""
    const end = (exit: number | undefined) => {
      clearTimeout(timer)
      writeFileSync(join(logs, "D-suite.log"), log)
      resolve({ exit, log, name: "D-suite" })
    }
    const timer = setTimeout(() => {
      editor.kill("SIGKILL")
      end(undefined)
    }, LIMIT)
    for (const stream of [editor.stdout, editor.stderr]) stream.on("data", (chunk) => (log += chunk))
    editor.once("error", reject)
    editor.once("close", (code) => end(code ?? undefined))
  })
}
