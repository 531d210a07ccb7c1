/**
 * A text as it was before a narrow window cut its lines, in which names stand whole, with the way back to the offsets of
 * the text itself. Only a text whose boxes are cut is another one than before.
 */
export interface Flat {
  readonly text: string
  /** The offset in the text itself of each character, and of the end. */
  readonly offsets: Uint32Array | undefined
}

/** The edge of a box that ends in no corner, and its rest on the next line. */
const CUT_EDGE = /^([ \t>]*\+-{20,200})\r?\n[ \t>]*-{1,200}\+[ \t]*$/m

/** Joins the lines that were cut at the column at which the boxes were. */
export function flattened(text: string): Flat {
  const column = CUT_EDGE.exec(text)?.[1]?.length
  if (column === undefined) return { text, offsets: undefined }
  const offsets = new Uint32Array(text.length + 1)
  let flat = ""
  const keep = (start: number, end: number) => {
    for (let at = start; at < end; at++) offsets[flat.length + at - start] = at
    flat += text.slice(start, end)
  }
  let lineStart = 0
  for (const { 0: lineEnd, index } of text.matchAll(/\r?\n[ \t>]*/g)) {
    const isCut =
      index - lineStart >= column && /^\r?\n(?:>[ \t>]*)?$/.test(lineEnd) && /\S/.test(text[index - 1] ?? "")
    const next = index + (lineEnd.startsWith("\r") ? 2 : 1)
    if (isCut && /[^\s+|]/.test(text[index + lineEnd.length] ?? " ")) keep(lineStart, index)
    else keep(lineStart, next)
    lineStart = isCut ? index + lineEnd.length : next
  }
  keep(lineStart, text.length)
  offsets[flat.length] = text.length
  return { text: flat, offsets: offsets.slice(0, flat.length + 1) }
}
