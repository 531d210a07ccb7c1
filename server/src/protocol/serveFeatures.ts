import { type CodeAction, SemanticTokensBuilder } from "vscode-languageserver"
import { isPublicPage } from "../core/explain/sources.ts"
import type { Folder, FolderLog } from "../documents/folder.ts"
import type { LogDocument } from "../documents/logDocument.ts"
import { codeActions, OPEN_DOCUMENTATION, resolvedAction } from "../features/codeActions.ts"
import { completion, resolvedCompletion } from "../features/completion.ts"
import { folding } from "../features/folding.ts"
import { hints } from "../features/hints.ts"
import { hover } from "../features/hover.ts"
import { lenses } from "../features/lens.ts"
import { links } from "../features/links.ts"
import { type AskedLog, asked, definition, highlights, occurrences, references } from "../features/occurrences.ts"
import { outline } from "../features/outline.ts"
import { selectionRange } from "../features/selection.ts"
import { semanticTokens, semanticTokensDelta, semanticTokensIn } from "../features/semanticTokens.ts"
import { workspaceSymbols } from "../features/workspaceSymbols.ts"
import type { Session } from "./session.ts"

/** Wires what an editor asks about a log to the features that answer. */
export function serveFeatures(session: Session, folder: Folder): void {
  const { connection, documents } = session

  connection.onHover(({ textDocument, position }) =>
    session.about("hover", textDocument, null, (document) => hover(document, position, session.client) ?? null),
  )
  connection.onCompletion(({ textDocument, position }) =>
    session.about("completion", textDocument, [], (document) => completion(document, position)),
  )
  connection.onCompletionResolve((item) => session.guarded("completion", item, () => resolvedCompletion(item)))
  connection.onDocumentSymbol(({ textDocument }) =>
    session.about("outline", textDocument, [], (document) => outline(document, session.client.say)),
  )
  connection.onFoldingRanges(({ textDocument }) =>
    session.about("folding", textDocument, [], (document) => folding(document, session.client, session.client.say)),
  )
  connection.onSelectionRanges(({ textDocument, positions }) =>
    session.about("selection", textDocument, [], (document) => positions.map((at) => selectionRange(document, at))),
  )
  connection.onDocumentLinks(({ textDocument }) =>
    session.about("links", textDocument, [], (document) => links(document, session.client, session.client.say)),
  )
  connection.onCodeLens(({ textDocument }) =>
    session.settledAbout("lenses", textDocument, [], (document, settings) =>
      lenses(document, session.client, settings, session.client.say),
    ),
  )
  connection.languages.inlayHint.on(({ textDocument, range }) =>
    session.settledAbout("hints", textDocument, [], (document, settings) =>
      hints(document, range, settings, session.client.say),
    ),
  )
  serveTokens(session)
  serveActions(session)

  connection.onDocumentHighlight(({ textDocument, position }) =>
    session.about("highlights", textDocument, [], (document) => highlights(document, position)),
  )
  connection.onReferences(({ textDocument, position }) =>
    session.about("references", textDocument, [], (document) => references(document, position, logsBeside(document))),
  )
  connection.onDefinition(({ textDocument, position }) =>
    session.about("definition", textDocument, null, (document) => definition(document, position, logsBeside(document))),
  )
  connection.onWorkspaceSymbol(({ query }) =>
    session.guarded("symbols", [], () => {
      const open = Array.from(documents.values(), (document) => ({
        uri: document.uri,
        occurrences: occurrences(document),
      }))
      return workspaceSymbols([...open, ...closed()], query)
    }),
  )

  /** All logs but one: those that are open as they are in their editors, then the closed ones of the folder. */
  function* logsBeside(document: LogDocument): Iterable<AskedLog> {
    for (const other of documents.values()) if (other !== document) yield asked(other)
    yield* closed()
  }

  function closed(): FolderLog[] {
    return Array.from(folder.logs).filter(({ uri }) => !documents.has(uri))
  }
}

function serveTokens(session: Session): void {
  const { semanticTokens: tokens } = session.connection.languages
  /** The last tokens of each document, from which the next ones are told as a difference. */
  const builders = new WeakMap<LogDocument, SemanticTokensBuilder>()

  tokens.on(({ textDocument }) =>
    session.settledAbout("tokens", textDocument, { data: [] }, (document, settings) => {
      const builder = new SemanticTokensBuilder()
      builders.set(document, builder)
      return semanticTokens(document, settings, builder)
    }),
  )
  tokens.onDelta(({ textDocument, previousResultId }) =>
    session.settledAbout("tokens", textDocument, { data: [] }, (document, settings) => {
      const builder = builders.get(document) ?? new SemanticTokensBuilder()
      builders.set(document, builder)
      return semanticTokensDelta(document, settings, builder, previousResultId)
    }),
  )
  tokens.onRange(({ textDocument, range }) =>
    session.settledAbout("tokens", textDocument, { data: [] }, (document, settings) =>
      semanticTokensIn(document, range, settings),
    ),
  )
}

function serveActions(session: Session): void {
  const { connection, documents } = session
  const resolve = (action: CodeAction): CodeAction =>
    session.guarded("code action", action, () => resolvedAction(action, (uri) => documents.get(uri)))

  connection.onCodeAction((params) => {
    const actions = session.about("code actions", params.textDocument, [], (document) =>
      codeActions(document, params, session.client, session.client.say),
    )
    return session.client.resolvesActions ? actions : actions.map(resolve)
  })
  connection.onCodeActionResolve(resolve)
  connection.onExecuteCommand(async ({ command, arguments: [url] = [] }) => {
    if (command !== OPEN_DOCUMENTATION || typeof url !== "string" || !isPublicPage(url)) return
    await connection.window.showDocument({ uri: url, external: true })
  })
}
