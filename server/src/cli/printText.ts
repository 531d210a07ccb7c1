import { styleText } from "node:util"
import { printable } from "../core/text/printable.ts"
import type { CaptureReport, Piece } from "./report.ts"

/** How text is printed. */
export interface TextOptions {
  readonly color: boolean
}

type CapturePiece = Extract<Piece, { readonly kind: "capture" }>

/**
 * Each capture as its verdict, its findings by place, and what to do. The first capture of a file waits for the second
 * one or the end, because only among several it is named by its line.
 */
export async function* printText(pieces: AsyncIterable<Piece>, options: TextOptions): AsyncIterable<string> {
  let first: CapturePiece | undefined
  let count = 0
  for await (const piece of pieces) {
    if (piece.kind === "end") {
      if (first) yield printed(first, printable(first.file), options)
      first = undefined
      count = 0
    } else if (count++ === 0) {
      first = piece
    } else {
      if (first) yield printed(first, placeOf(first), options)
      first = undefined
      yield printed(piece, placeOf(piece), options)
    }
  }
}

function placeOf({ file, report }: CapturePiece): string {
  return `${printable(file)}:${report.line}`
}

function printed({ file, report, steps, isFault }: CapturePiece, place: string, { color }: TextOptions): string {
  const style = (as: Parameters<typeof styleText>[0], text: string) => (color ? styleText(as, text) : text)
  const name = printable(file)
  const lines = [
    style("bold", `${place}: ${report.verdict}`),
    ...report.findings.map(({ line, column, severity, message, code }) => {
      const [word, as] = SEVERITIES[severity]
      return `${name}:${line}:${column} ${style(as, word)} ${message}${code ? ` [${code}]` : ""}`
    }),
    ...(steps.length > 0 ? [isFault ? "  What to do:" : "  To see more:"] : []),
    ...steps.map((step, index) => `  ${index + 1}. ${step}`),
  ]
  return `${lines.join("\n")}\n`
}

const SEVERITIES: Readonly<
  Record<CaptureReport["findings"][number]["severity"], readonly [string, "red" | "yellow" | "cyan"]>
> = {
  error: ["error", "red"],
  warning: ["warning", "yellow"],
  info: ["information", "cyan"],
}
