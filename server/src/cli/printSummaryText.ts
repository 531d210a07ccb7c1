import { styleText } from "node:util"
import { type Group, groupsBesideClones, type LogPlace, type Summary } from "../core/diagnosis/fleet.ts"
import { phaseName } from "../core/knowledge/lookup.ts"
import { printable } from "../core/text/printable.ts"
import { clonesMessage } from "./printSummaryCsv.ts"

/** So many logs of a group are named; JSON has them all. */
const NAMED = 10

/** A summary for people: how many logs, then each cause with its logs, worst first. */
export function* printSummaryText(summary: Summary, { color }: { color: boolean }): Iterable<string> {
  const { logs, files, clones } = summary
  const style = (as: Parameters<typeof styleText>[0], text: string) => (color ? styleText(as, text) : text)
  yield `${style("bold", `${counted(logs, "log")} in ${counted(files, "file")}`)}\n`
  for (const { computers, logs } of clones)
    yield `\n${style("red", "error")} ${counted(logs.length, "log")}: ${clonesMessage(computers)}\n${places(logs)}`
  for (const group of groupsBesideClones(summary)) yield `\n${headline(group, style)}\n${places(group.logs)}`
}

function headline(
  { severity, phase, message, code, logs }: Group,
  style: (as: Parameters<typeof styleText>[0], text: string) => string,
): string {
  const [word, as] = SEVERITIES[severity]
  const where = phase ? `, ${phaseName(phase)}` : ""
  const unsaid = code !== null && !message.includes(code) ? ` [${code}]` : ""
  return `${style(as, word)} ${style("bold", counted(logs.length, "log"))}${where}: ${message}${unsaid}`
}

const SEVERITIES: Readonly<Record<Group["severity"], readonly [string, "red" | "yellow" | "cyan" | "green"]>> = {
  error: ["error", "red"],
  warning: ["warning", "yellow"],
  info: ["information", "cyan"],
  none: ["healthy", "green"],
}

function places(logs: readonly LogPlace[]): string {
  const named = logs.slice(0, NAMED).map(({ file, line }) => `  ${printable(file)}:${line}\n`)
  const rest = logs.length - named.length
  return `${named.join("")}${rest > 0 ? `  and ${rest} more, which --format json names\n` : ""}`
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`
}
