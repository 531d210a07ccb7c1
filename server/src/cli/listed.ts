import { type Dirent, existsSync, statSync } from "node:fs"
import { readdir } from "node:fs/promises"
import { isAbsolute, sep } from "node:path"
import { glob, isDynamicPattern } from "tinyglobby"
import { FileDecoder } from "../core/text/fileText.ts"
import { isOfSystem, reason } from "./trouble.ts"

/** A file that somebody named, or one that was found in a folder and need not be a log. */
export interface ListedFile {
  readonly kind: "named" | "found"
  readonly file: string
  /** Names are bytes: they need not be UTF-8. */
  readonly path: string | Uint8Array
}

/** What a list leads to, by its true name. */
export type Listed =
  | ListedFile
  | { readonly kind: "standard input"; readonly file: string }
  | { readonly kind: "skipped" | "unreadable"; readonly file: string; readonly why: string }
  /** The files of a named folder stand between these two. */
  | { readonly kind: "folder" | "end of folder"; readonly file: string }

/** What the words of a command line name: files, folders, patterns, and `-` for standard input. */
export async function* listedBy(words: Iterable<string>): AsyncIterable<Listed> {
  for (const word of words) yield* isPattern(word) ? matching(word) : listedAs(word)
}

/** What a word names that is no pattern. */
export async function* listedAs(word: string): AsyncIterable<Listed> {
  if (word === "-") yield { kind: "standard input", file: word }
  else yield* listedAt(word)
}

/** What the lines of a list name, or what stands between its zero bytes: files and folders as they are. */
export async function* listedIn(list: AsyncIterable<Uint8Array>, end: "line" | "zero"): AsyncIterable<Listed> {
  for await (const path of end === "zero" ? betweenZeros(list) : linesOf(list)) yield* listedAt(path)
}

async function* listedAt(path: string | Uint8Array): AsyncIterable<Listed> {
  const file = nameOf(path)
  yield* guarded(file, pathListed(path, file))
}

async function* pathListed(path: string | Uint8Array, file: string): AsyncIterable<Listed> {
  const found = statSync(Buffer.from(path))
  if (found.isDirectory()) {
    yield { kind: "folder", file }
    yield* folderListed(Buffer.from(path))
    yield { kind: "end of folder", file }
  } else if (found.isFile()) {
    yield { kind: "named", file, path }
  } else {
    yield { kind: "unreadable", file, why: "it is not a file" }
  }
}

/** The files below a folder in the order of their names. */
async function* folderListed(folder: Buffer): AsyncIterable<Listed> {
  const entries = await readdir(folder, { withFileTypes: true, encoding: "buffer" })
  for (const entry of entries.sort((a, b) => Buffer.compare(a.name, b.name))) {
    const path = Buffer.concat([folder, ...(isSeparated(folder) ? [] : [Buffer.from(sep)]), entry.name])
    const file = path.toString()
    if (entry.isDirectory()) yield* guarded(file, folderListed(path))
    else if (entry.isFile()) yield { kind: "found", file, path }
    else yield { kind: "skipped", file, why: notRead(entry) }
  }
}

function isSeparated(folder: Buffer): boolean {
  const last = folder.at(-1)
  return last === 0x2f || last === sep.charCodeAt(0)
}

function notRead(entry: Dirent<Buffer>): string {
  return entry.isSymbolicLink() ? "it is a link, and links in a folder are not followed" : "it is not a file"
}

/** A word is a pattern where there is no file of that name: Windows has no shell that would have put files in its place. */
function isPattern(word: string): boolean {
  return isDynamicPattern(slashed(word)) && !existsSync(word)
}

async function* matching(pattern: string): AsyncIterable<Listed> {
  const files = await glob(slashed(pattern), {
    absolute: isAbsolute(pattern),
    dot: true,
    expandDirectories: false,
    followSymbolicLinks: false,
  })
  if (files.length === 0) yield { kind: "unreadable", file: pattern, why: "no file matches it" }
  for (const file of files.sort()) yield* listedAt(file)
}

function slashed(pattern: string): string {
  return sep === "\\" ? pattern.replaceAll("\\", "/") : pattern
}

function nameOf(path: string | Uint8Array): string {
  return typeof path === "string" ? path : Buffer.from(path).toString()
}

/** A list may be in UTF-16, as Windows PowerShell 5.1 writes it. */
async function* linesOf(list: AsyncIterable<Uint8Array>): AsyncIterable<string> {
  const decoder = new FileDecoder()
  let text = ""
  for await (const part of list) {
    const lines = (text + decoder.next(part)).split("\n")
    text = lines.pop() ?? ""
    yield* lines.map(unended).filter(Boolean)
  }
  yield* (text + decoder.end()).split("\n").map(unended).filter(Boolean)
}

function unended(line: string): string {
  return line.replace(/^\ufeff|\r$/g, "")
}

async function* betweenZeros(list: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let rest = Buffer.alloc(0)
  for await (const part of list) {
    rest = Buffer.concat([rest, part])
    let start = 0
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0, start)) {
      if (end > start) yield rest.subarray(start, end)
      start = end + 1
    }
    rest = rest.subarray(start)
  }
  if (rest.length > 0) yield rest
}

async function* guarded(file: string, from: AsyncIterable<Listed>): AsyncIterable<Listed> {
  try {
    yield* from
  } catch (error) {
    if (!isOfSystem(error)) throw error
    yield { kind: "unreadable", file, why: reason(error) }
  }
}
