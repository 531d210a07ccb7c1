import { commands, type Disposable, type ExtensionContext, l10n, type TextDocument, window, workspace } from "vscode"
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient"
import { causesView } from "./causesView.ts"
import { addEvents } from "./commands/addEvents.ts"
import { capture, mayCapture, type StatusRun } from "./commands/capture.ts"
import { compare } from "./commands/compare.ts"
import { copy } from "./commands/copy.ts"
import { copyCommandToRun } from "./commands/copyCommandToRun.ts"
import { copyVerdict } from "./commands/copyVerdict.ts"
import { explain } from "./commands/explain.ts"
import { exportReport } from "./commands/exportReport.ts"
import { goToLine } from "./commands/goToLine.ts"
import { goToLog } from "./commands/goToLog.ts"
import { lookUpCode } from "./commands/lookUpCode.ts"
import { newFromClipboard } from "./commands/newFromClipboard.ts"
import { nextFailure } from "./commands/nextFailure.ts"
import { openReference } from "./commands/openReference.ts"
import { openSample } from "./commands/openSample.ts"
import { previousFailure } from "./commands/previousFailure.ts"
import { readAsLog } from "./commands/readAsLog.ts"
import { readAsText } from "./commands/readAsText.ts"
import { readSelection } from "./commands/readSelection.ts"
import { restartServer } from "./commands/restartServer.ts"
import { showFailing } from "./commands/showFailing.ts"
import { showOutput } from "./commands/showOutput.ts"
import { showReport } from "./commands/showReport.ts"
import { COMPARED_SCHEME, comparedLogs } from "./comparedLogs.ts"
import { detection } from "./detect.ts"
import { FAILING_SCHEME, failingLines } from "./failingLines.ts"
import { fenceLenses } from "./fenceLenses.ts"
import { folderHasLogs, readsLogs, watchFolders } from "./folderLogs.ts"
import { leftOutLogs } from "./leftOut.ts"
import { extendMarkdownIt } from "./markdown.ts"
import { pages } from "./pages.ts"
import { readings } from "./readings.ts"
import { REDACTED_SCHEME, redactedLogs } from "./redactedLogs.ts"
import { reportView } from "./reportView.ts"
import { Server } from "./server.ts"
import { statusItem } from "./statusItem.ts"
import { traceChannel } from "./traceChannel.ts"
import { verdictItem } from "./verdictItem.ts"

/** What differs between the hosts: a client for a server that is not started yet, and whether dsregcmd can be run. */
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

/** The extension on one host; without `run` it takes no log of this PC. */
export function extension(connect: Connect, run?: StatusRun): Extension {
  let server: Server | undefined
  return {
    activate: (context) => {
      server = started(context, connect, run)
      return { extendMarkdownIt }
    },
    deactivate: () => server?.stop(),
  }
}

/** The commands that the server may put on lenses and actions. */
const CLIENT_COMMANDS = [
  "dsreg.copy",
  "dsreg.explain",
  "dsreg.goToLine",
  "dsreg.copyVerdict",
  "dsreg.showFailing",
  "dsreg.showReport",
  "dsreg.nextFailure",
]

/** What is made of logs and looks like one. */
const VIEWS: readonly string[] = [FAILING_SCHEME, COMPARED_SCHEME, REDACTED_SCHEME]

