import { type Look, logIn, logsAmong } from "../documents/logFiles.ts"
import type { LogsSource } from "../protocol/logsSource.ts"
import { pathOf } from "./address.ts"
import { bytesOf } from "./bytesOf.ts"
import { type FoundFile, filesBelow, rootsOf } from "./filesBelow.ts"

/** The logs below folders, read with the limits that a client keeps to that hands them over. */
export function logsBelow(folders: () => readonly string[]): LogsSource {
  /** The addresses of what belongs to the folders, as they were last read. */
  const known = new Set<string>()
  return async (wanted, take) => {
    const { only } = wanted
    for (const uri of known) if (!only || only.some((one) => isIn(uri, one))) known.delete(uri)
    const limits = { ...wanted, limit: Math.max(0, wanted.limit - known.size) }
    const roots = await rootsOf(folders().flatMap((uri) => pathOf(uri) ?? []))
    const found = await filesBelow(
      roots,
      wanted,
      only?.flatMap((uri) => pathOf(uri) ?? []),
    )
    const unread: string[] = [...(only ?? [])]
    let { isCut } = found
    for await (const { logs, others, large, stopped } of logsAmong(found.files, look, limits)) {
      for (const { address } of [...logs.map(({ file }) => file), ...large]) known.add(address)
      unread.push(...others.map(({ address }) => address))
      isCut ||= stopped !== undefined
      await take(logs.map(({ file, text }) => ({ uri: file.address, text })))
    }
    return { uris: [...known], unread: unread.filter((uri) => !known.has(uri)), isCut }
  }
}

/** Whether a file is at an address or in the folder that is there. */
function isIn(uri: string, address: string): boolean {
  return uri === address || uri.startsWith(`${address}/`)
}

async function look(file: FoundFile, largest: number): Promise<Look> {
  const { size, bytes } = await bytesOf(file.path, largest)
  const text = bytes && logIn(file, bytes)
  return { size, ...(text !== undefined && { text }) }
}
