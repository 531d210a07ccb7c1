/** The meanings of values, by the names under which the manifest gives them colors. */
export const MEANINGS: readonly string[] = ["healthy", "failing", "notApplicable", "consequence", "identifier"]

/** A piece of a line in one color. */
export interface ViewToken {
  readonly line: number
  readonly start: number
  readonly length: number
  readonly meaning: string
}

/** The numbers of one token, as VS Code has them; a line and a start are told by the distance from the token before. */
const WIDTH = 5

/** The tokens of a log, as VS Code gives them, on the lines of a view: `logLines` has the line of the log for each, if it is one. */
export function viewTokens(
  data: Uint32Array,
  names: readonly string[],
  logLines: readonly (number | undefined)[],
): readonly ViewToken[] {
  const byLine = new Map<number, ViewToken[]>()
  let line = 0
  let start = 0
  for (let at = 0; at + WIDTH <= data.length; at += WIDTH) {
    const [down = 0, right = 0, length = 0, type = 0] = data.subarray(at, at + WIDTH)
    line += down
    start = down > 0 ? right : start + right
    const meaning = names[type]
    if (meaning === undefined || !MEANINGS.includes(meaning)) continue
    const token = { line, start, length, meaning }
    const others = byLine.get(line)
    if (others) others.push(token)
    else byLine.set(line, [token])
  }
  return logLines.flatMap((logLine, index) =>
    (logLine === undefined ? [] : (byLine.get(logLine) ?? [])).map((token) => ({ ...token, line: index })),
  )
}
