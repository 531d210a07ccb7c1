import type { InitializeParams } from "vscode-languageserver"
import { type Say, sayer } from "../core/explain/say.ts"
import type { Abilities } from "../features/codeActions.ts"
import type { FoldingAbilities } from "../features/folding.ts"
import { MarkupKind } from "../features/lsp.ts"
import type { Reader } from "../features/reader.ts"

/** What a client announced at its start: what it asks for itself, what it can be asked for, and its language. */
export interface ClientAbilities extends Abilities, FoldingAbilities, Reader {
  /** It asks for diagnostics; to another they are sent. */
  readonly pulls: boolean
  readonly refreshes: boolean
  readonly refreshesHints: boolean
  readonly refreshesLenses: boolean
  readonly refreshesTokens: boolean
  readonly configures: boolean
  readonly registersConfiguration: boolean
  readonly resolvesActions: boolean
  /** It takes actions; another takes their commands alone. */
  readonly takesActions: boolean
  /** Its outline is a tree; that of another is a list. */
  readonly nestsSymbols: boolean
  /** It finds and reads closed logs for the server (`dsreg/logs`), and announced so. */
  readonly readsLogs: boolean
  readonly registersWatchers: boolean
  readonly hasFolders: boolean
  /** It tells which folders were deleted and renamed in it. */
  readonly tellsOfFolders: boolean
  /** It shows documents whose text it asks the server for. */
  readonly asksForContent: boolean
  /** Speaks the client's language, by the table it sent as `initializationOptions.l10n`. */
  readonly say: Say
}

/** Reads the abilities from the parameters of `initialize`; what is missing is an ability the client does not have. */
export function clientAbilities({ capabilities, initializationOptions }: Partial<InitializeParams>): ClientAbilities {
  const resolved = capabilities?.textDocument?.codeAction?.resolveSupport?.properties ?? []
  const commands: unknown = initializationOptions?.clientCommands
  const timeZone: unknown = initializationOptions?.timeZone
  return {
    pulls: capabilities?.textDocument?.diagnostic !== undefined,
    refreshes: capabilities?.workspace?.diagnostics?.refreshSupport === true,
    refreshesHints: capabilities?.workspace?.inlayHint?.refreshSupport === true,
    refreshesLenses: capabilities?.workspace?.codeLens?.refreshSupport === true,
    refreshesTokens: capabilities?.workspace?.semanticTokens?.refreshSupport === true,
    configures: capabilities?.workspace?.configuration === true,
    registersConfiguration: capabilities?.workspace?.didChangeConfiguration?.dynamicRegistration === true,
    resolvesActions: resolved.includes("command"),
    takesActions: capabilities?.textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    nestsSymbols: capabilities?.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    isPlain: isPlain(capabilities?.textDocument?.hover?.contentFormat),
    asksForContent: capabilities?.workspace?.textDocumentContent !== undefined,
    showsDocuments: capabilities?.window?.showDocument?.support === true,
    commands: new Set(Array.isArray(commands) ? commands.filter((name) => typeof name === "string") : []),
    readsLogs: initializationOptions?.readsLogs === true,
    registersWatchers: capabilities?.workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    hasFolders: capabilities?.workspace?.workspaceFolders === true,
    tellsOfFolders: capabilities?.workspace?.fileOperations?.didDelete === true,
    collapsesText: capabilities?.textDocument?.foldingRange?.foldingRange?.collapsedText === true,
    ...(typeof timeZone === "string" && { timeZone }),
    say: sayer(initializationOptions?.l10n),
  }
}

/** Whether nothing but plain text can be shown; a client that says nothing of it takes Markdown. */
function isPlain(formats: readonly string[] = []): boolean {
  return formats.includes(MarkupKind.PlainText) && !formats.includes(MarkupKind.Markdown)
}
