import { styleText } from "node:util"
import { placed } from "../core/report/formats/placed.ts"
import type { CapturePiece, CaptureReport, Piece, Told } from "../core/report/formats/told.ts"
import { printable } from "../core/text/printable.ts"

/** How text is printed. */
export interface TextOptions {
  readonly color: boolean
}

/** Each capture as its verdict, its findings by place, and what to do. */
export async function* printText(pieces: AsyncIterable<Piece>, options: TextOptions): AsyncIterable<string> {
  for await (const { piece, line } of placed(pieces)) {
    const name = printable(piece.file)
    yield printed(piece, line === undefined ? name : `${name}:${line}`, options)
  }
}

function printed({ file, report, steps, isFault }: CapturePiece<Told>, place: string, { color }: TextOptions): string {
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
