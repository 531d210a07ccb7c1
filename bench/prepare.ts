import { execFileSync } from "node:child_process"
import { copyFileSync, existsSync, readFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import { build } from "esbuild"
import { bundles } from "../scripts/build.ts"
import { bench, out } from "./places.ts"

/** Makes everything that runs: the product as it is shipped, the peers, and the programs that measure. */
export async function prepare(): Promise<void> {
  installPeers()
  await bundles({ write: true })
  rmSync(out, { recursive: true, force: true })
  await build({
    entryPoints: {
      json: join(bench, "node_modules/vscode-langservers-extracted/lib/json-language-server/node/jsonServerMain.js"),
      minimal: join(bench, "servers/minimal.ts"),
      bare: join(bench, "servers/bare.ts"),
      ...Object.fromEntries(PROGRAMS.map((name) => [name, join(bench, `programs/${name}.ts`)])),
    },
    outdir: out,
    outExtension: { ".js": ".cjs" },
    // As the product is bundled; the JSON server's packages are modules where they have the choice, as its own bundle in VS Code.
    bundle: true,
    minify: true,
    legalComments: "none",
    format: "cjs",
    platform: "node",
    target: ["node20"],
    mainFields: ["module", "main"],
    logLevel: "warning",
  })
}

const PROGRAMS = ["reading", "cold", "loop", "growth", "folder", "peak"]

/** Installs what bench/package-lock.json names, unless it is there; no script of a package is run. */
function installPeers(): void {
  const lock = join(bench, "package-lock.json")
  const installed = join(bench, "node_modules/.installed-lock.json")
  if (existsSync(installed) && readFileSync(installed, "utf8") === readFileSync(lock, "utf8")) return
  execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
    cwd: bench,
    stdio: "inherit",
    // On Windows npm is a script of the shell.
    shell: process.platform === "win32",
  })
  copyFileSync(lock, installed)
}
