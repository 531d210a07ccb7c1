import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver"
import type { Reported } from "../core/diagnosis/diagnose.ts"
import { documentation } from "../core/explain/sources.ts"
import type { Severity } from "../core/rules/rule.ts"
import type { LogDocument, PlacedChunk } from "../documents/logDocument.ts"
import { rangeOf } from "./convert.ts"
import type { Settings } from "./settings.ts"

/** What a diagnostic carries for the client and for code actions. */
export interface DiagnosticData {
  readonly rule: string
}

/** The findings of a whole document as diagnostics, with the severities that the user set. */
export function diagnostics(document: LogDocument, settings: Settings): Diagnostic[] {
  return bySettings(findings(document), settings)
}

/** The findings of a whole document as diagnostics, with the severities of their rules. */
export function findings(document: LogDocument): readonly Diagnostic[] {
  return document.chunks.flatMap((placed) =>
    placed.chunk.diagnosis.findings.map((finding) => diagnostic(document.uri, placed, finding)),
  )
}

/** The same with the severities that the user set, without those that are off. */
export function bySettings(found: readonly Diagnostic[], settings: Settings): Diagnostic[] {
  if (!settings.enable) return []
  return found.flatMap((diagnostic) => {
    const wanted = settings.severity[(diagnostic.data as DiagnosticData).rule]
    if (wanted === undefined) return [diagnostic]
    return wanted === "off" ? [] : [{ ...diagnostic, severity: SEVERITIES[wanted] }]
  })
}

function diagnostic(uri: string, placed: PlacedChunk, finding: Reported): Diagnostic {
  const page = documentation(finding.entry?.sources ?? []) ?? documentation(finding.rule.sources)
  const data: DiagnosticData = { rule: finding.rule.id }
  return {
    range: rangeOf(placed, finding.span),
    severity: SEVERITIES[finding.severity],
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
