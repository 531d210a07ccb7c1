import type { Diagnostic } from "vscode-languageserver"
import { faultRule } from "../core/diagnosis/fault.ts"
import type { Severity } from "../core/rules/rule.ts"
import type { Chunk } from "../documents/chunk.ts"
import { findingsOf, type PlacedFinding } from "../documents/findings.ts"
import type { LogDocument } from "../documents/logDocument.ts"
import { rangeAt } from "./convert.ts"
import { weighed } from "./failures.ts"
import { DiagnosticSeverity } from "./lsp.ts"
import type { Settings } from "./settings.ts"

/** What a diagnostic carries for the client and for code actions. */
export interface DiagnosticData {
  readonly rule: string
}

/** The findings of a whole document as diagnostics, with the severities that the user set. */
export function diagnostics({ uri, chunks }: LogDocument, settings: Settings): Diagnostic[] {
  return chunks.flatMap(({ chunk, firstLine }) => chunk.once(diagnosticsIn, firstLine, uri, settings))
}

/** These are kept as they are sent: most edits move no line, and making the thousands of a long log takes longer than all else. */
function diagnosticsIn(chunk: Chunk, firstLine: number, uri: string, settings: Settings): readonly Diagnostic[] {
  return keptDiagnostics(uri, findingsOf({ chunk, firstLine }), settings)
}

/** The same of a log whose findings are kept. What is off is left out; a fault of ours is not switched off. */
export function keptDiagnostics(uri: string, found: readonly PlacedFinding[], settings: Settings): Diagnostic[] {
  return found.flatMap((finding) => {
    if (!settings.enable && finding.rule !== faultRule.id) return []
    const isUnder = finding.under.some((rule) => settings.severity[rule] !== "off")
    const severity = weighed(finding.rule, finding.severity, settings)
    return isUnder || severity === "off" ? [] : [diagnostic(uri, finding, SEVERITIES[severity])]
  })
}

/** In the place of the diagnostics of a log where making them broke: never those of an older text, and never none. */
export function brokenDiagnostics(): Diagnostic[] {
  const start = { line: 0, character: 0 }
  const message = "dsreg could not report on this log: a fault in dsreg"
  return [
    { range: { start, end: start }, severity: DiagnosticSeverity.Error, source: "dsreg", code: faultRule.id, message },
  ]
}

function diagnostic(uri: string, finding: PlacedFinding, severity: DiagnosticSeverity): Diagnostic {
  const { rule, code, page, message, related } = finding
  const data: DiagnosticData = { rule }
  const shaped: Diagnostic = { range: rangeAt(finding), severity, source: "dsreg", code, message, data }
  if (page !== undefined) shaped.codeDescription = { href: page }
  if (related.length > 0) {
    shaped.relatedInformation = related.map((place) => ({
      location: { uri, range: rangeAt(place) },
      message: place.message,
    }))
  }
  return shaped
}

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
}
