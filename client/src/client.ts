import { commands, type Disposable, type ExtensionContext, l10n, type TextDocument, window, workspace } from "vscode"
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient"
import { copy } from "./commands/copy.ts"
import { EXPLANATION_SCHEME, explain, explanationContent } from "./commands/explain.ts"
import { readAsLog } from "./commands/readAsLog.ts"
import { restartServer } from "./commands/restartServer.ts"
import { showOutput } from "./commands/showOutput.ts"
import { detection } from "./detect.ts"
import { Server } from "./server.ts"
import { statusItem } from "./statusItem.ts"
import { traceChannel } from "./traceChannel.ts"

/** The one thing that differs between the hosts: a client for a server that is not started yet. */
export type Connect = (context: ExtensionContext, options: LanguageClientOptions) => Promise<BaseLanguageClient>

/** The two functions that VS Code calls. */
export interface Extension {
  activate(context: ExtensionContext): void
  deactivate(): Promise<void> | undefined
}

/** The extension on one host. */
export function extension(connect: Connect): Extension {
  let server: Server | undefined
  return {
    activate: (context) => {
      server = started(context, connect)
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
    // A server has no clipboard and no window: it offers these actions only to a client that announces them.
    // Nor does one on another machine know the reader's time zone.
    initializationOptions: {
      clientCommands: ["dsreg.copy", "dsreg.explain"],
      l10n: l10n.bundle,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    },
  }
  const server = new Server((handlers) => connect(context, { ...options, ...handlers }), output)
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
    workspace.registerTextDocumentContentProvider(EXPLANATION_SCHEME, explanationContent(server)),
    statusItem(server),
    detection(),
    workspace.onDidOpenTextDocument(startFor),
  )
  workspace.textDocuments.forEach(startFor)
  return server
}

function registered(handlers: Readonly<Record<string, (argument: unknown) => unknown>>): Disposable[] {
  return Object.entries(handlers).map(([id, handler]) => commands.registerCommand(id, handler))
}
