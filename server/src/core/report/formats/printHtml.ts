import type { Say } from "../../explain/say.ts"
import { htmlReport } from "../html.ts"
import { htmlFoot, htmlHead, SAVED } from "../htmlPage.ts"
import { placed } from "./placed.ts"
import type { Piece, ToldWhole } from "./told.ts"

/** One page with a report of each capture, which needs nothing but itself. */
export async function* printHtml(pieces: AsyncIterable<Piece<ToldWhole>>, say: Say): AsyncIterable<string> {
  yield htmlHead(SAVED, say)
  let count = 0
  for await (const { piece, line } of placed(pieces)) {
    const subject = { file: piece.file, ...(line !== undefined && { line }) }
    yield htmlReport(piece.whole, subject, { id: `report-${++count}`, say })
  }
  yield htmlFoot(SAVED, say)
}
