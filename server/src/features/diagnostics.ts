import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver"
import type { Reported } from "../core/diagnose.ts"
import { documentation } from "../core/explain.ts"
import type { Severity } from "../core/rule.ts"
import type { LogDocument, PlacedChunk } from "../documents.ts"
import type { Settings } from "../settings.ts"
import { rangeOf } from "./convert.ts"

/** What a diagnostic carries for the client and for code actions. */
export interface DiagnosticData {
  readonly rule: string
}

/** The findings of a whole document as diagnostics, with the severities that the user set. */
export function diagnostics(document: LogDocument, settings: Settings): Diagnostic[] {
  if (!settings.enable) return []
  return document.chunks.flatMap((placed) =>
    placed.chunk.diagnosis.findings.flatMap((finding) => {
      const severity = settings.severity[finding.rule.id] ?? finding.severity
      return severity === "off" ? [] : [diagnostic(document.uri, placed, finding, severity)]
    }),
  )
}

function diagnostic(uri: string, placed: PlacedChunk, finding: Reported, severity: Severity): Diagnostic {
  const page = documentation(finding.entry?.sources ?? []) ?? documentation(finding.rule.sources)
  const data: DiagnosticData = { rule: finding.rule.id }
  return {
    range: rangeOf(placed, finding.span),
    severity: SEVERITIES[severity],
    source: "dsreg",
    code: finding.code ?? finding.rule.id,
    ...(page && { codeDescription: { href: page.url } }),
    message: finding.message,
    ...(finding.related &&
      finding.related.length > 0 && {
        relatedInformation: finding.related.map(({ span, message }) => ({
          location: { uri, range: rangeOf(placed, span) },
          message,
        })),
      }),
    data,
  }
}

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
}
