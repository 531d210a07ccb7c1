import { htmlFoot, htmlHead, htmlReport, SAVED_POLICY } from "../core/report/html.ts"
import { placed } from "./placed.ts"
import type { Piece, ToldWhole } from "./report.ts"

/** One page with a report of each capture, which needs nothing but itself. */
export async function* printHtml(pieces: AsyncIterable<Piece<ToldWhole>>): AsyncIterable<string> {
  yield htmlHead({ title: "dsreg report", policy: SAVED_POLICY })
  let count = 0
  for await (const { piece, line } of placed(pieces)) {
    const subject = { file: piece.file, ...(line !== undefined && { line }) }
    yield htmlReport(piece.whole, subject, `report-${++count}`)
  }
  yield htmlFoot({})
}
