import { stat } from "node:fs/promises"
import { Readable } from "node:stream"
import { watch } from "chokidar"
import type { Listed } from "./listed.ts"
import { isOfSystem, reason } from "./trouble.ts"

/** A file whose size stays the same for so long is written to its end, in milliseconds. */
const WRITTEN = 2000

/**
 * The files of a folder: those that are there, then each that comes, once, when nobody writes to it any more. Ends when
 * it is told to stop.
 */
export async function* watched(folder: string, stop: AbortSignal): AsyncIterable<Listed> {
  const why = await notWatched(folder)
  if (why !== undefined) {
    yield { kind: "unreadable", file: folder, why }
    return
  }
  const listed = new Readable({ objectMode: true, read: () => {} })
  const watcher = watch(folder, {
    followSymlinks: false,
    awaitWriteFinish: { stabilityThreshold: WRITTEN, pollInterval: 100 },
  })
  watcher.on("add", (file) => listed.push({ kind: "found", file, path: file } satisfies Listed))
  watcher.on("error", (error) => {
    if (!isOfSystem(error)) listed.destroy(error instanceof Error ? error : new Error(String(error)))
    else listed.push({ kind: "unreadable", file: folder, why: reason(error) } satisfies Listed)
  })
  const end = () => listed.push(null)
  if (stop.aborted) end()
  else stop.addEventListener("abort", end, { once: true })
  try {
    yield* listed
  } finally {
    await watcher.close()
  }
}

async function notWatched(folder: string): Promise<string | undefined> {
  try {
    return (await stat(folder)).isDirectory() ? undefined : "it is not a directory"
  } catch (error) {
    if (isOfSystem(error)) return reason(error)
    throw error
  }
}
