import { type DocumentDiagnosticReport, DocumentDiagnosticReportKind } from "vscode-languageserver"
import { LogDocument } from "../documents/logDocument.ts"
import { bySettings, diagnostics } from "../features/diagnostics.ts"
import type { FolderService } from "./serveFolder.ts"
import type { Session } from "./session.ts"

/** Keeps the open documents as they are in the client's editors, and reports what is found in them. */
export function serveDocuments(session: Session, { folder, closed }: FolderService): void {
  const { connection, documents } = session

  connection.onDidOpenTextDocument(({ textDocument: { uri, version, text } }) => {
    const document = new LogDocument(uri, version, text)
    documents.set(uri, document)
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

  connection.languages.diagnostics.on(async ({ textDocument, previousResultId }): Promise<DocumentDiagnosticReport> => {
    await session.settled
    const { settings, settingsVersion } = session
    const document = documents.get(textDocument.uri)
    // A client asks a last time for a log that it closes, and shows the answer until the folder's report comes.
    if (!document) {
      const items = bySettings(folder.get(textDocument.uri)?.findings ?? [], settings)
      return { kind: DocumentDiagnosticReportKind.Full, items }
    }
    const resultId = `${document.version}.${settingsVersion}`
    if (previousResultId === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
    const items = session.guarded("diagnostics", [], () => diagnostics(document, settings))
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items }
  })
}

/** Sends diagnostics to a client that cannot ask for them. */
export function publish(session: Session, document: LogDocument): void {
  if (session.client.pulls) return
  void session.settled.then(() =>
    session.guarded("diagnostics", undefined, () =>
      session.connection.sendDiagnostics({
        uri: document.uri,
        version: document.version,
        diagnostics: diagnostics(document, session.settings),
      }),
    ),
  )
}
