import type { ExplainedStep } from "./explanation.ts"
import { runsOf } from "./text.ts"

/**
 * The commands that steps tell to run, each once: those of steps that only look, for somebody pastes them as they are,
 * and those that are whole. One that stops where a name of the reader's own belongs is none.
 */
export function commandsIn(steps: readonly ExplainedStep[]): readonly string[] {
  const runs = steps.filter(({ risk }) => risk === "reads").flatMap(({ text }) => runsOf(text))
  const commands = runs.flatMap(({ kind, text }) => (kind === "code" && isCommand(text) ? [text] : []))
  return [...new Set(commands)]
}

/** `netsh winhttp show proxy`, `Get-Tpm`; a program of Windows, or what PowerShell calls by verb and noun. */
const COMMAND =
  /^(?:(?:certutil|curl(?:\.exe)?|dsregcmd|ipconfig|klist|manage-bde|net|netsh|nltest|nslookup|psexec|repadmin|sfc|w32tm|whoami) \S|(?:Get|Test)-[A-Z]\w+(?: |$))/

/** A word in capitals stands for a name, and so does what an option waits for. */
const UNFINISHED = /:$|\.$| -(?:csp|D|DomainId|DomainName|Filter|H|I|key|urlfetch|v)$|\b[A-Z]{4,}\b/

function isCommand(text: string): boolean {
  return COMMAND.test(text) && !UNFINISHED.test(text)
}
