import {
  type CodeAction,
  type Connection,
  DidChangeConfigurationNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type InitializeResult,
  SemanticTokensBuilder,
  type TextDocumentIdentifier,
  TextDocumentSyncKind,
} from "vscode-languageserver"
import { type ClientAbilities, clientAbilities } from "./clientAbilities.ts"
import { isPublicPage } from "./core/explain.ts"
import { EXPLANATION_SCHEME, idAt } from "./core/explanationId.ts"
import { explanationPage, pageOfNothing } from "./core/explanationPage.ts"
import { LogDocument } from "./documents.ts"
import { catalogueItems } from "./features/catalogueItems.ts"
import { codeActions, OPEN_DOCUMENTATION, resolvedAction } from "./features/codeActions.ts"
import { completion, resolvedCompletion } from "./features/completion.ts"
import { bySettings, diagnostics } from "./features/diagnostics.ts"
import { failingLines } from "./features/failingLines.ts"
import { folding } from "./features/folding.ts"
import { hints } from "./features/hints.ts"
import { hover } from "./features/hover.ts"
import { lenses } from "./features/lens.ts"
import { links } from "./features/links.ts"
import { type AskedLog, asked, definition, highlights, occurrences, references } from "./features/occurrences.ts"
import { outline } from "./features/outline.ts"
import { selectionRange } from "./features/selection.ts"
import { legend, semanticTokens, semanticTokensDelta, semanticTokensIn } from "./features/semanticTokens.ts"
import { status } from "./features/status.ts"
import { verdictText } from "./features/verdictText.ts"
import { workspaceSymbols } from "./features/workspaceSymbols.ts"
import type { FolderLog } from "./folder.ts"
import { FOLDER_CAPABILITIES, serveFolder } from "./folderService.ts"
import { defaultSettings, type Settings, settingsFrom } from "./settings.ts"
import { version } from "./version.ts"

/**
 * The request by which a client without `workspace/textDocumentContent` asks for a page: `{ id }` to
 * `{ title, markdown }`, or null for an id that names nothing.
 */
const EXPLAIN_REQUEST = "dsreg/explain"

/** The request for everything that has such a page, to choose from: no parameters, to a list of items. */
const CATALOGUE_REQUEST = "dsreg/catalogue"

/** Requests about one open log, `{ uri }`: its failing lines, what it comes to, and with `{ line }` a verdict to copy. */
const FAILING_LINES_REQUEST = "dsreg/failingLines"
const STATUS_REQUEST = "dsreg/status"
const VERDICT_REQUEST = "dsreg/verdict"

