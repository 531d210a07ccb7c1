import { english } from "../core/explain/say.ts"
import { type Around, PRINTERS as SAVED } from "../core/report/formats/formats.ts"
import type { Trouble } from "../core/report/formats/printSarif.ts"
import type { Piece } from "../core/report/formats/told.ts"
import { version } from "../version.ts"
import { listOf, type Wanted } from "./list.ts"
import { printAzure, printGithub, withoutCommands } from "./printAnnotations.ts"
import { printNdjson } from "./printNdjson.ts"
import { printText } from "./printText.ts"
import { progressOn } from "./progress.ts"
import { readingsOf } from "./readings.ts"
import { isTrouble, remarkSentence, tellRemark } from "./remark.ts"
import { type CommandTells, TELLS, type TellName } from "./tells.ts"
import type { ExitCode, FailOn, Terminal } from "./terminal.ts"
import { isThere } from "./waiting.ts"
import { readingWithEvents } from "./withEvents.ts"

/** Reads everything that was asked for, and tells of each capture what a printer needs. */
type Read = <Name extends TellName>(tell: Name) => AsyncIterable<Piece<CommandTells[Name]>>

/** What else a printer may ask. */
interface Rest extends Around {
  readonly color: boolean
}

const PRINTERS = {
  text: (read: Read, { color }: Rest) => printText(read("shortly"), { color }),
  ...SAVED,
  ndjson: (read: Read) => printNdjson(read("recorded")),
  github: (read: Read) => printGithub(read("shortly")),
  azure: (read: Read) => printAzure(read("shortly")),
} satisfies Record<string, (read: Read, rest: Rest) => AsyncIterable<string>>

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

/** Reads what is wanted, and prints what it finds while it reads. */
export async function check(wanted: Wanted, options: CheckOptions, terminal: Terminal): Promise<ExitCode> {
  const { format, failOn, events } = options
  const troubles: Trouble[] = []
  const progress = progressOn(terminal)
  let reached = false
  let waiting = ""
  /** Output goes out in large pieces, but before a complaint about what comes behind it, and before anything is waited for. */
  const flush = async (): Promise<void> => {
    const text = waiting
    waiting = ""
    if (text !== "") await terminal.out(text)
  }
  const complain = (text: string): void => {
    progress.clear()
    terminal.error(isOfPipeline(format) ? withoutCommands(text) : text)
  }
  async function* read<Name extends TellName>(tell: Name): AsyncIterable<Piece<CommandTells[Name]>> {
    const readings =
      events === undefined
        ? readingsOf(listOf(wanted, terminal), tell, wanted.jobs, terminal)
        : readingWithEvents(wanted.words[0] ?? "", events, TELLS[tell], terminal)
    for await (const told of unlessWaiting(readings, flush)) {
      progress.count(told)
      if (told.kind === "capture") {
        reached ||= told.report.findings.some(({ severity }) => ORDER[severity] >= ORDER[failOn])
        yield told
      } else if (told.kind === "end") {
        yield told
      } else {
        if (isTrouble(told)) troubles.push({ file: told.file, sentence: remarkSentence(told) })
        await flush()
        tellRemark(told, { ...terminal, error: complain })
      }
    }
  }
  const around = { say: english, version, troubles, color: terminal.color }
  try {
    for await (const text of PRINTERS[format](read, around)) {
      waiting += text
      if (waiting.length >= OUTPUT) await flush()
    }
  } finally {
    progress.clear()
    await flush()
  }
  if (troubles.length > 0) return 2
  return reached ? 1 : 0
}

function isOfPipeline(format: Format): boolean {
  return format === "github" || format === "azure"
}

/** The same values; what is to be done before the program waits for the next one is done then. */
async function* unlessWaiting<T>(values: AsyncIterable<T>, before: () => Promise<void>): AsyncIterable<T> {
  const reader = values[Symbol.asyncIterator]()
  try {
    for (;;) {
      const next = reader.next()
      if (!(await isThere(next))) await before()
      const { value, done } = await next
      if (done) return
      yield value
    }
  } finally {
    await reader.return?.()
  }
}

/** In characters. */
const OUTPUT = 64 * 1024

/** How much a severity, or a limit, is. */
export const ORDER: Readonly<Record<FailOn, number>> = { info: 1, warning: 2, error: 3, never: 4 }
