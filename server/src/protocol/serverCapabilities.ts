import type { FileOperationRegistrationOptions, ServerCapabilities } from "vscode-languageserver"
import { EXPLANATION_SCHEME } from "../core/explain/explanationId.ts"
import { OPEN_DOCUMENTATION } from "../features/codeActions.ts"
import { FileOperationPatternKind, TextDocumentSyncKind } from "../features/lsp.ts"
import { legend } from "../features/semanticTokens.ts"
import type { ClientAbilities } from "./clientAbilities.ts"

const FOLDERS: FileOperationRegistrationOptions["filters"] = [
  { pattern: { glob: "**", matches: FileOperationPatternKind.folder } },
]

/** What the server offers to a client with these abilities. */
export function serverCapabilities(client: ClientAbilities): ServerCapabilities {
  return {
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
    ...(client.pulls && {
      diagnosticProvider: {
        identifier: "dsreg",
        interFileDependencies: false,
        workspaceDiagnostics: client.readsLogs,
      },
    }),
    workspace: {
      ...(client.readsLogs && {
        workspaceFolders: { supported: true, changeNotifications: true },
        fileOperations: { didDelete: { filters: FOLDERS }, didRename: { filters: FOLDERS } },
      }),
      ...(client.asksForContent && { textDocumentContent: { schemes: [EXPLANATION_SCHEME] } }),
    },
  }
}
