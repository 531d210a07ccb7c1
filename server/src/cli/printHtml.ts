import { htmlFoot, htmlHead, htmlReport, SAVED } from "../core/report/html.ts"
import { placed } from "./placed.ts"
import type { Piece, ToldWhole } from "./report.ts"

/** One page with a report of each capture, which needs nothing but itself. */
export async function* printHtml(pieces: AsyncIterable<Piece<ToldWhole>>): AsyncIterable<string> {
  yield htmlHead(SAVED)
  let count = 0
  for await (const { piece, line } of placed(pieces)) {
    const subject = { file: piece.file, ...(line !== undefined && { line }) }
    yield htmlReport(piece.whole, subject, `report-${++count}`)
  }
  yield htmlFoot(SAVED)
}