/** Serves one client over a connection: wires its messages to the features, and holds the open documents. */
export function serve(connection: Connection): void {
  const documents = new Map<string, LogDocument>()
  let client: ClientAbilities = clientAbilities({})
  let settings: Settings = defaultSettings
  /** Rises with every change of the settings, so that a diagnostic report knows whether it is still true. */
  let settingsVersion = 0
  let settled: Promise<void> = Promise.resolve()
  const { folder, ...closedLogs } = serveFolder(connection, {
    isOpen: (uri) => documents.has(uri),
    settings: () => settings,
    settingsVersion: () => settingsVersion,
  })
  /** The last tokens of each document, from which the next ones are told as a difference. */
  const tokens = new WeakMap<LogDocument, SemanticTokensBuilder>()

  connection.onInitialize((params): InitializeResult => {
    client = clientAbilities(params)
    settings = settingsFrom(params.initializationOptions?.settings)
    return {
      serverInfo: { name: "dsreg-language-server", version },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        hoverProvider: true,
        completionProvider: { resolveProvider: true },
        documentSymbolProvider: { label: "dsregcmd" },
        foldingRangeProvider: true,
        selectionRangeProvider: true,
        documentLinkProvider: {},
        documentHighlightProvider: true,
        referencesProvider: true,
        definitionProvider: true,
        workspaceSymbolProvider: true,
        inlayHintProvider: true,
        semanticTokensProvider: { legend, full: { delta: true }, range: true },
        codeLensProvider: {},
        codeActionProvider: { codeActionKinds: ["quickfix"], resolveProvider: client.resolvesActions },
        ...(client.showsDocuments && { executeCommandProvider: { commands: [OPEN_DOCUMENTATION] } }),
        workspace: {
          ...(client.readsLogs && FOLDER_CAPABILITIES),
          ...(client.asksForContent && { textDocumentContent: { schemes: [EXPLANATION_SCHEME] } }),
        },
        ...(client.pulls && {
          diagnosticProvider: {
            identifier: "dsreg",
            interFileDependencies: false,
            workspaceDiagnostics: client.readsLogs,
          },
        }),
      },
    }
  })

  connection.onInitialized(async () => {
    if (client.configures) settled = readSettings()
    if (client.registersConfiguration) {
      void connection.client.register(DidChangeConfigurationNotification.type, { section: "dsreg" })
    }
    await settled
    if (client.readsLogs) closedLogs.start(client)
  })

  connection.onDidChangeConfiguration(async (change) => {
    settled = client.configures ? readSettings() : use(change.settings?.dsreg)
    await settled
    if (client.pulls && client.refreshes) connection.languages.diagnostics.refresh()
    if (client.refreshesHints) void connection.languages.inlayHint.refresh()
    if (client.readsLogs) closedLogs.settingsChanged()
    if (client.refreshesTokens) void connection.languages.semanticTokens.refresh()
    for (const document of documents.values()) publish(document)
  })

  async function readSettings(): Promise<void> {
    await use(await connection.workspace.getConfiguration("dsreg"))
  }

  async function use(section: unknown): Promise<void> {
    settings = settingsFrom(section)
    settingsVersion++
  }

  connection.onDidOpenTextDocument(({ textDocument: { uri, version, text } }) => {
    const document = new LogDocument(uri, version, text)
    documents.set(uri, document)
    publish(document)
  })

  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const document = documents.get(uri)
    if (!document) return
    document.update(contentChanges, version)
    publish(document)
  })

  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    documents.delete(uri)
    closedLogs.closed(uri)
    if (!client.pulls) void connection.sendDiagnostics({ uri, diagnostics: [] })
  })

  /** Sends diagnostics to a client that cannot ask for them. */
  function publish(document: LogDocument): void {
    if (client.pulls) return
    void settled.then(() =>
      guarded("diagnostics", undefined, () =>
        connection.sendDiagnostics({
          uri: document.uri,
          version: document.version,
          diagnostics: diagnostics(document, settings),
        }),
      ),
    )
  }

  connection.languages.diagnostics.on(async ({ textDocument, previousResultId }): Promise<DocumentDiagnosticReport> => {
    await settled
    const document = documents.get(textDocument.uri)
    if (!document) {
      const items = bySettings(folder.get(textDocument.uri)?.findings ?? [], settings)
      return { kind: DocumentDiagnosticReportKind.Full, items }
    }
    const resultId = `${document.version}.${settingsVersion}`
    if (previousResultId === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
    const items = guarded("diagnostics", [], () => diagnostics(document, settings))
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items }
  })

  connection.onHover(({ textDocument, position }) =>
    about("hover", textDocument, null, (document) => hover(document, position, client) ?? null),
  )
  connection.onCompletion(({ textDocument, position }) =>
    about("completion", textDocument, [], (document) => completion(document, position)),
  )
  connection.onCompletionResolve((item) => guarded("completion", item, () => resolvedCompletion(item)))
  connection.onDocumentSymbol(({ textDocument }) =>
    about("outline", textDocument, [], (document) => outline(document, client.say)),
  )
  connection.onFoldingRanges(({ textDocument }) =>
    about("folding", textDocument, [], (document) => folding(document, client, client.say)),
  )
  connection.onSelectionRanges(({ textDocument, positions }) =>
    about("selection", textDocument, [], (document) => positions.map((at) => selectionRange(document, at))),
  )
  connection.onDocumentLinks(({ textDocument }) =>
    about("links", textDocument, [], (document) => links(document, client, client.say)),
  )
  connection.onDocumentHighlight(({ textDocument, position }) =>
    about("highlights", textDocument, [], (document) => highlights(document, position)),
  )
  connection.onReferences(({ textDocument, position }) =>
    about("references", textDocument, [], (document) => references(document, position, logsBeside(document))),
  )
  connection.onDefinition(({ textDocument, position }) =>
    about("definition", textDocument, null, (document) => definition(document, position, logsBeside(document))),
  )
  connection.onWorkspaceSymbol(({ query }) =>
    guarded("symbols", [], () =>
      workspaceSymbols(
        [...Array.from(documents.values(), (open) => ({ uri: open.uri, occurrences: occurrences(open) })), ...closed()],
        query,
      ),
    ),
  )
  connection.languages.inlayHint.on(async ({ textDocument, range }) => {
    await settled
    return about("hints", textDocument, [], (document) => hints(document, range, settings, client.say))
  })
  connection.languages.semanticTokens.on(async ({ textDocument }) => {
    await settled
    return about("tokens", textDocument, { data: [] }, (document) => {
      const builder = new SemanticTokensBuilder()
      tokens.set(document, builder)
      return semanticTokens(document, settings, builder)
    })
  })
  connection.languages.semanticTokens.onDelta(async ({ textDocument, previousResultId }) => {
    await settled
    return about("tokens", textDocument, { data: [] }, (document) => {
      const builder = tokens.get(document) ?? new SemanticTokensBuilder()
      tokens.set(document, builder)
      return semanticTokensDelta(document, settings, builder, previousResultId)
    })
  })
  connection.languages.semanticTokens.onRange(async ({ textDocument, range }) => {
    await settled
    return about("tokens", textDocument, { data: [] }, (document) => semanticTokensIn(document, range, settings))
  })
  connection.onCodeLens(({ textDocument }) =>
    about("lenses", textDocument, [], (document) => lenses(document, client, client.say)),
  )

  connection.onCodeAction((params) => {
    const actions = about("code actions", params.textDocument, [], (document) =>
      codeActions(document, params, client, client.say),
    )
    return client.resolvesActions ? actions : actions.map(resolve)
  })

  connection.onCodeActionResolve(resolve)

  function resolve(action: CodeAction): CodeAction {
    return guarded("code action", action, () => resolvedAction(action, (uri) => documents.get(uri)))
  }

  connection.onExecuteCommand(async ({ command, arguments: [url] = [] }) => {
    if (command !== OPEN_DOCUMENTATION || typeof url !== "string" || !isPublicPage(url)) return
    await connection.window.showDocument({ uri: url, external: true })
  })

  connection.onRequest(EXPLAIN_REQUEST, ({ id }: { id: string }) =>
    guarded("explanation", null, () => explanationPage(id) ?? null),
  )

  connection.workspace.textDocumentContent.on(({ uri }) =>
    guarded("explanation", { text: "" }, () => {
      const id = idAt(uri)
      return { text: (explanationPage(id) ?? pageOfNothing(id)).markdown }
    }),
  )

  connection.onRequest(CATALOGUE_REQUEST, () => guarded("catalogue", [], () => catalogueItems(client.say)))

  connection.onRequest(FAILING_LINES_REQUEST, async (log: TextDocumentIdentifier) => {
    await settled
    return about("failing lines", log, null, (document) => failingLines(document, settings, client.say))
  })

  connection.onRequest(STATUS_REQUEST, async (log: TextDocumentIdentifier) => {
    await settled
    return about("status", log, null, (document) => status(document, settings, client.say) ?? null)
  })

  connection.onRequest(VERDICT_REQUEST, async ({ uri, line }: { uri: string; line: number }) => {
    await settled
    return about("verdict", { uri }, null, (document) => verdictText(document, line, settings) ?? null)
  })
  /** All logs but one: those that are open as they are in their editors, then the closed ones of the folder. */
  function* logsBeside(document: LogDocument): Iterable<AskedLog> {
    for (const other of documents.values()) if (other !== document) yield asked(other)
    yield* closed()
  }

  function closed(): FolderLog[] {
    return Array.from(folder.logs).filter(({ uri }) => !documents.has(uri))
  }

  /** The answer of a feature about an open document; empty for one that is not open. */
  function about<Answer>(
    what: string,
    { uri }: TextDocumentIdentifier,
    empty: Answer,
    feature: (document: LogDocument) => Answer,
  ): Answer {
    const document = documents.get(uri)
    return document ? guarded(what, empty, () => feature(document)) : empty
  }

  /** The one place that handles trouble: a fault becomes a line in the log, and the client gets an empty answer. */
  function guarded<Answer>(what: string, empty: Answer, answer: () => Answer): Answer {
    try {
      return answer()
    } catch (error) {
      connection.console.error(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
      return empty
    }
  }

  connection.listen()
}
