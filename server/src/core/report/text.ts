import { printable } from "../text/printable.ts"
import type { CaptureReport } from "./captureReport.ts"
import type { Subject } from "./subject.ts"

/** What a terminal does for words in a color or in bold. */
export type Style = (as: "bold" | "red" | "yellow" | "cyan", text: string) => string

const PLAIN: Style = (_as, text) => text

/** A log as plain text: its verdict, its findings by place, and what to do, or where nothing is wrong what shows more. */
export function textReport(
  report: CaptureReport,
  steps: readonly string[],
  { file, line }: Subject,
  style: Style = PLAIN,
): string {
  const name = printable(file)
  const place = line === undefined ? name : `${name}:${line}`
  const lines = [
    style("bold", `${place}: ${report.verdict}`),
    ...report.findings.map(({ line, column, severity, message, code }) => {
      const [word, as] = SEVERITIES[severity]
      return `${name}:${line}:${column} ${style(as, word)} ${message}${code ? ` [${code}]` : ""}`
    }),
    ...(steps.length > 0 ? [report.root === null ? "  To see more:" : "  What to do:"] : []),
    ...steps.map((step, index) => `  ${index + 1}. ${step}`),
  ]
  return `${lines.join("\n")}\n`
}

const SEVERITIES = {
  error: ["error", "red"],
  warning: ["warning", "yellow"],
  info: ["information", "cyan"],
} as const
