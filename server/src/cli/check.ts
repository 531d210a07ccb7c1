import { english } from "../core/explain/say.ts"
import { type Around, type Read, PRINTERS as SAVED } from "../core/report/formats/formats.ts"
import type { Trouble } from "../core/report/formats/printSarif.ts"
import { type Piece, shortly, type Tell, type Told } from "../core/report/formats/told.ts"
import { version } from "../version.ts"
import { printText } from "./printText.ts"
import { readingsOf } from "./readings.ts"
import { isTrouble, remarkSentence, tellRemark } from "./remark.ts"
import type { ExitCode, FailOn, Terminal } from "./terminal.ts"

const PRINTERS = {
  text: (read: Read, { color }: Around & { readonly color: boolean }) => printText(read(shortly), { color }),
  ...SAVED,
}

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
}

/** Reads what the words name, and prints what it finds while it reads. */
export async function check(words: readonly string[], options: CheckOptions, terminal: Terminal): Promise<ExitCode> {
  const troubles: Trouble[] = []
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
    for await (const told of readingsOf(words, { ...terminal, input: input() }, tell)) {
      if (told.kind === "capture") {
        reached ||= told.report.findings.some(({ severity }) => ORDER[severity] >= ORDER[options.failOn])
        yield told
      } else if (told.kind === "end") {
        yield told
      } else {
        if (isTrouble(told)) troubles.push({ file: told.file, sentence: remarkSentence(told) })
        await flush()
        tellRemark(told, terminal)
      }
    }
  }
  const around = { say: english, version, troubles, color: terminal.color }
  try {
    for await (const text of PRINTERS[options.format](read, around)) {
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
