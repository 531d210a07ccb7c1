import { createReadStream } from "node:fs"
import { type Listed, listedBy, listedIn } from "./listed.ts"
import type { Terminal } from "./terminal.ts"
import { isOfSystem, reason } from "./trouble.ts"
import { watched } from "./watched.ts"

/** What a command is to read, as its words and options say. */
export interface Wanted {
  readonly words: readonly string[]
  /** A file with more names, `-` for standard input. */
  readonly list?: string
  /** What stands behind each name in it. */
  readonly end: "line" | "zero"
  /** A folder whose files are read as they come. */
  readonly watch?: string
  /** How many workers read. */
  readonly jobs: number
}

/** Everything that is to be read, in its order. */
export async function* listOf(
  { words, list, end, watch }: Wanted,
  { input, interrupted }: Pick<Terminal, "input" | "interrupted">,
): AsyncIterable<Listed> {
  yield* listedBy(words)
  if (list !== undefined) yield* namesIn(list, end, input)
  if (watch !== undefined) yield* watched(watch, interrupted())
}

async function* namesIn(list: string, end: Wanted["end"], input: Terminal["input"]): AsyncIterable<Listed> {
  try {
    yield* listedIn(list === "-" ? input : createReadStream(list), end)
  } catch (error) {
    if (!isOfSystem(error)) throw error
    yield { kind: "unreadable", file: list, why: reason(error) }
  }
}
