import { trimmedEnd } from "../core/text/trimmedEnd.ts"

/** As many whole words of a sentence as fit, without what stands between them and the rest. */
export function wholeWords(sentence: string, length: number): string {
  const start = sentence.slice(0, length)
  const last = start.search(/\s\S*$/)
  return last < 0 ? start : trimmedEnd(start.slice(0, last), " ,;:")
}
