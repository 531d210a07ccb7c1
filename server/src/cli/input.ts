import { readdir, readFile, stat } from "node:fs/promises"
import { join } from "node:path"
import { isStatusLog } from "../core/log/recognize.ts"
import { fileText } from "../core/text/fileText.ts"

/** A text to read, or the reason why there is none. */
export type Input =
  | { readonly kind: "log"; readonly name: string; readonly text: string }
  | { readonly kind: "skipped"; readonly name: string }
  | { readonly kind: "unreadable"; readonly name: string; readonly why: string }

/** What the words of a command line name: files as they are, the logs of directories, `-` for standard input. */
export async function* inputs(words: readonly string[]): AsyncIterable<Input> {
  for (const word of words) {
    if (word === "-") yield { kind: "log", name: "-", text: fileText(await standardInput()) }
    else yield* pathInputs(word)
  }
}

async function* pathInputs(path: string): AsyncIterable<Input> {
  try {
    if ((await stat(path)).isDirectory()) yield* directoryInputs(path)
    else yield { kind: "log", name: path, text: fileText(await readFile(path)) }
  } catch (error) {
    yield { kind: "unreadable", name: path, why: reason(error) }
  }
}

/** The files below a directory in the order of their names; those that are no dsregcmd log are named as skipped. */
async function* directoryInputs(directory: string): AsyncIterable<Input> {
  const entries = await readdir(directory, { withFileTypes: true })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(directory, entry.name)
    if (entry.isDirectory()) {
      yield* guarded(path, directoryInputs(path))
    } else if (entry.isFile()) {
      yield* guarded(path, fileInput(path))
    }
  }
}

async function* fileInput(path: string): AsyncIterable<Input> {
  const text = fileText(await readFile(path))
  yield isStatusLog(text) ? { kind: "log", name: path, text } : { kind: "skipped", name: path }
}

async function* guarded(name: string, from: AsyncIterable<Input>): AsyncIterable<Input> {
  try {
    yield* from
  } catch (error) {
    yield { kind: "unreadable", name, why: reason(error) }
  }
}

async function standardInput(): Promise<Uint8Array> {
  const parts: Buffer[] = []
  for await (const part of process.stdin) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

function reason(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : ""
  switch (code) {
    case "ENOENT":
      return "there is no such file"
    case "EACCES":
    case "EPERM":
      return "access is denied"
    default:
      return error instanceof Error ? error.message : String(error)
  }
}
