import { createConnection, ProposedFeatures } from "vscode-languageserver/node"

/*
 * The least that a server of the stock library does: it announces what dsreg announces, keeps the text it is sent, and
 * answers every request with nothing.
 */

const connection = createConnection(ProposedFeatures.all)
const documents = new Map<string, string>()

connection.onInitialize(() => ({
  capabilities: {
    textDocumentSync: { openClose: true, change: 2 },
    hoverProvider: true,
    completionProvider: { resolveProvider: true },
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    documentLinkProvider: {},
    documentHighlightProvider: true,
    referencesProvider: true,
    definitionProvider: true,
    workspaceSymbolProvider: true,
    inlayHintProvider: true,
    semanticTokensProvider: { legend: { tokenTypes: [], tokenModifiers: [] }, full: { delta: true }, range: true },
    codeLensProvider: {},
    codeActionProvider: true,
    diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
  },
}))
connection.onDidOpenTextDocument(({ textDocument: { uri, text } }) => void documents.set(uri, text))
connection.onDidChangeTextDocument(() => {})
connection.onDidCloseTextDocument(({ textDocument: { uri } }) => void documents.delete(uri))
connection.onHover(() => null)
connection.onCompletion(() => [])
connection.onCompletionResolve((item) => item)
connection.onDocumentSymbol(() => [])
connection.onFoldingRanges(() => [])
connection.onSelectionRanges(() => [])
connection.onDocumentLinks(() => [])
connection.onDocumentHighlight(() => [])
connection.onReferences(() => [])
connection.onDefinition(() => null)
connection.onWorkspaceSymbol(() => [])
connection.onCodeLens(() => [])
connection.onCodeAction(() => [])
connection.languages.inlayHint.on(() => [])
connection.languages.semanticTokens.on(() => ({ data: [] }))
connection.languages.semanticTokens.onDelta(() => ({ data: [] }))
connection.languages.semanticTokens.onRange(() => ({ data: [] }))
connection.languages.diagnostics.on(() => ({ kind: "full", items: [] }))
connection.listen()
