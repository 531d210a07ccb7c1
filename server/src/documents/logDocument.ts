import type { Position, Range, TextDocumentContentChangeEvent } from "vscode-languageserver"
import { TextDocument } from "vscode-languageserver-textdocument"
import { type Diagnosis, diagnose } from "../core/diagnosis/diagnose.ts"
import type { Capture } from "../core/log/log.ts"
import { readLog } from "../core/log/readLog.ts"

/** One capture of an open document: its text with a small line table, and its reading once somebody asks. */
export class Chunk {
  readonly document: TextDocument
  #diagnosis: Diagnosis | undefined

  constructor(readonly capture: Capture) {
    this.document = TextDocument.create("", "dsreg", 0, capture.text)
  }

  get text(): string {
    return this.capture.text
  }

  get diagnosis(): Diagnosis {
    this.#diagnosis ??= diagnose(this.capture)
    return this.#diagnosis
  }

  /** Line breaks in the chunk, which is how far it moves the chunk below it. */
  get lineBreaks(): number {
    return this.document.lineCount - 1
  }
}

/** A chunk and the line of the document it begins at. */
export interface PlacedChunk {
  readonly chunk: Chunk
  readonly firstLine: number
}

/**
 * An open document, kept as one chunk a capture. Chunks begin at line starts, so a position in the document is a
 * position in one chunk plus that chunk's first line, and an edit re-reads only the chunks it touches and the one
 * above, whose end it may move.
 */
export class LogDocument {
  #chunks: Chunk[]
  #firstLines: number[] = []

  constructor(
    readonly uri: string,
    public version: number,
    text: string,
  ) {
    this.#chunks = readLog(text).map((capture) => new Chunk(capture))
    this.#number(0)
  }

  get chunks(): readonly PlacedChunk[] {
    return this.#chunks.map((chunk, index) => ({ chunk, firstLine: this.#firstLines[index] ?? 0 }))
  }

  get text(): string {
    return this.#chunks.map((chunk) => chunk.text).join("")
  }

  /** The chunk that holds a line; lines behind the end belong to the last chunk. */
  chunkAt(line: number): PlacedChunk {
    const index = this.#indexAt(line)
    return { chunk: this.#chunks[index] as Chunk, firstLine: this.#firstLines[index] ?? 0 }
  }

  /** Applies the changes of one notification in their order. */
  update(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    this.version = version
    for (const change of changes) {
      if ("range" in change) this.#edit(change.range, change.text)
      else this.#replace(0, this.#chunks.length, change.text)
    }
  }

  #edit(range: Range, text: string): void {
    const first = this.#indexAt(range.start.line)
    const last = this.#indexAt(range.end.line)
    const before = this.#textTo(first, range.start)
    const after = this.#textFrom(last, range.end)
    const from = Math.max(0, first - 1)
    const above = first > 0 ? (this.#chunks[from] as Chunk).text : ""
    this.#replace(from, last + 1, above + before + text + after)
  }

  /**
   * Puts the captures of `text` in the place of the chunks from `from` to `to`. Where the last of them would run on
   * into the chunk below, that one is taken in as well.
   */
  #replace(from: number, to: number, text: string): void {
    const below = this.#chunks[to]
    const pieces = readLog(below ? text + below.text : text)
    if (!below) {
      this.#splice(from, to, pieces)
    } else if (pieces.at(-1)?.text === below.text) {
      this.#splice(from, to, pieces.slice(0, -1))
    } else {
      this.#replace(from, to + 1, text + below.text)
    }
  }

  /** Chunks whose text did not change are kept with their reading. */
  #splice(from: number, to: number, pieces: readonly Capture[]): void {
    const old = this.#chunks.slice(from, to)
    const next = pieces.map((piece) => old.find((chunk) => chunk.text === piece.text) ?? new Chunk(piece))
    this.#chunks = [...this.#chunks.slice(0, from), ...next, ...this.#chunks.slice(to)]
    this.#number(from)
  }

  #number(from: number): void {
    let line = from > 0 ? (this.#firstLines[from - 1] ?? 0) + (this.#chunks[from - 1] as Chunk).lineBreaks : 0
    this.#firstLines.length = this.#chunks.length
    for (let index = from; index < this.#chunks.length; index++) {
      this.#firstLines[index] = line
      line += (this.#chunks[index] as Chunk).lineBreaks
    }
  }

  #indexAt(line: number): number {
    let low = 0
    let high = this.#firstLines.length - 1
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if ((this.#firstLines[middle] ?? 0) <= line) low = middle
      else high = middle - 1
    }
    return low
  }

  #textTo(index: number, position: Position): string {
    const { document } = this.#chunks[index] as Chunk
    return document.getText().slice(0, document.offsetAt(this.#local(index, position)))
  }

  #textFrom(index: number, position: Position): string {
    const { document } = this.#chunks[index] as Chunk
    return document.getText().slice(document.offsetAt(this.#local(index, position)))
  }

  #local(index: number, position: Position): Position {
    return { line: position.line - (this.#firstLines[index] ?? 0), character: position.character }
  }
}
