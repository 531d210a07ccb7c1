/** How somebody wants a file to be read: as a log, or left as the text that it is. */
export type Reading = "log" | "text"

/** A file's address and how it is to be read. */
export type Entry = readonly [uri: string, reading: Reading]

/** So many files are remembered; the one decided on longest ago is forgotten first. */
export const MOST = 300

/** How a file is to be read; undefined where nobody decided. */
export function readingOf(list: readonly Entry[], uri: string): Reading | undefined {
  return list.find(([known]) => known === uri)?.[1]
}

/** The list with one more decision; the same list where that is known already. */
export function remembered(list: readonly Entry[], uri: string, reading: Reading): readonly Entry[] {
  if (readingOf(list, uri) === reading) return list
  return [...list.filter(([known]) => known !== uri), [uri, reading] as const].slice(-MOST)
}

/** The list with a file under its new name. */
export function renamed(list: readonly Entry[], from: string, to: string): readonly Entry[] {
  const reading = readingOf(list, from)
  if (!reading) return list
  return remembered(
    list.filter(([known]) => known !== from),
    to,
    reading,
  )
}
