import { cpSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { environment } from "./environment.ts"
import { freePort } from "./freePort.ts"
import { root, vscodeWeb } from "./places.ts"
import { type Running, start } from "./processGroup.ts"
import type { Throwaway } from "./throwaway.ts"

/** VS Code for the web, served to this machine only; its page runs the suite at once. */
export interface WebServer extends Running {
  readonly page: string
}

/** Serves one suite: test-web takes the extension and the tests when it starts, not with the page. */
export async function startWeb(place: Throwaway, extension: string, tests: string): Promise<WebServer> {
  const port = await freePort()
  const data = place.folder("web")
  prepareBuild(join(data, "vscode-web-stable-local"))
  const options = {
    browserType: "none",
    quality: "stable",
    commit: "local",
    testRunnerDataDir: data,
    extensionDevelopmentPath: extension,
    extensionTestsPath: tests,
    folderPath: place.workspace,
    host: "127.0.0.1",
    port,
  }
  const running = await start(
    process.execPath,
    ["--import", "tsx", join(root, "scripts/editor/serveWeb.ts"), JSON.stringify(options)],
    environment(place.home),
    /serving/,
  )
  return { ...running, page: `http://127.0.0.1:${port}/` }
}

/** The folder that test-web would have downloaded: the build and a file that says which. */
function prepareBuild(folder: string): void {
  if (existsSync(folder)) return
  mkdirSync(folder)
  for (const name of ["out", "extensions", "node_modules", "nls"])
    symlinkSync(join(vscodeWeb, name), join(folder, name))
  cpSync(join(vscodeWeb, "package.json"), join(folder, "package.json"))
  writeFileSync(join(folder, "version"), "local")
}
