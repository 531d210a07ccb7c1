import { createHmac } from "node:crypto"
import { readFile } from "node:fs/promises"
import { kindName } from "../core/redact/kindName.ts"
import type { Digest } from "../core/redact/pseudonym.ts"
import { redact } from "../core/redact/redact.ts"
import { printable } from "../core/text/printable.ts"
import { remarkLine } from "./remark.ts"
import type { ExitCode, Terminal } from "./terminal.ts"
import { isOfSystem, reason } from "./trouble.ts"
import { wholeText } from "./wholeText.ts"

/** How `redact` answers. */
export interface RedactWords {
  /** A file with a key, for the same pseudonyms in every log. */
  readonly key?: string
  /** Tells what was replaced, on standard error. */
  readonly list?: boolean
  readonly keepRequestIds?: boolean
}

/** Prints a log without what names anybody. The file itself is never written. */
export async function redactLog(word: string, words: RedactWords, terminal: Terminal): Promise<ExitCode> {
  const digest = words.key === undefined ? undefined : await digestBy(words.key, terminal)
  if (words.key !== undefined && !digest) return 2
  const text = await wholeText(word, terminal)
  if (text === undefined) return 2
  const redacted = redact(text, { ...(digest && { digest }), keepsRequestIds: words.keepRequestIds === true })
  await terminal.out(redacted.text)
  if (words.list) {
    for (const { kind, original, pseudonym, count } of redacted.replaced) {
      const times = count === 1 ? "once" : `${count} times`
      terminal.error(`dsreg: ${kindName(kind)} "${printable(original)}" is ${pseudonym} now, ${times}.\n`)
    }
  }
  return 0
}

/** Shorter keys are guessed, and then every pseudonym can be. */
const SHORTEST_KEY = 16

/** Numbers that nobody can make without the key in a file; the end of its last line does not belong to it. */
async function digestBy(file: string, terminal: Terminal): Promise<Digest | undefined> {
  try {
    const bytes = await readFile(file)
    let end = bytes.length
    while (end > 0 && (bytes[end - 1] === 10 || bytes[end - 1] === 13)) end--
    const key = bytes.subarray(0, end)
    if (key.length >= SHORTEST_KEY) return (text) => createHmac("sha256", key).update(text).digest("hex")
    const why = `a key needs ${SHORTEST_KEY} bytes at least, and nobody may guess it`
    terminal.error(remarkLine({ kind: "unreadable", file, why }))
  } catch (error) {
    if (!isOfSystem(error)) throw error
    terminal.error(remarkLine({ kind: "unreadable", file, why: reason(error) }))
  }
  return undefined
}
