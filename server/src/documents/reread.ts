import { type Chunk, chunksIn, type Reading } from "./chunk.ts"

/** What comes in the place of the chunks from `from` to `to`. */
export interface Reread {
  readonly from: number
  readonly to: number
  readonly chunks: readonly Chunk[]
}

/**
 * Reads what an edit may have changed, where `text` comes in the place of the chunks from `first` to `behind`.
 *
 * It is read from the chunk above on: the line that makes a capture begin can be some lines into it, below the rule or
 * the banner that it begins with, so an edit in a chunk can take away or move its start, and that is the end of the
 * one above. The start of the one above stands, as long as the line that tells it is in there, before the edit. It is,
 * unless HTML joined that line of several, of which a later one begins a capture as well: `----`, and below it
 * `Device State<br>Device State`. Then it is the first line of the next chunk, and one chunk more is read.
 *
 * It is read until a cut falls on the start of a chunk that lies wholly behind the edit. The reader carries nothing
 * from one capture into the next, so from there on it would give the same chunks again.
 *
 * The text behind the edit is taken in by portions of whole chunks, each twice as large as the one before, so that all
 * of it takes no more than what has to be read. Where a portion ends is no end of a capture, so the last capture of a
 * portion is read again with the next one. A portion ends with a whole line, as chunks do, and never between `\r` and
 * `\n`.
 */
export function reread(old: readonly Chunk[], first: number, behind: number, text: string, reading?: Reading): Reread {
  const from = Math.max(0, first - (beginsWithJoinedLine(old[first]) ? 2 : 1))
  /** Where the chunks behind the edit begin, counted from the start of chunk `from`. */
  const starts = new Map<number, number>()
  const fresh: Chunk[] = []
  const above = old.slice(from, first).map((chunk) => chunk.text)
  let portion = above.join("") + text
  let start = 0
  let end = portion.length
  let taken = behind
  for (let wanted = 1; ; wanted = 2 * Math.max(wanted, portion.length)) {
    for (const enough = end + wanted; end < enough; taken++) {
      const below = old[taken]?.text
      if (below === undefined) break
      starts.set(end, taken)
      portion += below
      end += below.length
    }
    const isAll = taken === old.length
    for (const chunk of chunksIn(portion, reading)) {
      const cut = start + chunk.text.length
      if (cut === end && !isAll) break
      fresh.push(known(old[from + fresh.length], chunk))
      start = cut
      const to = cut < end ? starts.get(cut) : undefined
      if (to !== undefined) return { from, to, chunks: fresh }
    }
    if (isAll) return { from, to: old.length, chunks: fresh }
    portion = portion.slice(portion.length - (end - start))
  }
}

function beginsWithJoinedLine(chunk: Chunk | undefined): boolean {
  return chunk !== undefined && /^[^\r\n]*<br/i.test(chunk.text)
}

/** The chunk as it was before, with everything it remembers, where its text did not change. */
function known(before: Chunk | undefined, chunk: Chunk): Chunk {
  return before?.text === chunk.text && before.isUnread === chunk.isUnread ? before : chunk
}
