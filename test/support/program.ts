import { type SpawnOptions, spawn } from "node:child_process"
import { builtFile } from "./built.ts"
import type { TestFolder } from "./folder.ts"

/** Writes the command line that is shipped into a folder, and says where it is. */
export async function programIn(folder: TestFolder): Promise<string> {
  return folder.write("program/cli.cjs", (await builtFile("dist/cli.cjs")).text)
}

/** Runs a line of bash, in which `$0` is Node and `$1` and so on are the words. */
export async function bash(line: string, words: readonly string[], options: SpawnOptions = {}) {
  const child = spawn("bash", ["-c", line, process.execPath, ...words], {
    ...options,
    stdio: ["ignore", "pipe", "pipe"],
  })
  let out = ""
  let error = ""
  child.stdout?.on("data", (part) => {
    out += part
  })
  child.stderr?.on("data", (part) => {
    error += part
  })
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve))
  return { code, out, error }
}
