import { recognition } from "../core/log/recognize.ts"
import { fileText } from "../core/text/fileText.ts"

/** What is read of a folder: so many logs, so large a file, so many bytes in all. */
export interface Limits {
  readonly limit: number
  readonly largest: number
  readonly total: number
}

/** A file that was looked at: its size in bytes, 0 where it is gone, and its text where it holds a log. */
export interface Look {
  readonly size: number
  readonly text?: string
}

/** Some files that were looked at together, by what they are. */
export interface Batch<File> {
  readonly logs: readonly { readonly file: File; readonly text: string }[]
  /** No logs, or gone. */
  readonly others: readonly File[]
  /** Called like a log, and too large to be read. */
  readonly large: readonly File[]
  readonly looked: number
  /** The limit that left out what is behind these: as many logs as may be read, or as many bytes. */
  readonly stopped?: "limit" | "total"
}

/** What may stand between two files of one folder. */
interface Named {
  readonly path: string
}

/** Files of other names are looked at up to this size, in bytes: a program that writes its log again and again has more. */
export const LARGEST_OTHER = 2_000_000

/** So many bytes are read in vain, of files that turn out to be no logs. */
export const TOTAL_OTHER = 100_000_000

/** So many files of a folder are looked at. */
export const MOST_FILES = 10_000

/** Files read at a time. */
const AT_ONCE = 20

/** Whether a file is called like a log, as the manifest has it: `*.dsreg`, `*dsregcmd*.txt`, `*dsreg*status*.txt`. */
export function isNamed({ path }: Named): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase()
  if (name.endsWith(".dsreg")) return true
  if (!/\.(?:txt|log)$/.test(name)) return false
  const at = name.indexOf("dsreg")
  return name.includes("dsregcmd") || (at >= 0 && name.endsWith(".txt") && name.includes("status", at))
}

/** The text of a file that is a log; other programs write texts too, under all other names. */
export function logIn({ path }: Named, bytes: Uint8Array): string | undefined {
  const text = fileText(bytes)
  return path.toLowerCase().endsWith(".dsreg") || recognition(text) !== "no" ? text : undefined
}

/** The largest size at which a file is read. */
function largestOf(file: Named, { largest }: Limits): number {
  return isNamed(file) ? largest : Math.min(largest, LARGEST_OTHER)
}

/** Looks at files in their order, those first that are called like a log, until a limit is reached or nobody takes more. */
export async function* logsAmong<File extends Named>(
  files: readonly File[],
  look: (file: File, largest: number) => Promise<Look>,
  limits: Limits,
): AsyncIterable<Batch<File>> {
  const ordered = [...files.filter(isNamed), ...files.filter((file) => !isNamed(file))]
  let { limit, total } = limits
  let other = TOTAL_OTHER
  for (let at = 0; at < ordered.length && limit > 0; at += AT_ONCE) {
    const batch = ordered.slice(at, at + AT_ONCE)
    const looks = await Promise.all(
      batch.map(async (file) => ({ file, ...(await look(file, largestOf(file, limits))) })),
    )
    const found = looks.flatMap(({ file, size, text }) => (text === undefined ? [] : [{ file, size, text }]))
    const logs = found.slice(0, limit)
    const vain = looks.filter(({ text }) => text === undefined)
    const large = vain.filter(({ file, size }) => isNamed(file) && size > largestOf(file, limits))
    const read = vain.filter(({ file, size }) => size <= largestOf(file, limits))
    limit -= logs.length
    total -= sum(logs)
    other -= sum(read)
    const isCut = found.length > logs.length || at + AT_ONCE < ordered.length
    const stopped = !isCut ? undefined : limit === 0 ? "limit" : total <= 0 || other <= 0 ? "total" : undefined
    yield {
      logs,
      others: vain.map(({ file }) => file),
      large: large.map(({ file }) => file),
      looked: batch.length,
      ...(stopped && { stopped }),
    }
    if (stopped) return
  }
}

function sum(sizes: readonly { readonly size: number }[]): number {
  return sizes.reduce((all, { size }) => all + size, 0)
}
