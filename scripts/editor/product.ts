import { spawnSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { root } from "./places.ts"

/**
 * Builds the extension, and packages it where that is asked for: what is tested is what the sources say now.
 * Where it cannot be made, the run ends with what the script said.
 */
export function makeProduct(how: "build" | "package"): void {
  const script = join(root, "scripts", `${how}.ts`)
  const { status } = spawnSync(process.execPath, ["--import", "tsx", script], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
  })
  if (status === 0) return
  console.error(`The extension could not be made; see npm run ${how}.`)
  process.exit(1)
}

/** The packaged extension. */
export function vsix(): string {
  const { name, version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"))
  return join(root, `${name}-${version}.vsix`)
}
