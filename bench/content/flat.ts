/**
 * The same text in one piece of memory, one byte a character. A text that was joined or sliced is kept as a reference
 * to its parts, and the yardstick would measure that.
 */
export function flat(text: string): string {
  return Buffer.from(text, "latin1").toString("latin1")
}
