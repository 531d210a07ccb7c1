import type { Say } from "../../explain/say.ts"
import { printCsv } from "./printCsv.ts"
import { printHtml } from "./printHtml.ts"
import { printJson } from "./printJson.ts"
import { printMarkdown } from "./printMarkdown.ts"
import { printSarif, type Trouble } from "./printSarif.ts"
import type { Piece, Tells } from "./told.ts"

/** Reads everything that is to be printed, and tells of each capture what a printer needs. */
export type Read = <Name extends keyof Tells>(tell: Name) => AsyncIterable<Piece<Tells[Name]>>

/** What else a printer may ask. */
export interface Around {
  /** The language of the words around what the catalogue says. */
  readonly say: Say
  /** The version of the program. */
  readonly version: string
  /** What could not be done so far. */
  readonly troubles: readonly Trouble[]
}

/** Makes a file of a reading, as it comes. */
export type Printer = (read: Read, around: Around) => AsyncIterable<string>

/** Every form in which logs are told to be saved, the same from the command line and from the editor. */
export const PRINTERS = {
  markdown: (read, { say }) => printMarkdown(read("wholly"), say),
  html: (read, { say }) => printHtml(read("wholly"), say),
  json: (read) => printJson(read("shortly")),
  sarif: (read, { version, troubles }) => printSarif(read("shortly"), version, troubles),
  csv: (read) => printCsv(read("shortly")),
} satisfies Record<string, Printer>

/** The name of such a form. */
export type ReportFormat = keyof typeof PRINTERS

/** Whether there is a form of this name. */
export function isReportFormat(word: unknown): word is ReportFormat {
  return typeof word === "string" && Object.hasOwn(PRINTERS, word)
}
