import { Readable } from "node:stream"
import { Worker } from "node:worker_threads"
import { run } from "../../server/src/cli/run.ts"
import type { ExitCode, Terminal } from "../../server/src/cli/terminal.ts"
import { builtFile } from "./built.ts"

/** What a command line answered. */
export interface Answer {
  readonly code: ExitCode
  readonly out: string
  readonly error: string
}

/** Runs a command line in this process. */
export function dsreg(...words: string[]): Promise<Answer> {
  return dsregWith({}, ...words)
}

/** The same with another terminal: its input, its reader, its setting. */
export async function dsregWith(terminal: Partial<Terminal>, ...words: string[]): Promise<Answer> {
  let out = ""
  let error = ""
  // The threads are those of the program that is shipped.
  const { text: program } = await builtFile("dist/cli.cjs")
  const code = await run(words, {
    out: async (text) => {
      out += text
    },
    error: (text) => {
      error += text
    },
    input: Readable.from([]),
    worker: () => new Worker(program, { eval: true }),
    interrupted: () => new AbortController().signal,
    color: false,
    debug: false,
    ...terminal,
  })
  return { code, out, error }
}
