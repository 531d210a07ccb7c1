import { found, explain as meanings } from "../core/explain/explain.ts"
import { plain } from "../core/explain/print/plain.ts"
import { bold, printable } from "./print.ts"
import type { ExitCode, Terminal } from "./terminal.ts"

/** Prints what the hover shows for a code, a field, a section, a phase, an event or a rule. */
export function explain(subject: string, terminal: Terminal): ExitCode {
  const id = found(subject)
  if (!id) {
    terminal.error(
      `dsreg: nothing is known about "${printable(subject)}". It takes a code (hex, decimal, symbol, AADSTS...) or a field.\n`,
    )
    return 1
  }
  const told = meanings(id)
  terminal.out(`${told.map((meaning) => plain(meaning, bold(terminal.color))).join("\n\n---\n\n")}\n`)
  return told.some(({ known }) => known) ? 0 : 1
}
