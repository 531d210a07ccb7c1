import type { WorkspaceFullDocumentDiagnosticReport } from "vscode-languageserver"
import type { FolderLog } from "../documents/folder.ts"
import { keptDiagnostics } from "./diagnostics.ts"
import { DocumentDiagnosticReportKind } from "./lsp.ts"
import type { Settings } from "./settings.ts"

/** The result of a log that is gone, which has nothing to report any more. */
const GONE = "gone"

/** What a client has to learn about closed logs, and what it knows already. */
export interface WorkspaceQuestion {
  readonly logs: Iterable<FolderLog>
  /** By address, the result that the client has. */
  readonly known: ReadonlyMap<string, string>
  /** Logs that are open in an editor, which asks for theirs by itself. */
  readonly isOpen: (uri: string) => boolean
  readonly settings: Settings
  /** Rises with every change of the settings. */
  readonly settingsVersion: number
}

/** The reports of the logs that the client does not have as they are now, and empty ones for what is gone. */
export function workspaceReports(question: WorkspaceQuestion): WorkspaceFullDocumentDiagnosticReport[] {
  const { logs, known, isOpen, settings, settingsVersion } = question
  const reports: WorkspaceFullDocumentDiagnosticReport[] = []
  const left = new Set(known.keys())
  for (const { uri, reading, findings } of logs) {
    left.delete(uri)
    const resultId = `${reading}.${settingsVersion}`
    if (isOpen(uri) || known.get(uri) === resultId) continue
    const items = keptDiagnostics(uri, findings, settings)
    if (items.length > 0 || known.has(uri)) reports.push(report(uri, resultId, items))
  }
  for (const uri of left) if (!isOpen(uri) && known.get(uri) !== GONE) reports.push(report(uri, GONE, []))
  return reports
}

function report(
  uri: string,
  resultId: string,
  items: WorkspaceFullDocumentDiagnosticReport["items"],
): WorkspaceFullDocumentDiagnosticReport {
  return { kind: DocumentDiagnosticReportKind.Full, uri, version: null, resultId, items }
}
