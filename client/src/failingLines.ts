import {
  CodeAction,
  CodeActionKind,
  commands,
  Disposable,
  DocumentLink,
  EventEmitter,
  Hover,
  Location,
  l10n,
  languages,
  Position,
  Range,
  type TextDocument,
  Uri,
  workspace,
} from "vscode"
import { addressesIn, copyTarget } from "../../server/src/core/text/addresses.ts"
import type { FailingLines } from "../../server/src/features/failingLines.ts"
import { failingColors, MEANINGS } from "./failingColors.ts"
import type { Server } from "./server.ts"

/** The scheme of the views that hold only the failing lines of a log; the log's address is the query. */
export const FAILING_SCHEME = "dsreg-failing"

/** The address of the view of a log; by its ending the view gets the log's language and colors. */
export function failingUri(source: Uri): Uri {
  const name = l10n.t("Failing lines of {0}", source.path.split("/").at(-1) ?? "")
  return Uri.from({
    scheme: FAILING_SCHEME,
    path: `/${name.endsWith(".dsreg") ? name : `${name}.dsreg`}`,
    query: source.toString(),
  })
}

/**
 * Fills the views and ties each to its log: it changes with it, its lines lead there, and their hovers come from
 * there. A view whose log is gone keeps what it had.
 */
export function failingLines(server: Server): Disposable {
  /** By the address of the log. */
  const views = new Map<string, FailingLines>()
  const changed = new EventEmitter<Uri>()

  const content = async ({ query }: Uri): Promise<string> => {
    const view = await read(server, query)
    if (view) views.set(query, view)
    return views.get(query)?.text ?? l10n.t("The log of these lines is not open any more.")
  }
  const refresh = (logs: readonly Uri[]): void => {
    const queries = logs.map((log) => log.toString())
    for (const { uri } of workspace.textDocuments) {
      if (uri.scheme === FAILING_SCHEME && queries.includes(uri.query)) changed.fire(uri)
    }
  }
  const placeOf = ({ uri }: TextDocument, { line, character }: Position): Location | undefined => {
    const view = views.get(uri.query)
    const sourceLine = view?.sourceLines[line]
    return sourceLine === undefined
      ? undefined
      : new Location(Uri.parse(uri.query), new Position(sourceLine, character + (view?.cuts[line] ?? 0)))
  }
  /** Where a line begins: a place behind it would scroll the log to the right. */
  const lineOf = (document: TextDocument, { line }: Position): Location | undefined =>
    placeOf(document, new Position(line, document.lineAt(line).firstNonWhitespaceCharacterIndex))

  const selector = { scheme: FAILING_SCHEME }
  return Disposable.from(
    changed,
    languages.registerDocumentSemanticTokensProvider(
      selector,
      {
        provideDocumentSemanticTokens: (document) =>
          failingColors(document, Uri.parse(document.uri.query), views.get(document.uri.query)),
      },
      MEANINGS,
    ),
    workspace.registerTextDocumentContentProvider(FAILING_SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: content,
    }),
    languages.registerDefinitionProvider(selector, { provideDefinition: lineOf }),
    languages.registerDocumentLinkProvider(selector, { provideDocumentLinks: copyingLinks }),
    languages.registerHoverProvider(selector, {
      provideHover: async (document, position) => {
        const place = placeOf(document, position)
        return place && hoverAt(place)
      },
    }),
    languages.registerCodeActionsProvider(selector, {
      provideCodeActions: async (document, { start }) => {
        const place = placeOf(document, start)
        return place && actionsAt(place)
      },
    }),
    workspace.onDidChangeTextDocument(({ document }) => refresh([document.uri])),
    // A setting that weighs findings differently changes no text.
    languages.onDidChangeDiagnostics(({ uris }) => refresh(uris)),
    workspace.onDidCloseTextDocument(({ uri }) => uri.scheme === FAILING_SCHEME && views.delete(uri.query)),
  )
}

/**
 * VS Code makes a link of every address by itself, and those of a log are a stranger's. The server, which puts links
 * that copy in their place, knows nothing of a view.
 */
export function copyingLinks(document: TextDocument): DocumentLink[] {
  const text = document.getText()
  return addressesIn(text).map(({ start, end }) => {
    const range = new Range(document.positionAt(start), document.positionAt(end))
    const link = new DocumentLink(range, Uri.parse(copyTarget(text.slice(start, end))))
    const isOurs = OURS.test(document.lineAt(range.start).text)
    link.tooltip = isOurs
      ? l10n.t("Copy this address")
      : l10n.t("Copy this address. It stands in the log and is not opened")
    return link
  })
}

/** A line of a view that says something of the log, and is none of it. */
const OURS = /^\s*# /

/** The server knows open documents only, and after a restart of the window the log may not be open yet. */
async function read(server: Server, log: string): Promise<FailingLines | null | undefined> {
  try {
    await workspace.openTextDocument(Uri.parse(log))
  } catch {
    return undefined
  }
  return server.request<FailingLines | null>("dsreg/failingLines", { uri: log })
}

/** What the log shows there, without its range, which is one of the log. */
async function hoverAt({ uri, range }: Location): Promise<Hover | undefined> {
  const hovers = await commands.executeCommand<readonly Hover[]>("vscode.executeHoverProvider", uri, range.start)
  const contents = hovers.flatMap((hover) => hover.contents)
  return contents.length > 0 ? new Hover(contents) : undefined
}

/** What can be done about the line in the log. Its fixes belong to findings that stand there, and so they go without. */
async function actionsAt({ uri, range }: Location): Promise<CodeAction[]> {
  const whole = new Range(range.start.with({ character: 0 }), range.start.with({ character: LONGEST }))
  const found = await commands.executeCommand<readonly CodeAction[]>(
    "vscode.executeCodeActionProvider",
    uri,
    whole,
    CodeActionKind.QuickFix.value,
    MOST,
  )
  return found.flatMap(({ title, command }) => {
    if (!command) return []
    const action = new CodeAction(title, CodeActionKind.QuickFix)
    action.command = command
    return [action]
  })
}

/** Behind the end of every line. */
const LONGEST = 10_000

/** More actions than a line ever has; so many come with their commands. */
const MOST = 20
