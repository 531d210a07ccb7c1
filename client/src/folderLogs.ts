import {
  type CancellationToken,
  commands,
  type LogOutputChannel,
  l10n,
  ProgressLocation,
  type Uri,
  window,
  workspace,
} from "vscode"
import type { BaseLanguageClient } from "vscode-languageclient"
import { recognition } from "../../server/src/core/log/recognize.ts"
import { fileText } from "../../server/src/core/text/fileText.ts"
import { settingsFrom } from "../../server/src/features/settings.ts"

/** Which files of the folder may be logs. */
interface Wanted {
  readonly include: readonly string[]
  readonly exclude: readonly string[]
  readonly limit: number
}

/** What the server asks for; `largest` is of one file and `total` of all together, in bytes. */
interface LogsParams extends Wanted {
  /** Only these are read, of what is found. */
  readonly only?: readonly string[]
  readonly largest: number
  readonly total: number
  readonly partialResultToken: number
}

interface Log {
  readonly uri: string
  readonly text: string
}

/** Files read at a time; the server gets them together. */
const AT_ONCE = 20

/** From so many files on a person sees how far it is, and can stop it. */
const MANY = 200

/** Answers the server's request for the closed logs of the open folder, over whatever file systems the editor has. */
export function readsLogs(client: BaseLanguageClient, output: LogOutputChannel): void {
  client.onRequest("dsreg/logs", async (params: LogsParams, token: CancellationToken) => {
    const { ProgressType } = await import("vscode-languageclient")
    const part = new ProgressType<{ readonly logs: readonly Log[] }>()
    const address = (uri: Uri) => client.code2ProtocolConverter.asUri(uri)
    const found = await filesFound(params)
    const kept = found.slice(0, params.limit)
    const only = params.only && new Set(params.only)
    const files = only ? kept.filter((uri) => only.has(address(uri))) : kept
    const large: Uri[] = []
    const unread: string[] = []
    let left = params.total
    await withProgress(files.length, token, async (stopped, step) => {
      for (let at = 0; at < files.length && left > 0 && !stopped(); at += AT_ONCE) {
        const batch = files.slice(at, at + AT_ONCE)
        const read = await Promise.all(batch.map((uri) => reading(uri, params.largest)))
        const logs = read.flatMap(({ uri, text }) => (text === undefined ? [] : [{ uri: address(uri), text }]))
        unread.push(...read.flatMap(({ uri, text }) => (text === undefined ? [address(uri)] : [])))
        // What is no log, or too large to be one of them, takes no room in the index.
        left -= read.reduce((sum, { size, text }) => sum + (text === undefined ? 0 : size), 0)
        large.push(...read.filter(({ size }) => size > params.largest).map(({ uri }) => uri))
        if (logs.length > 0) await client.sendProgress(part, params.partialResultToken, { logs })
        step(batch.length)
      }
      if (left <= 0)
        output.warn(l10n.t("The logs of this folder are larger than what can be kept. Some were not read."))
    })
    for (const uri of large) output.warn(l10n.t("{0} is too large to be read while it is closed.", uri.path))
    if (found.length > kept.length && !only) void tellLimit(params.limit)
    return { uris: kept.map(address), unread }
  })
}

/** Whether the open folder holds a file that may be a log, so that the server has something to do. */
export async function folderHasLogs(): Promise<boolean> {
  const { folder } = settingsFrom(workspace.getConfiguration().get("dsreg"))
  return (await filesFound({ ...folder, limit: Math.min(1, folder.limit) })).length > 0
}

/** The files in the order of their addresses, one more than the limit where there are more. */
async function filesFound({ include, exclude, limit }: Wanted): Promise<Uri[]> {
  if (limit === 0 || !workspace.workspaceFolders) return []
  const excluded = exclude.length > 0 ? `{${exclude.join(",")}}` : undefined
  const found = await Promise.all(include.map((glob) => workspace.findFiles(glob, excluded, limit + 1)))
  const each = new Map(found.flat().map((uri) => [uri.toString(), uri]))
  return Array.from(each.entries())
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, uri]) => uri)
    .slice(0, limit + 1)
}

/** The text of a file, unless it is gone, too large, or not called like a log and none. */
async function reading(uri: Uri, largest: number): Promise<{ uri: Uri; size: number; text?: string }> {
  try {
    const { size } = await workspace.fs.stat(uri)
    if (size > largest) return { uri, size }
    const text = fileText(await workspace.fs.readFile(uri))
    return uri.path.toLowerCase().endsWith(".dsreg") || recognition(text) !== "no" ? { uri, size, text } : { uri, size }
  } catch {
    return { uri, size: 0 }
  }
}

/** Does a long work with a notification that tells how far it is and can stop it; a short one silently. */
async function withProgress(
  size: number,
  token: CancellationToken,
  work: (stopped: () => boolean, step: (files: number) => void) => Promise<void>,
): Promise<void> {
  if (size < MANY)
    return work(
      () => token.isCancellationRequested,
      () => undefined,
    )
  const title = l10n.t("Reading dsregcmd logs")
  const options = { location: ProgressLocation.Notification, title, cancellable: true }
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
