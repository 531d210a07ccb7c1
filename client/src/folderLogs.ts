import {
  type CancellationToken,
  commands,
  type Disposable,
  FileType,
  type LogOutputChannel,
  l10n,
  ProgressLocation,
  RelativePattern,
  type Uri,
  window,
  workspace,
} from "vscode"
import type { BaseLanguageClient } from "vscode-languageclient"
import {
  type Batch,
  isNamed,
  type Limits,
  type Look,
  logIn,
  logsAmong,
  MOST_FILES,
} from "../../server/src/documents/logFiles.ts"
import { type FolderSettings, settingsFrom } from "../../server/src/features/settings.ts"
import type { LeftOut } from "./leftOut.ts"

/** Which files of the folder may be logs. */
interface Wanted extends FolderSettings {
  /** The largest file, and all together, in bytes. */
  readonly largest: number
  readonly total: number
}

/** What the server asks for. */
interface LogsParams extends Wanted {
  /** Only these are read, of what is found. */
  readonly only?: readonly string[]
  readonly partialResultToken: number
}

/** From so many logs on a person sees how far it is, and can stop it. */
const MANY = 200

/** Answers the server's request for the closed logs of the open folder, over whatever file systems the editor has. */
export function readsLogs(client: BaseLanguageClient, output: LogOutputChannel, leftOut: LeftOut): void {
  const address = (uri: Uri) => client.code2ProtocolConverter.asUri(uri)
  /** The addresses of the logs as they were last sent, and of what was told to be too large. */
  const known = new Set<string>()

  client.onRequest("dsreg/logs", async (params: LogsParams, token: CancellationToken) => {
    const { ProgressType } = await import("vscode-languageclient")
    const part = new ProgressType<{ readonly logs: readonly { readonly uri: string; readonly text: string }[] }>()
    const { only } = params
    if (only && !only.some((uri) => known.has(uri))) {
      // Other programs write their texts all the time, and for those the folder is not gone through.
      const uris = only.map((uri) => client.protocol2CodeConverter.asUri(uri))
      if (!(await holdLog(uris, params))) return { uris: [...known], unread: only }
    }
    const found = await filesFound(params)
    const files = only ? found.filter((uri) => only.includes(address(uri))) : found
    for (const uri of only ?? known) known.delete(uri)
    leftOut.forget(only?.map((uri) => client.protocol2CodeConverter.asUri(uri)))
    const unread: string[] = []
    let stopped: Batch<Uri>["stopped"]
    await withProgress(files, token, async (isStopped, step) => {
      const limits = { ...params, limit: params.limit - known.size }
      for await (const batch of logsAmong(files, look, limits)) {
        const logs = batch.logs.map(({ file, text }) => ({ uri: address(file), text }))
        for (const { uri } of logs) known.add(uri)
        unread.push(...batch.others.map(address))
        for (const uri of batch.large) known.add(address(uri))
        leftOut.tell(batch.large)
        for (const { path } of batch.large) output.warn(l10n.t("{0} is too large to be read while it is closed.", path))
        if (logs.length > 0) await client.sendProgress(part, params.partialResultToken, { logs })
        step(batch.looked)
        stopped = batch.stopped
        if (isStopped()) return
      }
    })
    if (stopped === "total" || found.length > MOST_FILES)
      output.warn(l10n.t("The logs of this folder are larger than what can be kept. Some were not read."))
    if (stopped === "limit" && !only) void tellLimit(params.limit)
    const there = new Set(found.map(address))
    for (const uri of known) if (!there.has(uri)) known.delete(uri)
    return { uris: [...known], unread }
  })
}

