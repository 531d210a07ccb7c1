import type {
  CodeAction,
  CodeActionParams,
  Command,
  CompletionItem,
  ExecuteCommandParams,
  SemanticTokens,
  SemanticTokensDeltaParams,
  SemanticTokensRangeParams,
} from "vscode-languageserver"
import { explanationId } from "../core/explain/explain.ts"
import { isPublicPage } from "../core/explain/sources.ts"
import type { Folder, FolderLog } from "../documents/folder.ts"
import type { LogDocument } from "../documents/logDocument.ts"
import { codeActions, OPEN_DOCUMENTATION, resolvedAction, SHOW_EXPLANATION } from "../features/codeActions.ts"
import { completion, resolvedCompletion } from "../features/completion.ts"
import { explanationText } from "../features/explanation.ts"
import { folding } from "../features/folding.ts"
import { hints } from "../features/hints.ts"
import { hover } from "../features/hover.ts"
import { lenses } from "../features/lens.ts"
import { links } from "../features/links.ts"
import { MessageType, ShowMessageNotification } from "../features/lsp.ts"
import { type AskedLog, asked, definition, highlights, occurrences, references } from "../features/occurrences.ts"
import { flatOutline, outline } from "../features/outline.ts"
import { selectionRange } from "../features/selection.ts"
import {
  semanticTokens,
  semanticTokensDelta,
  semanticTokensIn,
  type ToldTokens,
  toldTokens,
} from "../features/semanticTokens.ts"
import type { Settings } from "../features/settings.ts"
import { workspaceSymbols } from "../features/workspaceSymbols.ts"
import { named, type Session } from "./session.ts"

/** Wires what an editor asks about a log to the features that answer. */
export function serveFeatures(session: Session, folder: Folder): void {
  const { connection, documents } = session

  connection.onHover(
    session.about(
      "hover",
      null,
      (document, params) => hover(document, named(params, "position"), session.client) ?? null,
    ),
  )
  connection.onCompletion(
    session.about("completion", [], (document, params) => completion(document, named(params, "position"))),
  )
  connection.onCompletionResolve(
    session.answer("completion", (item: CompletionItem) => resolvedCompletion(item, session.client)),
  )
  connection.onDocumentSymbol(
    session.settledAbout("outline", [], (document) => {
      const symbols = outline(document, session.client.say)
      return session.client.nestsSymbols ? symbols : flatOutline(symbols, document.uri)
    }),
  )
  connection.onFoldingRanges(
    session.settledAbout("folding", [], (document) => folding(document, session.client, session.client.say)),
  )
  connection.onSelectionRanges(
    session.about("selection", [], (document, params) =>
      named(params, "positions").map((at) => selectionRange(document, at)),
    ),
  )
  connection.onDocumentLinks(
    session.settledAbout("links", [], (document) => links(document, session.client, session.client.say)),
  )
  connection.onCodeLens(
    session.settledAbout("lenses", [], (document, settings) =>
      lenses(document, session.client, settings, session.client.say),
    ),
  )
  connection.languages.inlayHint.on(
    session.settledAbout("hints", [], (document, settings, params) =>
      hints(document, named(params, "range"), settings, session.client.say),
    ),
  )
  serveTokens(session)
  serveActions(session)

  connection.onDocumentHighlight(
    session.about("highlights", [], (document, params) => highlights(document, named(params, "position"))),
  )
  connection.onReferences(
    session.about("references", [], (document, params) =>
      references(document, named(params, "position"), logsBeside(document)),
    ),
  )
  connection.onDefinition(
    session.about("definition", null, (document, params) =>
      definition(document, named(params, "position"), logsBeside(document)),
    ),
  )
  connection.onWorkspaceSymbol(
    session.answer("symbols", ({ query }) => {
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
    const open = session.openAddresses()
    return Array.from(folder.logs).filter(({ uri }) => !open.has(uri))
  }
}

function serveTokens(session: Session): void {
  const { semanticTokens: tokens } = session.connection.languages
  /** The last tokens of each document, from which the next ones are told as a difference. */
  const last = new WeakMap<LogDocument, ToldTokens>()
  const told = (document: LogDocument, settings: Settings): ToldTokens => {
    const now = toldTokens(document, settings, session.resultId(document))
    last.set(document, now)
    return now
  }

  tokens.on(session.settledAbout("tokens", NO_TOKENS, (document, settings) => semanticTokens(told(document, settings))))
  tokens.onDelta(
    session.settledAbout("tokens", NO_TOKENS, (document, settings, { previousResultId }: SemanticTokensDeltaParams) => {
      const before = last.get(document)
      return semanticTokensDelta(told(document, settings), before, previousResultId)
    }),
  )
  tokens.onRange(
    session.settledAbout("tokens", NO_TOKENS, (document, settings, params: SemanticTokensRangeParams) =>
      semanticTokensIn(document, named(params, "range"), settings),
    ),
  )
}

const NO_TOKENS: SemanticTokens = { data: [] }

function serveActions(session: Session): void {
  const { connection, documents } = session
  const resolved = (action: CodeAction): CodeAction => resolvedAction(action, (uri) => documents.get(uri))

  connection.onCodeAction(
    session.about("code actions", [], (document, params: CodeActionParams): (CodeAction | Command)[] => {
      const { client } = session
      named(params, "range")
      const actions = codeActions(document, params, client, client.say)
      if (!client.takesActions) return actions.flatMap((action) => resolved(action).command ?? [])
      return client.resolvesActions ? actions : actions.map(resolved)
    }),
  )
  connection.onCodeActionResolve(session.answer("code action", resolved))
  connection.onExecuteCommand(
    session.answer("command", ({ command, arguments: [what] = [] }: ExecuteCommandParams) => {
      if (typeof what !== "string") return
      if (command === OPEN_DOCUMENTATION && isPublicPage(what)) {
        session.unlessRefused("documentation", connection.window.showDocument({ uri: what, external: true }))
      } else if (command === SHOW_EXPLANATION) {
        const id = explanationId(what)
        const message = id && explanationText(id)
        if (message)
          session.aside(
            "explanation",
            connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message }),
          )
      }
    }),
  )
}
