import { styleText } from "node:util"
import { placed } from "../core/report/formats/placed.ts"
import type { Piece } from "../core/report/formats/told.ts"
import { type Style, textReport } from "../core/report/text.ts"

/** How text is printed. */
export interface TextOptions {
  readonly color: boolean
}

/** Each capture as its verdict, its findings by place, and what to do. */
export async function* printText(pieces: AsyncIterable<Piece>, { color }: TextOptions): AsyncIterable<string> {
  const style: Style | undefined = color ? styleText : undefined
  for await (const { piece, line } of placed(pieces)) {
    const { file, report, steps } = piece
    yield textReport(report, steps, { file, ...(line !== undefined && { line }) }, style)
  }
}
