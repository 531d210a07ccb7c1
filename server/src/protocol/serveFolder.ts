import type { CancellationToken, Disposable } from "vscode-languageserver"
import { Folder } from "../documents/folder.ts"
import { DidChangeWatchedFilesNotification, FileChangeType, WatchKind } from "../features/lsp.ts"
import { workspaceReports } from "../features/workspaceDiagnostics.ts"
import { FolderReader } from "./folderReader.ts"
import type { Session } from "./session.ts"

/** The logs of the open folder for a client that reads them for the server: kept up to date, and reported while closed. */
export interface FolderService {
  readonly folder: Folder
  /** Whether more logs are on their way. */
  readonly isReading: () => boolean
  /** Begins to read, once the settings are known and what the client can do. */
  start(): void
  settingsChanged(): void
  /** A log was closed, perhaps with changes that were thrown away. */
  closed(uri: string): void
}

/** Wires the messages about the folder; nothing is read before `start`. */
export function serveFolder(session: Session): FolderService {
  const { connection } = session
  const folder = new Folder(session.read)
  const reader = new FolderReader(session, folder)
  const isOpen = (uri: string) => session.documents.has(uri)
  /** Logs that were closed: the client still shows what it last heard of them, even where they are gone. */
  const closedLogs = new Set<string>()
  /** The settings by which the folder was read, to see whether they changed. */
  let readBy: string | undefined
  let watchers: Promise<Disposable> | undefined

  function read(): void {
    const wanted = JSON.stringify(session.settings.folder)
    if (wanted === readBy) return
    readBy = wanted
    void watch()
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
    ;(await before)?.dispose()
  }

  connection.onDidChangeWatchedFiles(({ changes }) => {
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

  const reports = session.answer("folder's findings", workspaceReports)
  connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token, _work, progress) => {
    const known = new Map(previousResultIds.map(({ uri, value }) => [uri, value]))
    const cancellation = cancelled(token)
    // The client asks again two seconds after each answer, so the answer waits until there is something to tell.
    while (!token.isCancellationRequested && !session.isShutDown) {
      for (const uri of closedLogs) known.set(uri, "")
      closedLogs.clear()
      const { settings, settingsVersion } = session
      const question = { logs: folder.logs, known, isOpen, settings, settingsVersion }
      const items = reports(question)
      if (items.length > 0 && !reader.reading) return { items }
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
      if (session.client.hasFolders) connection.workspace.onDidChangeWorkspaceFolders(() => reader.readAll())
      read()
    },
    settingsChanged: () => {
      if (readBy !== undefined) read()
      folder.announce()
    },
    closed: (uri) => {
      closedLogs.add(uri)
      if (folder.get(uri)) reader.read([uri])
      else folder.announce()
    },
  }
}

function cancelled(token: CancellationToken): Promise<void> {
  return new Promise((resolve) => token.onCancellationRequested(() => resolve()))
}
