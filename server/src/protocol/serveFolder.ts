import type { CancellationToken, Disposable } from "vscode-languageserver"
import { Folder } from "../documents/folder.ts"
import { DidChangeWatchedFilesNotification, FileChangeType, WatchKind } from "../features/lsp.ts"
import { type WorkspaceQuestion, workspaceReports } from "../features/workspaceDiagnostics.ts"
import { FolderPusher } from "./folderPusher.ts"
import { FolderReader } from "./folderReader.ts"
import { handedLogs } from "./handedLogs.ts"
import type { LogsSource } from "./logsSource.ts"
import type { Session } from "./session.ts"

/** The logs of the open folder: kept up to date, and reported while closed. */
export interface FolderService {
  readonly folder: Folder
  /** Whether more logs are on their way. */
  readonly isReading: () => boolean
  /** Begins to read, once the settings are known and what the client can do; nothing where nobody can read. */
  start(): void
  settingsChanged(): void
  /** A log is open, and its findings are those of the open one from now on. */
  opened(uri: string): void
  /** A log was closed, perhaps with changes that were thrown away. */
  closed(uri: string): void
}

/** As many closed logs are remembered. */
const MOST_CLOSED = 1_000

/** Wires the messages about the folder; nothing is read before `start`. */
export function serveFolder(session: Session): FolderService {
  const { connection } = session
  const { files } = session.host
  const folder = new Folder(session.reading)
  const handed = handedLogs(connection)
  const own = files?.logsIn(() => session.folders)
  const source = (): LogsSource => (own && !session.client.readsLogs ? own : handed)
  const reader = new FolderReader(session, folder, source)
  /** Logs that were closed: the client still shows what it last heard of them, even where they are gone. */
  const closedLogs = new Set<string>()
  /** The settings by which the folder was read, to see whether they changed. */
  let readBy: string | undefined
  let watchers: Promise<Disposable> | undefined

  function read(): void {
    const wanted = JSON.stringify(session.settings.folder)
    if (wanted === readBy) return
    readBy = wanted
    session.unlessRefused("watching", watch())
    reader.readAll()
  }

  async function watch(): Promise<void> {
    if (!session.client.registersWatchers) return
    const before = watchers
    watchers = connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [
        ...session.settings.folder.include.map((globPattern) => ({ globPattern })),
        // Of a deleted folder nothing is told but itself.
        { globPattern: "**", kind: WatchKind.Delete },
      ],
    })
    const given = before?.then(
      (old) => old.dispose(),
      // What was refused has nothing to give back.
      () => undefined,
    )
    await Promise.all([watchers, given])
  }

  connection.onDidChangeWatchedFiles(({ changes: told }) => {
    const changes = told.map(({ uri, type }) => ({ uri: session.addressOf(uri), type }))
    const deleted = changes.filter(({ type }) => type === FileChangeType.Deleted)
    const dropped = deleted.filter(({ uri }) => folder.drop(uri))
    if (dropped.length > 0) folder.announce()
    // A log that is on its way may be one of them.
    const read = reader.reading ? changes : changes.filter((change) => !deleted.includes(change))
    if (read.length > 0) reader.read(read.map(({ uri }) => uri))
  })
  // What was in a folder that has another name is told by no watcher.
  connection.workspace.onDidDeleteFiles(() => reader.readAll())
  connection.workspace.onDidRenameFiles(() => reader.readAll())

  const reports = session.answer("folder's findings", (known: WorkspaceQuestion["known"]) => {
    const { settings, settingsVersion } = session
    const open = session.openAddresses()
    return workspaceReports({ logs: folder.logs, known, isOpen: (uri) => open.has(uri), settings, settingsVersion })
  })
  const pusher = new FolderPusher(session, folder, reports)

  connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token, _work, progress) => {
    pusher.stop()
    const known = new Map(previousResultIds.map(({ uri, value }) => [uri, value]))
    // Who cannot be told more and has nothing yet asks once, to know all there is.
    const asksOnce = !progress && known.size === 0
    const cancellation = cancelled(token)
    // The client asks again two seconds after each answer, so the answer waits until there is something to tell.
    while (!session.isShutDown) {
      session.refuse(token)
      for (const uri of closedLogs) known.set(uri, "")
      closedLogs.clear()
      const items = reports(known)
      if ((items.length > 0 || asksOnce) && !reader.reading) return { items }
      if (items.length > 0 && progress) {
        progress.report({ items })
        for (const { uri, resultId = "" } of items) known.set(uri, resultId)
      }
      await Promise.race([folder.changed(), cancellation])
    }
    return { items: [] }
  })

  return {
    folder,
    isReading: () => reader.reading,
    start: () => {
      const { client } = session
      if (!client.readsLogs && !files) return
      if (client.hasFolders) {
        connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
          const gone = new Set(removed.map(({ uri }) => uri))
          session.folders = [...session.folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)]
          reader.readAll()
        })
      }
      read()
      if (!client.readsLogs) session.aside("folder's findings", pusher.start())
    },
    settingsChanged: () => {
      if (readBy === undefined) return
      read()
      folder.announce()
    },
    opened: (uri) => pusher.opened(uri),
    closed: (uri) => {
      const address = session.addressOf(uri)
      closedLogs.add(uri)
      // A client that never asks hears of none.
      const [oldest] = closedLogs
      if (closedLogs.size > MOST_CLOSED && oldest !== undefined) closedLogs.delete(oldest)
      if (folder.get(address)) reader.read([address])
      else folder.announce()
    },
  }
}

function cancelled(token: CancellationToken): Promise<void> {
  return new Promise((resolve) => token.onCancellationRequested(() => resolve()))
}
