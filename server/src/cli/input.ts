import { readdir, readFile, stat } from "node:fs/promises"
import { join } from "node:path"
import { isStatusLog } from "../core/recognize.ts"

/** A text to read, or the reason why there is none. */
export type Input =
  | { readonly kind: "log"; readonly name: string; readonly text: string }
  | { readonly kind: "skipped"; readonly name: string }
  | { readonly kind: "unreadable"; readonly name: string; readonly why: string }

/** What the words of a command line name: files as they are, the logs of directories, `-` for standard input. */
export async function* inputs(words: readonly string[]): AsyncIterable<Input> {
  for (const word of words) {
    if (word === "-") yield { kind: "log", name: "-", text: decode(await standardInput()) }
    else yield* pathInputs(word)
  }
}

async function* pathInputs(path: string): AsyncIterable<Input> {
  try {
    if ((await stat(path)).isDirectory()) yield* directoryInputs(path)
    else yield { kind: "log", name: path, text: decode(await readFile(path)) }
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
  const text = decode(await readFile(path))
  yield isStatusLog(text) ? { kind: "log", name: path, text } : { kind: "skipped", name: path }
}

async function* guarded(name: string, from: AsyncIterable<Input>): AsyncIterable<Input> {
  try {
    yield* from
  } catch (error) {
    yield { kind: "unreadable", name, why: reason(error) }
  }
}

/**
 * The text of a saved file: UTF-8 or UTF-16 by its mark, UTF-16 without a mark by its zero bytes, and the Windows
 * code page for what is no UTF-8. PowerShell 5.1 writes UTF-16LE with a mark, cmd a code page.
 */
export function decode(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes)
  if ((first === 0xff && second === 0xfe) || hasZeros(bytes)) return new TextDecoder("utf-16le").decode(bytes)
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder("windows-1252").decode(bytes)
  }
}

/** Whether every other byte of the beginning is zero, as in Latin text written as UTF-16LE. */
function hasZeros(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 64)
  return head.length >= 16 && head.every((byte, index) => (index % 2 === 0 ? byte !== 0 : byte === 0))
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
