import type { Say } from "../../explain/say.ts"
import { markdownReport } from "../markdown.ts"
import { placed } from "./placed.ts"
import type { Piece, ToldWhole } from "./told.ts"

/** A report of each capture for a ticket, with a line between two of them. */
export async function* printMarkdown(pieces: AsyncIterable<Piece<ToldWhole>>, say: Say): AsyncIterable<string> {
  let between = ""
  for await (const { piece, line } of placed(pieces)) {
    yield between + markdownReport(piece.whole, { file: piece.file, ...(line !== undefined && { line }) }, say)
    between = "\n---\n\n"
  }
}
