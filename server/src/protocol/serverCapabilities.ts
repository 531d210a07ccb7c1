import type { FileOperationRegistrationOptions, ServerCapabilities } from "vscode-languageserver"
import { EXPLANATION_SCHEME } from "../core/explain/explanationId.ts"
import { OPEN_DOCUMENTATION, SHOW_EXPLANATION } from "../features/codeActions.ts"
import { FileOperationPatternKind, TextDocumentSyncKind } from "../features/lsp.ts"
import { legend } from "../features/semanticTokens.ts"
import type { Session } from "./session.ts"

const FOLDERS: FileOperationRegistrationOptions["filters"] = [
  { pattern: { glob: "**", matches: FileOperationPatternKind.folder } },
]

/** What the server offers to a client with the abilities that it announced. */
export function serverCapabilities({ client, host, reading }: Session): ServerCapabilities {
  const readsFolders = client.readsLogs || host.files !== undefined
  const commands = [
    ...(client.showsDocuments ? [OPEN_DOCUMENTATION] : []),
    ...(client.commands.has("dsreg.explain") ? [] : [SHOW_EXPLANATION]),
  ]
  return {
    positionEncoding: reading.encoding,
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
    ...(commands.length > 0 && { executeCommandProvider: { commands } }),
    ...(client.pulls && {
      diagnosticProvider: {
        identifier: "dsreg",
        interFileDependencies: false,
        workspaceDiagnostics: readsFolders,
      },
    }),
    workspace: {
      ...(readsFolders && client.hasFolders && { workspaceFolders: { supported: true, changeNotifications: true } }),
      ...(readsFolders &&
        client.tellsOfFolders && {
          fileOperations: { didDelete: { filters: FOLDERS }, didRename: { filters: FOLDERS } },
        }),
      ...(client.asksForContent && { textDocumentContent: { schemes: [EXPLANATION_SCHEME] } }),
    },
  }
}
