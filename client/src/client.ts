import { commands, type Disposable, type ExtensionContext, l10n, type TextDocument, window, workspace } from "vscode"
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient"
import { copy } from "./commands/copy.ts"
import { explain } from "./commands/explain.ts"
import { readAsLog } from "./commands/readAsLog.ts"
import { restartServer } from "./commands/restartServer.ts"
import { showOutput } from "./commands/showOutput.ts"
import { detection } from "./detect.ts"
import { folderHasLogs, readsLogs } from "./folderLogs.ts"
import { extendMarkdownIt } from "./markdown.ts"
import { pages } from "./pages.ts"
import { Server } from "./server.ts"
import { statusItem } from "./statusItem.ts"
import { traceChannel } from "./traceChannel.ts"

/** The one thing that differs between the hosts: a client for a server that is not started yet. */
export type Connect = (context: ExtensionContext, options: LanguageClientOptions) => Promise<BaseLanguageClient>

/** The two functions that VS Code calls. */
export interface Extension {
  activate(context: ExtensionContext): Exported
  deactivate(): Promise<void> | undefined
}

/** What VS Code's Markdown preview takes from the extension. It needs no server. */
export interface Exported {
  readonly extendMarkdownIt: typeof extendMarkdownIt
}

/** The extension on one host. */
export function extension(connect: Connect): Extension {
  let server: Server | undefined
  return {
    activate: (context) => {
      server = started(context, connect)
      return { extendMarkdownIt }
    },
    deactivate: () => server?.stop(),
  }
}

function started(context: ExtensionContext, connect: Connect): Server {
  const output = window.createOutputChannel("dsreg", { log: true })
  const trace = traceChannel(output)
  const options: LanguageClientOptions = {
    documentSelector: [{ language: "dsreg" }],
    outputChannel: output,
    traceOutputChannel: trace.channel,
    // A hover may run this one command, which opens a page of the catalogue and nothing else.
    markdown: { isTrusted: { enabledCommands: ["dsreg.explain"] } },
    // A server has no clipboard and no window: it offers these actions only to a client that announces them.
    // Nor does one on another machine know the reader's time zone.
    initializationOptions: {
      clientCommands: ["dsreg.copy", "dsreg.explain"],
      readsLogs: true,
      l10n: l10n.bundle,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    },
  }
  const server = new Server(async (handlers) => {
    const client = await connect(context, { ...options, ...handlers })
    readsLogs(client, output)
    return client
  }, output)
  const startFor = (document: TextDocument): void => {
    if (document.languageId === "dsreg") void server.start()
  }

  context.subscriptions.push(
    output,
    trace,
    server,
    ...registered({
      "dsreg.copy": copy,
      "dsreg.explain": (id) => explain(server, id),
      "dsreg.readAsLog": readAsLog,
      "dsreg.restartServer": () => restartServer(server),
      "dsreg.showOutput": () => showOutput(output),
    }),
    pages(server),
    statusItem(server),
    detection(),
    workspace.onDidOpenTextDocument(startFor),
  )
  workspace.textDocuments.forEach(startFor)
  void folderHasLogs().then((has) => (has ? server.start() : undefined))
  return server
}

function registered(handlers: Readonly<Record<string, (argument: unknown) => unknown>>): Disposable[] {
  return Object.entries(handlers).map(([id, handler]) => commands.registerCommand(id, handler))
}
