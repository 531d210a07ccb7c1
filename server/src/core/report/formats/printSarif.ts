import { faultRule } from "../../diagnosis/fault.ts"
import { documentation } from "../../explain/sources.ts"
import { unmarked } from "../../explain/text.ts"
import { everyRule } from "../../rules/case/catalogue.ts"
import type { Rule, Severity } from "../../rules/rule.ts"
import { printable } from "../../text/printable.ts"
import type { FindingReport } from "../captureReport.ts"
import { json } from "./json.ts"
import type { Piece } from "./told.ts"

/** The rules in the order in which results name them. */
const RULES: readonly Rule[] = [...everyRule, faultRule]

const INDEX: ReadonlyMap<string, number> = new Map(RULES.map(({ id }, index) => [id, index]))

/** Something that was asked for and could not be done, with the file it is about. */
export interface Trouble {
  readonly file: string
  readonly sentence: string
}

/**
 * One SARIF 2.1.0 log with one run, printed as the files are read: each finding is a result, and the
 * troubles that were met by the end are notifications.
 */
export async function* printSarif(
  pieces: AsyncIterable<Piece>,
  version: string,
  troubles: readonly Trouble[],
): AsyncIterable<string> {
  const driver = { name: "dsreg", version, rules: RULES.map(ruleOf) }
  yield `{
  "version": "2.1.0",
  "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
  "runs": [
    {
      "tool": ${json({ driver }, 6)},
      "columnKind": "utf16CodeUnits",
      "results": [`
  let between = "\n        "
  for await (const piece of pieces) {
    for (const finding of piece.kind === "capture" ? piece.report.findings : []) {
      yield between + json(resultOf(finding, piece.file), 8)
      between = ",\n        "
    }
  }
  const invocation = {
    executionSuccessful: troubles.length === 0,
    ...(troubles.length > 0 && { toolExecutionNotifications: troubles.map(notificationOf) }),
  }
  yield `${between.startsWith(",") ? "\n      " : ""}],
      "invocations": ${json([invocation], 6)}
    }
  ]
}
`
}

function ruleOf({ id, summary, why, severity, sources }: Rule): unknown {
  const page = documentation(sources)
  return {
    id,
    shortDescription: { text: unmarked(summary) },
    fullDescription: { text: unmarked(why) },
    ...(page && { helpUri: page.url }),
    defaultConfiguration: { level: LEVELS[severity] },
  }
}

const LEVELS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "note" }

function resultOf(finding: FindingReport, file: string): unknown {
  const { rule, severity, line, column, endLine, endColumn, message, code } = finding
  const region = { startLine: line, startColumn: column, endLine, endColumn }
  return {
    ruleId: rule,
    ruleIndex: INDEX.get(rule) ?? -1,
    level: LEVELS[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) }, region } }],
    ...(code !== null && { properties: { code } }),
  }
}

function notificationOf({ file, sentence }: Trouble): unknown {
  const locations = [{ physicalLocation: { artifactLocation: { uri: uriOf(file) } } }]
  return { level: "error", message: { text: sentence }, locations }
}

/** A path as an address: relative as it is, `C:\logs`, `/logs` and `\\server\logs` with their scheme. */
function uriOf(file: string): string {
  if (file === "-") return "stdin"
  const path = file.replaceAll("\\", "/")
  const encoded = path.split("/").map(segment).join("/")
  if (/^[A-Za-z]:\//.test(path)) return `file:///${encoded.replace("%3A", ":")}`
  if (path.startsWith("//")) return `file:${encoded}`
  return path.startsWith("/") ? `file://${encoded}` : encoded
}

/** A part of a path; half a character, which no address can hold, becomes a question mark. */
function segment(part: string): string {
  return encodeURIComponent(printable(part))
}
