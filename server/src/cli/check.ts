import { inputsOf } from "./input.ts"
import { printJson } from "./printJson.ts"
import { printText } from "./printText.ts"
import { readingOf } from "./reading.ts"
import { isTrouble, type Remark, remarkLine, stacksOf } from "./remark.ts"
import type { Piece } from "./report.ts"
import type { ExitCode, FailOn, Terminal } from "./terminal.ts"

/** Makes the output of the pieces of a reading, as they come. */
type Printer = (pieces: AsyncIterable<Piece>, terminal: Pick<Terminal, "color">) => AsyncIterable<string>

const PRINTERS = { text: printText, json: printJson } satisfies Record<string, Printer>

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
}

/** Reads what the words name, and prints what it finds while it reads. */
export async function check(words: readonly string[], options: CheckOptions, terminal: Terminal): Promise<ExitCode> {
  let troubled = false
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
  async function* pieces(): AsyncIterable<Piece> {
    for await (const told of everything(words, input())) {
      if (told.kind === "capture") {
        reached ||= told.report.findings.some(({ severity }) => ORDER[severity] >= ORDER[options.failOn])
        yield told
      } else if (told.kind === "end") {
        yield told
      } else {
        troubled ||= isTrouble(told)
        await flush()
        terminal.error(remarkLine(told))
        if (told.kind === "broken" && terminal.debug) terminal.error(stacksOf(told.faults))
      }
    }
  }
  try {
    for await (const text of PRINTERS[options.format](pieces(), terminal)) {
      waiting += text
      if (waiting.length >= OUTPUT) await flush()
    }
  } finally {
    await flush()
  }
  if (troubled) return 2
  return reached ? 1 : 0
}

/** In characters. */
const OUTPUT = 64 * 1024

const ORDER: Readonly<Record<FailOn, number>> = { info: 1, warning: 2, error: 3, never: 4 }

async function* everything(
  words: readonly string[],
  standardInput: AsyncIterable<Uint8Array>,
): AsyncIterable<Piece | Remark> {
  for (const word of words) {
    let read = 0
    for await (const input of inputsOf(word, standardInput)) {
      if ("parts" in input) {
        for await (const told of readingOf(input)) {
          if (told.kind === "end") read++
          yield told
        }
      } else if (input.kind !== "end of folder") {
        yield input
      } else if (read === 0) {
        yield { kind: "empty folder", file: input.file }
      }
    }
  }
}
