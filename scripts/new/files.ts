import { spawnSync } from "node:child_process"
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

/** Where the core stands, below the folder that the command is run in. */
export const CORE = "server/src/core"

/** A word on the command line that cannot be used, and why. */
export class Refusal extends Error {}

/** Files to write, by their paths from the project's folder, and what to tell who asked for them. */
export interface Plan {
  readonly files: ReadonlyMap<string, string>
  readonly next: readonly string[]
}

/** Plans something new in a project's folder by the words of a command line; what it cannot do is a `Refusal`. */
export type Make = (root: string, words: readonly string[]) => Plan

/** Runs such a command where its file is the program; what it refuses is said in a line, and nothing is written. */
export function command(url: string, make: Make): void {
  if (process.argv[1] !== fileURLToPath(url)) return
  try {
    const { files, next } = make(process.cwd(), process.argv.slice(2))
    write(process.cwd(), files)
    for (const file of files.keys()) console.log(`wrote ${file}`)
    for (const line of next) console.log(line)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    console.error(error.message)
    process.exitCode = 2
  }
}

/** Writes files as the formatter wants them. */
export function write(root: string, files: ReadonlyMap<string, string>): void {
  for (const [file, text] of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  const biome = join(dirname(createRequire(import.meta.url).resolve("@biomejs/biome/package.json")), "bin/biome")
  const project = fileURLToPath(new URL("../..", import.meta.url))
  const words = ["check", "--write", `--config-path=${project}`, "--vcs-enabled=false", ...files.keys()]
  const { status, stderr } = spawnSync(process.execPath, [biome, ...words], { cwd: root, encoding: "utf8" })
  if (status !== 0) throw new Error(stderr)
}

/** The TypeScript files below a folder of the core with their texts, by their paths from the project's folder. */
export function filesIn(root: string, folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(join(root, CORE, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join(CORE, folder, file).replaceAll("\\", "/"))
    .sort()
  return new Map(files.map((file) => [file, readFileSync(join(root, file), "utf8")]))
}

/** The text with a piece put in at an offset. */
export function insertedAt(text: string, at: number, piece: string): string {
  return text.slice(0, at) + piece + text.slice(at)
}

/** The text with a piece put in behind what a pattern finds; an error of ours where that is not there any more. */
export function inserted(text: string, behind: RegExp, piece: string): string {
  const match = behind.exec(text)
  if (!match) throw new Error(`${behind} is not there any more`)
  return insertedAt(text, match.index + match[0].length, piece)
}

/** What is still to be written in the core, each with its place: `rules/tinMissing.ts:3 Write: the fault, in a sentence.` */
export function unwritten(root: string): readonly string[] {
  return Array.from(filesIn(root, ""), ([file, text]) =>
    text.split("\n").flatMap((line, index) => {
      const wish = /\bWrite: [^"*]*/.exec(line)?.[0].trim()
      return wish ? [`${file.slice(CORE.length + 1)}:${index + 1} ${wish}`] : []
    }),
  ).flat()
}
