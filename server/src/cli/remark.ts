import type { Fault } from "../core/diagnosis/fault.ts"
import { brokenParts } from "../core/report/formats/told.ts"
import { printable, printableLines } from "../core/text/printable.ts"
import type { Terminal } from "./terminal.ts"

/** What is said of a file on standard error. */
export type Remark =
  | { readonly kind: "skipped" | "unreadable" | "incomplete"; readonly file: string; readonly why: string }
  /** A named file with nothing of dsregcmd's in it, or a folder without a log. */
  | { readonly kind: "foreign" | "empty folder"; readonly file: string }
  /** Events that are read with a log, as if they stood behind it from a line on. */
  | {
      readonly kind: "events"
      readonly file: string
      readonly log: string
      readonly line: number
      readonly events: number
    }
  | { readonly kind: "no events"; readonly file: string }
  /** Something of ours broke on it. */
  | { readonly kind: "broken"; readonly file: string; readonly faults: readonly Fault[] }

/** Whether a remark is about something that was asked for and could not be done. */
export function isTrouble({ kind }: Remark): boolean {
  return kind !== "skipped" && kind !== "events"
}

/** Says a remark on standard error, with the stacks of what broke where they are asked for. */
export function tellRemark(remark: Remark, terminal: Pick<Terminal, "error" | "debug">): void {
  terminal.error(remarkLine(remark))
  if (remark.kind === "broken" && terminal.debug) terminal.error(stacksOf(remark.faults))
}

/** A remark as one plain line. */
export function remarkLine(remark: Remark): string {
  return `dsreg: ${remarkSentence(remark)}\n`
}

/** A remark as a sentence. */
export function remarkSentence(remark: Remark): string {
  return printable(sentence(remark))
}

function sentence(remark: Remark): string {
  const { file } = remark
  switch (remark.kind) {
    case "skipped":
      return `${file} is skipped: ${remark.why}.`
    case "unreadable":
      return `${file} cannot be read: ${remark.why}.`
    case "incomplete":
      return `${file} cannot be read to its end: ${remark.why}.`
    case "foreign":
      return `${file} holds no dsregcmd output. Save the text that dsregcmd /status prints.`
    case "empty folder":
      return `${file} holds no log: nothing in it was read.`
    case "events":
      return `${file} is read as if it stood behind ${remark.log}, from line ${remark.line} on: ${counted(remark.events)}.`
    case "no events":
      return `${file} holds no events. Copy them in Event Viewer as text, or export them with wevtutil.`
    case "broken":
      return `${file} is not read as it should be: a fault in dsreg, in ${brokenParts(remark.faults)}.`
  }
}

function counted(events: number): string {
  return events === 1 ? "1 event" : `${events} events`
}

/** The stacks of what was thrown, for whoever asks for them; the same place is told once. */
export function stacksOf(faults: readonly Fault[]): string {
  const stacks = faults.map(({ error }) => (error instanceof Error ? (error.stack ?? error.message) : String(error)))
  return Array.from(new Set(stacks), (stack) => `${printableLines(stack)}\n`).join("")
}
