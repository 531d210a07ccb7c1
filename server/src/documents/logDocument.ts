import type { Position, Range, TextDocumentContentChangeEvent } from "vscode-languageserver"
import { type Chunk, chunksIn, type Reading } from "./chunk.ts"
import { compare } from "./compare.ts"
import { reread } from "./reread.ts"

/** A chunk and the line of the document it begins at, which an edit above can change. */
export interface PlacedChunk {
  readonly chunk: Chunk
  readonly firstLine: number
}

/** Rises with each text of any document, so that no two texts of a session have the same number. */
let revisions = 0

/**
 * An open document, kept as one chunk a capture. Chunks begin at line starts, so a position in the document is a
 * position in one chunk plus that chunk's first line.
 */
export class LogDocument {
  readonly #reading: Reading | undefined
  #chunks: readonly Chunk[]
  #placed: PlacedChunk[] = []
  #revision = ++revisions

  constructor(
    readonly uri: string,
    public version: number,
    text: string,
    reading?: Reading,
  ) {
    this.#reading = reading
    this.#chunks = Array.from(chunksIn(text, reading))
    this.#place(0)
    compare(this.#chunks)
  }

  get chunks(): readonly PlacedChunk[] {
    return this.#placed
  }

  get text(): string {
    return this.#chunks.map((chunk) => chunk.text).join("")
  }

  /** Names the text as it is now: no other text of this document or of another one ever has the same number. */
  get revision(): number {
    return this.#revision
  }

  /** The chunk that holds a line; lines behind the end belong to the last chunk. */
  chunkAt(line: number): PlacedChunk {
    return this.#placed[this.#indexAt(line)] as PlacedChunk
  }

  /** The chunks that hold the lines of a range. */
  chunksOf({ start, end }: Range): readonly PlacedChunk[] {
    return this.#placed.slice(this.#indexAt(start.line), this.#indexAt(end.line) + 1)
  }

  /** Applies the changes of one notification in their order. */
  update(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    this.version = version
    this.#revision = ++revisions
    for (const change of changes) {
      if ("range" in change) this.#edit(change.range, change.text)
      else this.#replace(0, this.#chunks.length, change.text)
    }
    // All the text from a fault on is one chunk, and perhaps no fault is met any more.
    const last = this.#chunks.at(-1)
    if (last?.isUnread) this.#reread(this.#chunks.length - 1, this.#chunks.length, last.text)
    compare(this.#chunks)
  }

  #edit(range: Range, text: string): void {
    const [start, end] = isBehind(range.start, range.end) ? [range.end, range.start] : [range.start, range.end]
    const first = this.#indexAt(start.line)
    const last = this.#indexAt(end.line)
    const before = this.#textAt(first).slice(0, this.#offsetIn(first, start))
    const after = this.#textAt(last).slice(this.#offsetIn(last, end))
    this.#replace(first, last + 1, before + text + after)
  }

  /** Puts a text in the place of the chunks from `from` to `to`; those that are the same in it are left alone. */
  #replace(from: number, to: number, text: string): void {
    let [first, behind, start, end] = [from, to, 0, text.length]
    // The last chunk need not end with a line break, so what comes behind it can go on with its last line.
    while (first < Math.min(behind, this.#chunks.length - 1) && text.startsWith(this.#textAt(first), start)) {
      start += this.#textAt(first).length
      first++
    }
    while (first < behind && text.slice(start, end).endsWith(this.#textAt(behind - 1))) {
      end -= this.#textAt(behind - 1).length
      behind--
    }
    this.#reread(first, behind, text.slice(start, end))
  }

  #reread(first: number, behind: number, text: string): void {
    const { from, to, chunks } = reread(this.#chunks, first, behind, text, this.#reading)
    const below = this.#placed.slice(to)
    this.#chunks = this.#chunks.slice(0, from).concat(chunks, this.#chunks.slice(to))
    this.#placed = this.#placed.slice(0, from)
    this.#place(from, below)
  }

  /**
   * Gives the chunks from an index on their first lines; `below` are the last of them as they were placed before, and
   * are kept where they did not move.
   */
  #place(from: number, below: readonly PlacedChunk[] = []): void {
    const above = this.#placed.at(-1)
    let firstLine = above ? above.firstLine + above.chunk.lineBreaks : 0
    const kept = this.#chunks.length - below.length
    for (let index = from; index < this.#chunks.length; index++) {
      if (index === kept && below[0]?.firstLine === firstLine) {
        this.#placed = this.#placed.concat(below)
        return
      }
      const chunk = this.#chunks[index] as Chunk
      this.#placed.push({ chunk, firstLine })
      firstLine += chunk.lineBreaks
    }
  }

  #indexAt(line: number): number {
    let low = 0
    let high = this.#placed.length - 1
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if ((this.#placed[middle] as PlacedChunk).firstLine <= line) low = middle
      else high = middle - 1
    }
    return low
  }

  #textAt(index: number): string {
    return (this.#chunks[index] as Chunk).text
  }

  #offsetIn(index: number, { line, character }: Position): number {
    const { chunk, firstLine } = this.#placed[index] as PlacedChunk
    return chunk.lines.offsetAt({ line: line - firstLine, character })
  }
}

function isBehind(one: Position, other: Position): boolean {
  return one.line > other.line || (one.line === other.line && one.character > other.character)
}
