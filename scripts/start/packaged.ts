import { spawnSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { root } from "../build.ts"

/** Makes the installable package and gives its path; fails as the packaging does. */
export function packaged(): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "scripts/package.ts"], {
    cwd: root,
    encoding: "utf8",
  })
  if (status !== 0) throw new Error(`the package could not be made:\n${stdout}${stderr}`)
  const { name, version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"))
  return join(root, `${name}-${version}.vsix`)
}