/** Of a folder that is moved in nothing is told but itself: what it holds is told as if each file were new. */
export function watchFolders(client: BaseLanguageClient): Disposable {
  const watcher = workspace.createFileSystemWatcher("**", false, true, true)
  watcher.onDidCreate(async (created) => {
    const { folder } = settingsFrom(workspace.getConfiguration().get("dsreg"))
    if (folder.limit === 0 || !(await isFolder(created))) return
    const inside = await workspace.findFiles(new RelativePattern(created, "**"), excluded(folder), MOST_FILES)
    if (inside.length === 0) return
    const changes = inside.map((uri) => ({ uri: client.code2ProtocolConverter.asUri(uri), type: CREATED }))
    await client.sendNotification("workspace/didChangeWatchedFiles", { changes })
  })
  return watcher
}

/** A file that is new, as the protocol says it. */
const CREATED = 1

async function isFolder(uri: Uri): Promise<boolean> {
  try {
    return (await workspace.fs.stat(uri)).type === FileType.Directory
  } catch {
    return false
  }
}

/** Whether the open folder holds a log, so that the server has something to do. */
export async function folderHasLogs(): Promise<boolean> {
  const { folder } = settingsFrom(workspace.getConfiguration().get("dsreg"))
  return holdLog(await filesFound(folder), { ...folder, ...FIRST_LOOK })
}

/** What is read to see whether there is any log at all. */
const FIRST_LOOK = { largest: 10_000_000, total: 100_000_000 }

async function holdLog(files: readonly Uri[], limits: Limits): Promise<boolean> {
  for await (const { logs, large } of logsAmong(files, look, limits)) if (logs.length + large.length > 0) return true
  return false
}

/** The files in the order of their addresses, those first that are called like a log; one more than are looked at. */
async function filesFound({ include, exclude, limit }: FolderSettings): Promise<Uri[]> {
  if (limit === 0 || !workspace.workspaceFolders) return []
  const found = await Promise.all(
    include.map((glob) => workspace.findFiles(glob, excluded({ exclude }), MOST_FILES + 1)),
  )
  const each = new Map(found.flat().map((uri) => [uri.toString(), uri]))
  return Array.from(each.entries())
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, uri]) => uri)
    .slice(0, MOST_FILES + 1)
}

function excluded({ exclude }: Pick<FolderSettings, "exclude">): string | undefined {
  return exclude.length > 0 ? `{${exclude.join(",")}}` : undefined
}

/** The text of a file, unless it is gone, too large, no plain file, or not called like a log and none. */
async function look(uri: Uri, largest: number): Promise<Look> {
  try {
    const { size, type } = await workspace.fs.stat(uri)
    // Who reads a pipe waits for whoever writes to it.
    if (!(type & FileType.File)) return { size: 0 }
    if (size > largest) return { size }
    const text = logIn(uri, await workspace.fs.readFile(uri))
    return { size, ...(text !== undefined && { text }) }
  } catch {
    return { size: 0 }
  }
}

/**
 * Does a long work with a notification that tells how far it is and can stop it, or with a word in the status bar where
 * the files may be anything; a short one silently.
 */
async function withProgress(
  files: readonly Uri[],
  token: CancellationToken,
  work: (stopped: () => boolean, step: (files: number) => void) => Promise<void>,
): Promise<void> {
  const size = files.length
  if (size < MANY)
    return work(
      () => token.isCancellationRequested,
      () => undefined,
    )
  const title = l10n.t("Reading dsregcmd logs")
  const location = files.filter(isNamed).length < MANY ? ProgressLocation.Window : ProgressLocation.Notification
  const options = { location, title, cancellable: true }
  return window.withProgress(options, async (progress, stop) => {
    let done = 0
    await work(
      () => token.isCancellationRequested || stop.isCancellationRequested,
      (files) => {
        done += files
        progress.report({ message: l10n.t("{0} of {1}", done, size), increment: (files / size) * 100 })
      },
    )
  })
}

async function tellLimit(limit: number): Promise<void> {
  const open = l10n.t("Open Settings")
  const message = l10n.t(
    "Not all dsregcmd logs of this folder were read. The limit is {0}. To read more, raise it in the settings.",
    limit,
  )
  if ((await window.showInformationMessage(message, open)) !== open) return
  await commands.executeCommand("workbench.action.openSettings", "dsreg.folder.limit")
}
