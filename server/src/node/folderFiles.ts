import { fileURLToPath, pathToFileURL } from "node:url"
import { type Look, logIn, logsAmong } from "../documents/logFiles.ts"
import type { Files } from "../protocol/host.ts"
import { bytesOf } from "./bytesOf.ts"
import { type FoundFile, filesBelow, rootsOf } from "./filesBelow.ts"

/** The logs of a workspace's folders, read by the server itself with the limits that a client keeps to. */
export function folderFiles(): Files {
  return {
    addressOf,
    logsIn: (folders) => {
      /** The addresses of what belongs to the folders, as they were last read. */
      const known = new Set<string>()
      return async (wanted, take) => {
        const { only } = wanted
        for (const uri of known)
          if (!only || only.some((one) => uri === one || uri.startsWith(`${one}/`))) known.delete(uri)
        const limits = { ...wanted, limit: Math.max(0, wanted.limit - known.size) }
        const roots = await rootsOf(folders().flatMap((uri) => pathOf(uri) ?? []))
        const { files, isCut } = await filesBelow(
          roots,
          wanted,
          only?.flatMap((uri) => pathOf(uri) ?? []),
        )
        const unread: string[] = [...(only ?? [])]
        let isStopped = isCut
        for await (const { logs, others, large, stopped } of logsAmong(files, look, limits)) {
          for (const { file } of logs) known.add(file.address)
          for (const { address } of large) known.add(address)
          unread.push(...others.map(({ address }) => address))
          isStopped ||= stopped !== undefined
          await take(logs.map(({ file, text }) => ({ uri: file.address, text })))
        }
        return { uris: [...known], unread: unread.filter((uri) => !known.has(uri)), isCut: isStopped }
      }
    },
  }
}

async function look(file: FoundFile, largest: number): Promise<Look> {
  const { size, bytes } = await bytesOf(file.path, largest)
  const text = bytes && logIn(file, bytes)
  return { size, ...(text !== undefined && { text }) }
}

/** Editors write one file in several ways: with `%20`, `%28` or `(`, `c:` or `C%3A`. */
function addressOf(uri: string): string {
  const path = pathOf(uri)
  return path === undefined ? uri : pathToFileURL(path).href
}

/** The path of a file's address; none for any other, which the platform says by throwing. */
function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri)
  } catch {
    return undefined
  }
}
