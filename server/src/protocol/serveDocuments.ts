import type {
  CancellationToken,
  Diagnostic,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
} from "vscode-languageserver"
import { LogDocument } from "../documents/logDocument.ts"
import { brokenDiagnostics, diagnostics, keptDiagnostics } from "../features/diagnostics.ts"
import { DocumentDiagnosticReportKind } from "../features/lsp.ts"
import type { FolderService } from "./serveFolder.ts"
import type { Session } from "./session.ts"

/** Keeps the open documents as they are in the client's editors, and reports what is found in them. */
export function serveDocuments(session: Session, { folder, opened, closed }: FolderService): void {
  const { connection, documents } = session

  connection.onDidOpenTextDocument(({ textDocument: { uri, version, text } }) => {
    const document = new LogDocument(uri, version, text, session.reading)
    documents.set(uri, document)
    opened(uri)
    publish(session, document)
  })

  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const document = documents.get(uri)
    if (!document) return
    document.update(contentChanges, version)
    publish(session, document)
  })

  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    documents.delete(uri)
    closed(uri)
    if (!session.client.pulls) void connection.sendDiagnostics({ uri, diagnostics: [] })
  })

  const report = session.answer("diagnostics", (params: DocumentDiagnosticParams): DocumentDiagnosticReport => {
    const { uri } = params.textDocument
    const { settings } = session
    const document = documents.get(uri)
    // A client asks a last time for a log that it closes, and shows the answer until the folder's report comes.
    if (!document) {
      const items = keptDiagnostics(uri, folder.get(session.addressOf(uri))?.findings ?? [], settings)
      return { kind: DocumentDiagnosticReportKind.Full, items }
    }
    const resultId = session.resultId(document)
    if (params.previousResultId === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
    const items = diagnostics(document, settings)
    // What is not whole has no name, so that nobody is told that nothing changed.
    return { kind: DocumentDiagnosticReportKind.Full, ...(!tellFaults(session, document) && { resultId }), items }
  })
  connection.languages.diagnostics.on(async (params, token: CancellationToken) => {
    await session.prepared(params, token)
    return report(params, token)
  })
}

/** Sends diagnostics to a client that cannot ask for them. */
export function publish(session: Session, document: LogDocument): void {
  if (session.client.pulls) return
  const reported = session.prepared({ textDocument: document }).then(() => {
    // Meanwhile it may be closed, or another text of it be open.
    if (session.documents.get(document.uri) !== document) return
    const { uri, version } = document
    return session.connection.sendDiagnostics({ uri, version, diagnostics: pushed(session, document) })
  })
  session.aside("diagnostics", reported)
}

/** The boundary around the diagnostics that are pushed: there is no answer that could be an error. */
function pushed(session: Session, document: LogDocument): Diagnostic[] {
  try {
    const found = diagnostics(document, session.settings)
    tellFaults(session, document)
    return found
  } catch (error) {
    session.log("diagnostics", error)
    return brokenDiagnostics()
  }
}

/** Writes into the log what of ours broke on a document; whether there is anything. */
function tellFaults(session: Session, { chunks }: LogDocument): boolean {
  let isAny = false
  for (const { chunk } of chunks) {
    for (const { what, error } of chunk.diagnosis.faults) {
      session.logOnce(what, error)
      isAny = true
    }
  }
  return isAny
}
