import { randomBytes } from "node:crypto"
import { existsSync, mkdirSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { root } from "../build.ts"
import { environment } from "../editor/environment.ts"
import { freePort } from "../editor/freePort.ts"
import { editorNode, editors, installed, vscodeServer } from "../editor/places.ts"
import { start } from "../editor/processGroup.ts"
import { type Attempt, opened, unavailable } from "./attempt.ts"

/** Quiet, and nothing changes a log that is only to be read. */
const SETTINGS = {
  "chat.disableAIFeatures": true,
  "files.autoSave": "off",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
}

/** The VS Code server that the editor tests run in, served to a browser until the person ends it. */
export async function testEditors(file: string): Promise<Attempt> {
  if (!existsSync(installed)) return unavailable("The editors of the tests are not installed (npm run editor:install).")
  const port = await freePort()
  const token = randomBytes(16).toString("hex")
  const home = join(editors, "start")
  mkdirSync(join(home, "user/User"), { recursive: true })
  mkdirSync(join(home, "server/data/Machine"), { recursive: true })
  for (const file of ["user/User/settings.json", "server/data/Machine/settings.json"]) {
    writeFileSync(join(home, file), JSON.stringify(SETTINGS))
  }
  await start(
    editorNode,
    [
      join(vscodeServer, "out/server-main.js"),
      "--host=127.0.0.1",
      `--port=${port}`,
      `--connection-token=${token}`,
      // Without it the server does not look at the payload below.
      "--enable-smoke-test-driver",
      "--accept-server-license-terms",
      "--disable-workspace-trust",
      "--disable-telemetry",
      `--server-data-dir=${join(home, "server")}`,
      `--user-data-dir=${join(home, "user")}`,
      `--extensions-dir=${join(home, "extensions")}`,
    ],
    environment(home),
    /Extension host agent listening/,
  )
  const remote = (path: string) => `vscode-remote://127.0.0.1:${port}${path}`
  const payload = [
    ["extensionDevelopmentPath", remote(root)],
    ["openFile", remote(file)],
  ]
  const query = new URLSearchParams({ tkn: token, folder: dirname(file), payload: JSON.stringify(payload) })
  return opened(`VS Code is served to the browser by the editors of the tests, with the extension from this folder, until Ctrl+C.
Open this address to see the log:
http://127.0.0.1:${port}/?${query}`)
}
