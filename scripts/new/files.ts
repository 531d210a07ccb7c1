import { spawnSync } from "node:child_process"
import { readdirSync, readFileSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

/** Where the core stands, below the folder that the command is run in. */
export const CORE = "server/src/core"

/** A word on the command line that cannot be used, and why. */
export class Refusal extends Error {}

/** Makes something new below a project's folder, by the words of a command line, and says what to do next. */
export type Make = (root: string, words: readonly string[]) => readonly string[]

/** Runs such a command where its file is the program; what it refuses is said in a line, and nothing is written. */
export function command(url: string, make: Make): void {
  if (process.argv[1] !== fileURLToPath(url)) return
  try {
    for (const line of make(process.cwd(), process.argv.slice(2))) console.log(line)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    console.error(error.message)
    process.exitCode = 2
  }
}

/** The TypeScript files below a folder of the core with their texts, by their paths from the project's folder. */
export function filesIn(root: string, folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(join(root, CORE, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join(CORE, folder, file).replaceAll("\\", "/"))
    .sort()
  return new Map(files.map((file) => [file, readFileSync(join(root, file), "utf8")]))
}

/** Writes a file as the formatter wants it. */
export function write(root: string, file: string, text: string): void {
  writeFileSync(join(root, file), text)
  const biome = join(dirname(createRequire(import.meta.url).resolve("@biomejs/biome/package.json")), "bin/biome")
  const config = join(import.meta.dirname, "../..")
  spawnSync(process.execPath, [
    biome,
    "check",
    "--write",
    `--config-path=${config}`,
    "--vcs-enabled=false",
    join(root, file),
  ])
}

/** The text with a piece put in where a line ends; an error of ours where that line is not there. */
export function inserted(text: string, behind: RegExp, piece: string): string {
  const match = behind.exec(text)
  if (!match) throw new Error(`${behind} is not there any more`)
  const at = match.index + match[0].length
  return text.slice(0, at) + piece + text.slice(at)
}
