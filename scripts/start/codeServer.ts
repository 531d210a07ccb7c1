import { type ChildProcess, spawn, spawnSync } from "node:child_process"
import { randomBytes } from "node:crypto"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { basename, dirname, join } from "node:path"
import { freePort } from "../editor/freePort.ts"
import { type Attempt, opened, unavailable } from "./attempt.ts"
import { onPath } from "./machine.ts"
import { packaged } from "./packaged.ts"

/** The code-server that is installed, which serves VS Code to a browser until the person ends it. */
export async function codeServer(file: string): Promise<Attempt> {
  const command = onPath("code-server")
  if (!command) return unavailable("code-server is not installed.")
  const place = mkdtempSync(join(tmpdir(), "dsreg-start-"))
  process.on("exit", () => rmSync(place, { recursive: true, force: true }))
  const folders = ["--user-data-dir", join(place, "user"), "--extensions-dir", join(place, "extensions")]
  const installing = spawnSync(command, ["--install-extension", packaged(), ...folders], { encoding: "utf8" })
  if (installing.status !== 0) return unavailable(`code-server did not take the extension: ${installing.stderr.trim()}`)
  const port = await freePort()
  const password = randomBytes(12).toString("hex")
  const server = spawn(
    command,
    [
      ...folders,
      "--auth=password",
      `--bind-addr=127.0.0.1:${port}`,
      "--disable-telemetry",
      "--disable-update-check",
      "--disable-workspace-trust",
      dirname(file),
    ],
    { env: { ...process.env, PASSWORD: password }, stdio: ["ignore", "pipe", "inherit"] },
  )
  if (!(await isReady(server))) return unavailable("code-server did not start.")
  return opened(`VS Code is served by the installed code-server, with the packaged extension, until Ctrl+C.
Open http://127.0.0.1:${port}/ in a browser, give the password ${password}, and choose ${basename(file)}.`)
}

/** Whether the server came so far as to listen; its output is read on, so that the pipe never fills. */
function isReady(server: ChildProcess): Promise<boolean> {
  return new Promise((resolve) => {
    server.stdout?.on("data", (text: Buffer) => text.includes("HTTP server listening") && resolve(true))
    server.once("exit", () => resolve(false))
    server.once("error", () => resolve(false))
  })
}