function started(context: ExtensionContext, connect: Connect, run: StatusRun | undefined): Server {
  const output = window.createOutputChannel("dsreg", { log: true })
  const trace = traceChannel(output)
  const options: LanguageClientOptions = {
    documentSelector: [{ language: "dsreg" }],
    outputChannel: output,
    traceOutputChannel: trace.channel,
    // A hover may run these commands: one opens a page of the catalogue, the other goes to a line of an open log.
    markdown: { isTrusted: { enabledCommands: ["dsreg.explain", "dsreg.goToLine"] } },
    // A server has no clipboard and no window: it offers these actions only to a client that announces them.
    // Nor does one on another machine know the reader's time zone.
    initializationOptions: {
      clientCommands: CLIENT_COMMANDS,
      readsLogs: true,
      l10n: l10n.bundle,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    },
    middleware: {
      // A view is no log: its findings are those of the log it was made from.
      didOpen: async (document, next) => (VIEWS.includes(document.uri.scheme) ? undefined : next(document)),
      // Of two answers VS Code takes the first, even where that says nothing.
      provideDocumentSemanticTokens: (document, token, next) =>
        VIEWS.includes(document.uri.scheme) ? undefined : next(document, token),
    },
  }
  const leftOut = leftOutLogs()
  let watcher: Disposable | undefined
  const server = new Server(async (handlers) => {
    const client = await connect(context, { ...options, ...handlers })
    readsLogs(client, output, leftOut)
    watcher?.dispose()
    watcher = watchFolders(client)
    client.onNotification("dsreg/fleetChanged", () => causes.refresh())
    return client
  }, output)
  const startFor = (document: TextDocument): void => {
    if (document.languageId === "dsreg") void server.start()
  }

  const causes = causesView(server)
  const report = reportView(server)
  const compared = comparedLogs(server)
  const redacted = redactedLogs(server)

  /** A command that has its answer from the server: without one it says so, and not that the log has nothing to tell. */
  const asking =
    (work: (...values: unknown[]) => unknown) =>
    async (...values: unknown[]): Promise<unknown> =>
      (await server.runs()) ? work(...values) : undefined

  context.subscriptions.push(
    output,
    trace,
    server,
    leftOut,
    { dispose: () => watcher?.dispose() },
    ...registered({
      "dsreg.addEvents": asking((log) => addEvents(server, log)),
      "dsreg.capture": () => capture(server, run),
      "dsreg.clearCausesFilter": () => causes.clearFilter(),
      "dsreg.compare": asking((uri, chosen) => compare(compared, uri, chosen)),
      "dsreg.copy": copy,
      "dsreg.copyCommandToRun": asking(() => copyCommandToRun(server)),
      "dsreg.copyRedacted": (uri) => redacted.copyShown(uri),
      "dsreg.copyVerdict": asking((uri, line) => copyVerdict(server, uri, line)),
      "dsreg.export": asking((log) => exportReport(server, log)),
      "dsreg.explain": asking((id) => explain(id)),
      "dsreg.filterCauses": () => causes.filter(),
      "dsreg.goToLine": goToLine,
      "dsreg.goToLog": goToLog,
      "dsreg.lookUpCode": asking(() => lookUpCode(server)),
      "dsreg.newFromClipboard": newFromClipboard,
      "dsreg.nextFailure": asking(() => nextFailure(server)),
      "dsreg.openSample": () => openSample(context.extensionUri),
      "dsreg.openReference": asking(() => openReference()),
      "dsreg.previousFailure": asking(() => previousFailure(server)),
      "dsreg.readAsLog": readAsLog,
      "dsreg.readAsText": readAsText,
      "dsreg.readSelection": readSelection,
      "dsreg.redact": asking((uri) => redacted.preview(uri)),
      "dsreg.restartServer": () => restartServer(server),
      "dsreg.showCauses": asking(() => causes.show()),
      "dsreg.showFailing": asking(showFailing),
      "dsreg.showReport": asking((log, line) => showReport(report, log, line)),
      "dsreg.showOutput": () => showOutput(output),
    }),
    report,
    causes,
    compared,
    redacted,
    pages(server),
    failingLines(server),
    fenceLenses(),
    statusItem(server),
    verdictItem(server),
    detection(readings(context.workspaceState)),
    workspace.onDidOpenTextDocument(startFor),
  )
  workspace.textDocuments.forEach(startFor)
  const offerCapture = () => void commands.executeCommand("setContext", "dsreg.canCapture", mayCapture(run))
  offerCapture()
  context.subscriptions.push(workspace.onDidGrantWorkspaceTrust(offerCapture))
  void folderHasLogs().then((has) => (has ? server.start() : undefined))
  return server
}

function registered(handlers: Readonly<Record<string, (...values: unknown[]) => unknown>>): Disposable[] {
  return Object.entries(handlers).map(([id, handler]) => commands.registerCommand(id, handler))
}
