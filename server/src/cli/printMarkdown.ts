import { markdownReport } from "../core/report/markdown.ts"
import { placed } from "./placed.ts"
import type { Piece, ToldWhole } from "./report.ts"

/** A report of each capture for a ticket, with a line between two of them. */
export async function* printMarkdown(pieces: AsyncIterable<Piece<ToldWhole>>): AsyncIterable<string> {
  let between = ""
  for await (const { piece, line } of placed(pieces)) {
    yield between + markdownReport(piece.whole, { file: piece.file, ...(line !== undefined && { line }) })
    between = "\n---\n\n"
  }
}
