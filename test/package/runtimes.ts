import { existsSync } from "node:fs"
import { join } from "node:path"
import { npm, ran } from "./project.ts"

/** The versions of Node that the package is tried on besides the one that runs the tests. */
export const OTHERS = ["22.23.3", "24.21.0"]

/** The program of a version of Node, as npm's registry has it for this system; else why there is none. */
export async function runtime(version: string, folder: string): Promise<{ readonly program: string } | string> {
  const name = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`
  try {
    await npm(["install", "--no-save", "--no-audit", "--no-fund", "--prefix", folder, `${name}@${version}`], folder)
    const program = join(folder, "node_modules", name, "bin", process.platform === "win32" ? "node.exe" : "node")
    if (!existsSync(program)) return `${name}@${version} holds no program`
    const { stdout } = await ran(program, ["--version"])
    return stdout.trim() === `v${version}` ? { program } : `${name}@${version} is ${stdout.trim()}`
  } catch (error) {
    return `${name}@${version} cannot be had: ${error instanceof Error ? error.message.split("\n")[0] : error}`
  }
}
