/** What a text repeats, and what stands before and behind it: plain data, so that a worse one can be kept as a file. */
export interface Repeated {
  readonly before: string
  readonly piece: string
  readonly behind: string
}

/** A text of about so many characters, in one piece of memory: one that was joined is worked on slower. */
export function repeated({ before, piece, behind }: Repeated, length: number): string {
  const text = before + piece.repeat(Math.max(1, Math.ceil(length / Math.max(1, piece.length)))) + behind
  return Buffer.from(text, "utf16le").toString("utf16le")
}
