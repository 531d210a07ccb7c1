import type { Range, SemanticTokens, SemanticTokensDelta, SemanticTokensLegend } from "vscode-languageserver"
import { type Meaning, meantSpans } from "../core/diagnosis/meaning.ts"
import { textAt } from "../core/text/span.ts"
import type { Chunk, Reading } from "../documents/chunk.ts"
import { LogDocument } from "../documents/logDocument.ts"
import { severityOf } from "./failures.ts"
import type { Settings } from "./settings.ts"

/** The token types by their place in this list, which is how the protocol sends them. */
const TYPES: readonly Meaning[] = ["healthy", "failing", "notApplicable", "consequence", "identifier"]

/** What the server announces: types without modifiers. */
export const legend: SemanticTokensLegend = { tokenTypes: [...TYPES], tokenModifiers: [] }

/** Tokens that were told, from which the next ones can be told as a difference. */
export interface ToldTokens {
  readonly resultId: string
  readonly pieces: readonly Piece[]
}

/** The tokens of one chunk behind those of another. */
interface Piece {
  readonly tokens: ChunkTokens
  /** Lines from the last token before to the first of this chunk. */
  readonly gap: number
}

/** The tokens of a chunk by its own lines. */
interface ChunkTokens {
  /** As the protocol sends them, five numbers a token, each told by its distance from the one before. */
  readonly data: readonly number[]
  readonly lastLine: number
}

/** The numbers of one token. */
const WIDTH = 5

/** The tokens of a document, by a name that no other text or setting has. */
export function toldTokens({ chunks }: LogDocument, settings: Settings, resultId: string): ToldTokens {
  const pieces: Piece[] = []
  let line = 0
  for (const { chunk, firstLine } of chunks) {
    const tokens = chunk.once(tokensIn, settings)
    const [first] = tokens.data
    if (first === undefined) continue
    pieces.push({ tokens, gap: firstLine + first - line })
    line = firstLine + tokens.lastLine
  }
  return { resultId, pieces }
}

/** The tokens of a text that is no document, with the types that their numbers mean. */
export interface TextTokens {
  readonly types: readonly string[]
  readonly data: readonly number[]
}

/** What a text means that was made of logs, to show it in their colors. */
export function textTokens(text: string, settings: Settings, reading?: Reading): TextTokens {
  const { data } = semanticTokens(toldTokens(new LogDocument("", 0, text, reading), settings, ""))
  return { types: TYPES, data }
}

/** All tokens of a document. */
export function semanticTokens({ resultId, pieces }: ToldTokens): SemanticTokens {
  return { resultId, data: joined(pieces) }
}

/** What changed since the tokens that a client has; all where that is not known. */
export function semanticTokensDelta(
  told: ToldTokens,
  before: ToldTokens | undefined,
  previousResultId: string,
): SemanticTokensDelta | SemanticTokens {
  if (before?.resultId !== previousResultId) return semanticTokens(told)
  return { resultId: told.resultId, edits: edits(before.pieces, told.pieces) }
}

/** The tokens on the lines of a range; a part is no base for a later difference. */
export function semanticTokensIn(document: LogDocument, range: Range, settings: Settings): SemanticTokens {
  const data: number[] = []
  let last = 0
  for (const { chunk, firstLine } of document.chunksOf(range)) {
    const tokens = chunk.once(tokensIn, settings).data
    let [line, character] = [firstLine, 0]
    for (let at = 0; at < tokens.length; at += WIDTH) {
      const [down = 0, right = 0, length = 0, type = 0] = tokens.slice(at, at + WIDTH)
      line += down
      character = down > 0 ? right : character + right
      if (line < range.start.line || line > range.end.line) continue
      data.push(line - last, line > last || data.length === 0 ? character : right, length, type, 0)
      last = line
    }
  }
  return { data }
}

/** A token stands on one line, so what a server wrote over several becomes several. */
function tokensIn(chunk: Chunk, settings: Settings): ChunkTokens {
  const { diagnosis, text, lines } = chunk
  const data: number[] = []
  let lastLine = 0
  let lastCharacter = 0
  for (const { span, meaning } of meantSpans(diagnosis, (finding) => severityOf(finding, settings))) {
    for (const { index, 0: piece } of textAt(text, span).matchAll(PIECE)) {
      const start = span.start + index
      const { line, character } = lines.positionAt(start)
      const right = line > lastLine ? character : character - lastCharacter
      data.push(line - lastLine, right, lines.widthOf(start, start + piece.length), TYPES.indexOf(meaning), 0)
      lastLine = line
      lastCharacter = character
    }
  }
  // A list that grew has room left over.
  return { data: data.slice(), lastLine }
}

/** What stands on one line, without the blanks around it. */
const PIECE = /\S(?:[^\r\n]*\S)?/g

function joined(pieces: readonly Piece[]): number[] {
  const data: number[] = []
  for (const { tokens, gap } of pieces) {
    const first = data.length
    for (const number of tokens.data) data.push(number)
    data[first] = gap
  }
  return data
}

/** The one edit that makes the tokens after of those before; what lies in chunks that stayed is not looked at. */
function edits(before: readonly Piece[], after: readonly Piece[]): SemanticTokensDelta["edits"] {
  const head = commonHead(before, after, isSame)
  const tail = commonTail(before, after, head, isSame)
  const old = joined(before.slice(head, before.length - tail))
  const put = joined(after.slice(head, after.length - tail))
  const same = commonHead(old, put, Object.is)
  const end = commonTail(old, put, same, Object.is)
  const deleteCount = old.length - same - end
  const data = put.slice(same, put.length - end)
  if (deleteCount === 0 && data.length === 0) return []
  const above = after.slice(0, head).reduce((sum, { tokens }) => sum + tokens.data.length, 0)
  return [{ start: above + same, deleteCount, ...(data.length > 0 && { data }) }]
}

function isSame(one: Piece, other: Piece): boolean {
  return one.tokens === other.tokens && one.gap === other.gap
}

type Same<Item> = (one: Item, other: Item) => boolean

function commonHead<Item>(before: readonly Item[], after: readonly Item[], same: Same<Item>): number {
  const most = Math.min(before.length, after.length)
  let count = 0
  while (count < most && same(before[count] as Item, after[count] as Item)) count++
  return count
}

function commonTail<Item>(before: readonly Item[], after: readonly Item[], head: number, same: Same<Item>): number {
  const most = Math.min(before.length, after.length) - head
  let count = 0
  while (count < most && same(before.at(-1 - count) as Item, after.at(-1 - count) as Item)) count++
  return count
}
