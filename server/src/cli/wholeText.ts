import { readLog } from "../core/log/readLog.ts"
import { hasSubstance } from "../core/log/substance.ts"
import { FileDecoder } from "../core/text/fileText.ts"
import { type Input, inputsOf, type Parts } from "./input.ts"
import { type Remark, remarkLine } from "./remark.ts"
import type { Terminal } from "./terminal.ts"
import { textParts } from "./textParts.ts"
import { isOfSystem, reason, Unreadable } from "./trouble.ts"

/** A larger file is a collection, which nobody shares or compares as one log. */
const LARGEST = 64 * 1024 * 1024

/** The text of the one log that a word names; undefined where there is none, which is said. */
export async function wholeText(word: string, terminal: Terminal): Promise<string | undefined> {
  const told = await wholeTextOrRemark(word, terminal)
  if (typeof told === "string") return told
  terminal.error(remarkLine(told))
  return undefined
}

/** The same for who tells it by itself. */
export async function wholeTextOrRemark(word: string, terminal: Pick<Terminal, "input">): Promise<string | Remark> {
  for await (const input of inputsOf(word, terminal.input)) return textOf(word, input)
  return { kind: "foreign", file: word }
}

async function textOf(word: string, input: Input): Promise<string | Remark> {
  if (!("parts" in input)) return { kind: "unreadable", file: word, why: "why" in input ? input.why : FOLDER }
  if (input.kind === "found") return { kind: "unreadable", file: word, why: FOLDER }
  try {
    const text = await decoded(input.parts())
    return readLog(text).some(hasSubstance) ? text : { kind: "foreign", file: word }
  } catch (error) {
    if (error instanceof Unreadable) return { kind: "unreadable", file: word, why: error.message }
    if (isOfSystem(error)) return { kind: "unreadable", file: word, why: reason(error) }
    throw error
  }
}

const FOLDER = "it is a directory, and one log is taken here"

async function decoded(parts: ReturnType<Parts>): Promise<string> {
  const decoder = new FileDecoder()
  let text = ""
  for await (const part of textParts(parts)) {
    text += decoder.next(part)
    if (text.length > LARGEST) throw new Unreadable("it is larger than 64 MB")
  }
  return text + decoder.end()
}
