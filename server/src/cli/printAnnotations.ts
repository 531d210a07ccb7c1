import type { FindingReport } from "../core/report/captureReport.ts"
import type { Piece } from "../core/report/formats/told.ts"
import type { Severity } from "../core/rules/rule.ts"
import { printable } from "../core/text/printable.ts"

/** Findings as GitHub's workflow commands, which it shows beside the lines of a pull request. */
export function printGithub(pieces: AsyncIterable<Piece>): AsyncIterable<string> {
  return printed(pieces, ({ rule, severity, line, column, endLine, endColumn, message }, file) => {
    const place = { file, line, col: column, endLine, endColumn, title: `dsreg: ${rule}` }
    return `::${GITHUB[severity]} ${listed(place, ",", githubProperty)}::${githubText(message)}\n`
  })
}

const GITHUB: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "notice" }

/** Findings as logging commands of Azure Pipelines, which knows errors and warnings; information is left out. */
export function printAzure(pieces: AsyncIterable<Piece>): AsyncIterable<string> {
  return printed(pieces, ({ rule, severity, line, column, message }, file) => {
    if (severity === "info") return ""
    const place = { type: severity, sourcepath: file, linenumber: line, columnnumber: column, code: rule }
    return `##vso[task.logissue ${listed(place, ";", azureProperty)}]${azureText(message)}\n`
  })
}

async function* printed(
  pieces: AsyncIterable<Piece>,
  annotation: (finding: FindingReport, file: string) => string,
): AsyncIterable<string> {
  for await (const piece of pieces) {
    if (piece.kind !== "capture") continue
    for (const finding of piece.report.findings) yield annotation(finding, printable(piece.file))
  }
}

function listed(
  properties: Readonly<Record<string, string | number>>,
  between: string,
  escaped: (text: string) => string,
): string {
  return Object.entries(properties)
    .map(([name, value]) => `${name}=${escaped(String(value))}`)
    .join(between)
}

/** As GitHub's own toolkit escapes it. */
function githubText(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A")
}

function githubProperty(text: string): string {
  return githubText(text).replaceAll(":", "%3A").replaceAll(",", "%2C")
}

/** As the agent of Azure Pipelines reads it back; a percent sign has a name of its own there. */
function azureText(text: string): string {
  return text.replaceAll("%", "%AZP25").replaceAll("\r", "%0D").replaceAll("\n", "%0A")
}

function azureProperty(text: string): string {
  return azureText(text).replaceAll(";", "%3B").replaceAll("]", "%5D")
}

/** A remark that no agent takes for a command: they look for the two signs anywhere in a line. */
export function withoutCommands(text: string): string {
  return text.replaceAll("##", "# #").replace(/^([ \t]*):(?=:)/gm, "$1: ")
}
