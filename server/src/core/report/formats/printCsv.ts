import { csvRow } from "./csv.ts"
import type { Piece } from "./told.ts"

/** The columns, whose names stay. */
export const COLUMNS = [
  "file",
  "line",
  "joinType",
  "phase",
  "severity",
  "rule",
  "code",
  "failingLine",
  "verdict",
  "errors",
  "warnings",
  "information",
  "fault",
  "incomplete",
]

/** One row a log, and one for a file of which something could not be read. */
export async function* printCsv(pieces: AsyncIterable<Piece>): AsyncIterable<string> {
  yield csvRow(COLUMNS)
  for await (const piece of pieces) {
    if (piece.kind === "capture") {
      const { line, joinType, phase, verdict, root, findings } = piece.report
      const cause = root === null ? undefined : findings[root]
      const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length
      yield csvRow([
        piece.file,
        line,
        joinType,
        phase,
        cause?.severity,
        cause?.rule,
        cause?.code,
        cause?.line,
        verdict,
        count("error"),
        count("warning"),
        count("info"),
        "",
        "",
      ])
    } else if (piece.ending.fault !== undefined || piece.ending.incomplete !== undefined) {
      const empty = COLUMNS.slice(1, -2).map(() => "")
      yield csvRow([piece.file, ...empty, piece.ending.fault, piece.ending.incomplete])
    }
  }
}
