import { styleText } from "node:util"
import { diagnose } from "../core/diagnosis/diagnose.ts"
import { nextSteps } from "../core/explain/finding.ts"
import { documentation } from "../core/explain/sources.ts"
import type { Phase } from "../core/knowledge/code.ts"
import type { JoinType } from "../core/knowledge/joinType.ts"
import { isFieldName } from "../core/log/names.ts"
import { allFields } from "../core/log/query.ts"
import { capturesIn } from "../core/log/readLog.ts"
import type { Severity } from "../core/rules/rule.ts"
import { inputs } from "./input.ts"
import { printable } from "./print.ts"
import type { ExitCode, FailOn, Terminal } from "./terminal.ts"

/** One finding in the JSON output; lines and columns count from 1. */
export interface FindingReport {
  readonly rule: string
  readonly severity: Severity
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  readonly message: string
  readonly code: string | null
  readonly docs: string | null
}

/** One capture in the JSON output. */
export interface CaptureReport {
  readonly line: number
  readonly joinType: JoinType
  readonly phase: Phase | null
  readonly verdict: string
  readonly findings: readonly FindingReport[]
}

/** One file in the JSON output. */
export interface FileReport {
  readonly file: string
  readonly captures: readonly CaptureReport[]
}

/** How `check` answers. */
export interface CheckOptions {
  readonly format: "text" | "json"
  readonly failOn: FailOn
}

/** Reads what the words name and prints what it finds. */
export async function check(words: readonly string[], options: CheckOptions, terminal: Terminal): Promise<ExitCode> {
  const files: FileReport[] = []
  let unreadable = false
  for await (const input of inputs(words)) {
    const name = printable(input.name)
    if (input.kind === "unreadable") {
      terminal.error(`dsreg: ${name} cannot be read: ${printable(input.why)}.\n`)
      unreadable = true
    } else if (input.kind === "skipped") {
      terminal.error(`dsreg: ${name} is skipped: it holds no dsregcmd output.\n`)
    } else {
      const read = readFile(name, input.text)
      if (!read) {
        terminal.error(`dsreg: ${name} holds no dsregcmd output. Save the text that dsregcmd /status prints.\n`)
        unreadable = true
      } else {
        files.push(read.report)
        if (options.format === "text") terminal.out(read.text(terminal.color))
      }
    }
  }
  if (options.format === "json") terminal.out(`${JSON.stringify({ files }, undefined, 2)}\n`)
  if (unreadable) return 2
  return files.some((file) => reaches(file, options.failOn)) ? 1 : 0
}

interface ReadFile {
  readonly report: FileReport
  text(color: boolean): string
}

/** The reading of one file; undefined where no line of it is dsregcmd's. */
function readFile(file: string, text: string): ReadFile | undefined {
  const captures: CaptureReport[] = []
  const steps: (readonly string[])[] = []
  let known = false
  let firstLine = 1
  for (const capture of capturesIn(text)) {
    const at = positions(capture.text, firstLine)
    const { joinType, phase, verdict, root, findings } = diagnose(capture)
    for (const { field } of allFields(capture)) known ||= isFieldName(field.name)
    captures.push({
      line: at(capture.sections[0]?.span.start ?? 0).line,
      joinType,
      phase: phase ?? null,
      verdict,
      findings: findings.map(({ span, rule, severity, message, code, entry }) => {
        const start = at(span.start)
        const end = at(span.end)
        const page = documentation(entry?.sources ?? []) ?? documentation(rule.sources)
        return {
          rule: rule.id,
          severity,
          line: start.line,
          column: start.column,
          endLine: end.line,
          endColumn: end.column,
          message,
          code: code ?? null,
          docs: page?.url ?? null,
        }
      }),
    })
    steps.push(root ? nextSteps(root) : [])
    firstLine = at(capture.text.length).line
  }
  if (!known) return undefined
  return { report: { file, captures }, text: (color) => printed(file, captures, steps, color) }
}

function printed(
  file: string,
  captures: readonly CaptureReport[],
  steps: readonly (readonly string[])[],
  color: boolean,
): string {
  const style = (as: Parameters<typeof styleText>[0], text: string) => (color ? styleText(as, text) : text)
  const lines: string[] = []
  captures.forEach((capture, index) => {
    const place = captures.length > 1 ? `${file}:${capture.line}` : file
    lines.push(`${style("bold", `${place}: ${capture.verdict}`)}`)
    for (const { line, column, severity, message, code } of capture.findings) {
      const word = severity === "info" ? "information" : severity
      const as = severity === "error" ? "red" : severity === "warning" ? "yellow" : "cyan"
      lines.push(`${file}:${line}:${column} ${style(as, word)} ${message}${code ? ` [${code}]` : ""}`)
    }
    const advice = steps[index] ?? []
    if (advice.length > 0) lines.push("  What to do:")
    advice.forEach((step, number) => {
      lines.push(`  ${number + 1}. ${step}`)
    })
  })
  return `${lines.join("\n")}\n`
}

/** Offsets of a text as lines and columns from 1; `firstLine` is the number of its first line. */
function positions(text: string, firstLine: number): (offset: number) => { line: number; column: number } {
  const starts = [0]
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length)
  return (offset) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: firstLine + low, column: offset - (starts[low] ?? 0) + 1 }
  }
}

function reaches(file: FileReport, limit: FailOn): boolean {
  const at = ORDER[limit]
  return file.captures.some(({ findings }) => findings.some(({ severity }) => ORDER[severity] >= at))
}

const ORDER: Readonly<Record<FailOn, number>> = { info: 1, warning: 2, error: 3, never: 4 }
