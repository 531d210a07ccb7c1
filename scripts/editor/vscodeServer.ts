import { execFileSync } from "node:child_process"
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { environment } from "./environment.ts"
import { freePort } from "./freePort.ts"
import { editorNode, vscodeServer } from "./places.ts"
import { type Running, start } from "./processGroup.ts"
import type { Throwaway } from "./throwaway.ts"

/** A VS Code server that listens on this machine only. */
export interface VscodeServer extends Running {
  /** The address of a workbench with the sample logs open. */
  page(options: PageOptions): string
}

export interface PageOptions {
  /** The extension under development: a folder with a manifest. */
  readonly extension?: string
  /** The bundle that runs the tests; without it the page is a workbench for a person. */
  readonly tests?: string
  /** A file to open, relative to the sample logs. */
  readonly open?: string
}

const main = join(vscodeServer, "out/server-main.js")

export async function startServer(place: Throwaway): Promise<VscodeServer> {
  const port = await freePort()
  const authority = `127.0.0.1:${port}`
  writeSettings(place)
  const running = await start(
    editorNode,
    [
      main,
      "--host=127.0.0.1",
      `--port=${port}`,
      "--without-connection-token",
      "--enable-smoke-test-driver",
      "--disable-workspace-trust",
      ...common(place),
    ],
    environment(place.home),
    /Extension host agent listening/,
  )
  const remote = (path: string) => `vscode-remote://${authority}${path}`
  return {
    ...running,
    page: ({ extension, tests, open }) => {
      const payload = [
        ...(extension ? [["extensionDevelopmentPath", remote(extension)]] : []),
        ...(tests ? [["extensionTestsPath", remote(tests)]] : []),
        ...(open ? [["openFile", remote(join(place.workspace, open))]] : []),
      ]
      const query = new URLSearchParams({ folder: place.workspace, payload: JSON.stringify(payload) })
      return `http://${authority}/?${query}`
    },
  }
}

/** Installs a packaged extension for the server that starts next in the same place. */
export function installExtension(place: Throwaway, vsix: string): void {
  execFileSync(editorNode, [main, `--install-extension=${vsix}`, ...common(place)], {
    env: environment(place.home),
    stdio: "pipe",
    timeout: 60_000,
  })
}

function common(place: Throwaway): string[] {
  return [
    "--accept-server-license-terms",
    "--disable-telemetry",
    `--server-data-dir=${place.folder("server")}`,
    `--user-data-dir=${place.folder("user")}`,
    `--extensions-dir=${place.folder("extensions")}`,
  ]
}

/** Quiet pages: no welcome, no hints, no offers. */
function writeSettings(place: Throwaway): void {
  const settings = {
    "workbench.startupEditor": "none",
    "workbench.secondarySideBar.defaultVisibility": "hidden",
    "workbench.tips.enabled": false,
    "chat.disableAIFeatures": true,
    "extensions.ignoreRecommendations": true,
    "telemetry.telemetryLevel": "off",
  }
  for (const folder of [join(place.folder("user"), "User"), join(place.folder("server"), "data/Machine")]) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, "settings.json"), JSON.stringify(settings))
  }
}
