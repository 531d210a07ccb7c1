import { printCsv } from "./printCsv.ts"
import { printHtml } from "./printHtml.ts"
import { printJson } from "./printJson.ts"
import { printMarkdown } from "./printMarkdown.ts"
import { printSarif } from "./printSarif.ts"
import { printText } from "./printText.ts"
import { readingsOf } from "./readings.ts"
import { isTrouble, type Remark, tellRemark } from "./remark.ts"
import { type Piece, shortly, type Tell, type Told, wholly } from "./report.ts"
import type { ExitCode, FailOn, Terminal } from "./terminal.ts"
import { readingWithEvents } from "./withEvents.ts"

/** Reads everything that was asked for, and tells of each capture what a printer needs. */
type Read = <T extends Told>(tell: Tell<T>) => AsyncIterable<Piece<T>>

/** Makes the output of a reading, as it comes. */
type Printer = (read: Read, rest: Rest) => AsyncIterable<string>

/** What else a printer may ask. */
interface Rest {
  readonly color: boolean
  /** What could not be done so far. */
  readonly troubles: readonly Remark[]
}

const PRINTERS = {
  text: (read, { color }) => printText(read(shortly), { color }),
  markdown: (read) => printMarkdown(read(wholly)),
  html: (read) => printHtml(read(wholly)),
  json: (read) => printJson(read(shortly)),
  sarif: (read, { troubles }) => printSarif(read(shortly), troubles),
  csv: (read) => printCsv(read(shortly)),
} satisfies Record<string, Printer>

/** The words that `--format` takes. */
export const FORMATS = Object.keys(PRINTERS)

/** What `--format` accepts. */
export type Format = keyof typeof PRINTERS

/** Whether there is a format of this name. */
export function isFormat(word: string): word is Format {
  return Object.hasOwn(PRINTERS, word)
}

/** How `check` answers. */
export interface CheckOptions {
  readonly format: Format
  readonly failOn: FailOn
  /** A file whose events are read with the one log. */
  readonly events?: string
}

/** Reads what the words name, and prints what it finds while it reads. */
export async function check(words: readonly string[], options: CheckOptions, terminal: Terminal): Promise<ExitCode> {
  const troubles: Remark[] = []
  let reached = false
  let waiting = ""
  /** Output goes out in large pieces, but before a complaint about what comes behind it, and before input is waited for. */
  const flush = async (): Promise<void> => {
    const text = waiting
    waiting = ""
    if (text !== "") await terminal.out(text)
  }
  async function* input(): AsyncIterable<Uint8Array> {
    for await (const part of terminal.input) {
      yield part
      await flush()
    }
  }
  async function* read<T extends Told>(tell: Tell<T>): AsyncIterable<Piece<T>> {
    const from = { ...terminal, input: input() }
    const { events } = options
    const all =
      events === undefined ? readingsOf(words, from, tell) : readingWithEvents(words[0] ?? "", events, from, tell)
    for await (const told of all) {
      if (told.kind === "capture") {
        reached ||= told.report.findings.some(({ severity }) => ORDER[severity] >= ORDER[options.failOn])
        yield told
      } else if (told.kind === "end") {
        yield told
      } else {
        if (isTrouble(told)) troubles.push(told)
        await flush()
        tellRemark(told, terminal)
      }
    }
  }
  try {
    for await (const text of PRINTERS[options.format](read, { color: terminal.color, troubles })) {
      waiting += text
      if (waiting.length >= OUTPUT) await flush()
    }
  } finally {
    await flush()
  }
  if (troubles.length > 0) return 2
  return reached ? 1 : 0
}

/** In characters. */
const OUTPUT = 64 * 1024

/** How much a severity, or a limit, is. */
export const ORDER: Readonly<Record<FailOn, number>> = { info: 1, warning: 2, error: 3, never: 4 }
