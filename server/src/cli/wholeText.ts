import { readLog } from "../core/log/readLog.ts"
import { hasSubstance } from "../core/log/substance.ts"
import { FileDecoder } from "../core/text/fileText.ts"
import type { Parts } from "./input.ts"
import { partsOf } from "./inputs.ts"
import { type Listed, listedAs } from "./listed.ts"
import { type Remark, remarkLine } from "./remark.ts"
import type { Terminal } from "./terminal.ts"
import { textParts } from "./textParts.ts"
import { isOfSystem, reason, Unreadable } from "./trouble.ts"
import { unpacked } from "./unpacked.ts"

/** A larger file is a collection, which nobody shares or compares as one log. */
const LARGEST = 64 * 1024 * 1024

/** The text of the one log that a word names; undefined where there is none, which is said. */
export async function wholeText(
  word: string,
  { input, error }: Pick<Terminal, "input" | "error">,
): Promise<string | undefined> {
  const told = await wholeTextOrRemark(word, input)
  if (typeof told === "string") return told
  error(remarkLine(told))
  return undefined
}

/** The same for who tells it by itself. */
export async function wholeTextOrRemark(word: string, input: Terminal["input"]): Promise<string | Remark> {
  for await (const listed of listedAs(word)) return textOf(word, listed, input)
  return { kind: "foreign", file: word }
}

async function textOf(word: string, listed: Listed, input: Terminal["input"]): Promise<string | Remark> {
  try {
    const text = await decoded(partsOfOne(listed, input))
    return readLog(text).some(hasSubstance) ? text : { kind: "foreign", file: word }
  } catch (error) {
    if (error instanceof Unreadable) return { kind: "unreadable", file: word, why: error.message }
    if (isOfSystem(error)) return { kind: "unreadable", file: word, why: reason(error) }
    throw error
  }
}

function partsOfOne(listed: Listed, input: Terminal["input"]): ReturnType<Parts> {
  switch (listed.kind) {
    case "named":
    case "found":
      return partsOf(listed)()
    case "standard input":
      return unpacked(input)
    case "folder":
    case "end of folder":
      throw new Unreadable("it is a directory, and one log is taken here")
    default:
      throw new Unreadable(listed.why)
  }
}

async function decoded(parts: ReturnType<Parts>): Promise<string> {
  const decoder = new FileDecoder()
  let text = ""
  for await (const part of textParts(parts)) {
    text += decoder.next(part)
    if (text.length > LARGEST) throw new Unreadable("it is larger than 64 MB")
  }
  return text + decoder.end()
}
