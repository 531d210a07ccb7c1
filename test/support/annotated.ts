/** A mark drawn under a line: which characters of it, and the word behind the carets. */
export interface Mark {
  /** Offset of the first marked character in the text without marks. */
  readonly start: number
  readonly end: number
  readonly label: string
}

/** A text whose expectations were drawn into it. */
export interface Annotated {
  readonly text: string
  readonly marks: readonly Mark[]
}

const DRAWN = /^( *)(\^+) ([\w-]+)$/

/**
 * Takes the drawn expectations out of a text:
 * ```
 * AzureAdPrt : NO
 *              ^^ prt-missing
 * ```
 */
export function annotated(drawing: string): Annotated {
  const kept: string[] = []
  const marks: Mark[] = []
  let lineStart = 0
  let length = 0
  for (const line of drawing.replace(/^\n/, "").split("\n")) {
    const drawn = DRAWN.exec(line)
    if (drawn) {
      const [, indent = "", carets = "", label = ""] = drawn
      marks.push({ start: lineStart + indent.length, end: lineStart + indent.length + carets.length, label })
    } else {
      lineStart = length
      kept.push(line)
      length += line.length + 1
    }
  }
  return { text: kept.join("\n"), marks }
}

/** Draws marks into a text, the way `annotated` reads them; marks that run over a line end stop there. */
export function drawn(text: string, marks: readonly Mark[]): string {
  const lines: string[] = []
  let start = 0
  for (const line of text.split("\n")) {
    lines.push(line)
    const end = start + line.length
    for (const mark of marks) {
      if (mark.start < start || mark.start > end) continue
      const width = Math.max(1, Math.min(mark.end, end) - mark.start)
      lines.push(`${" ".repeat(mark.start - start)}${"^".repeat(width)} ${mark.label}`)
    }
    start = end + 1
  }
  return lines.join("\n")
}
