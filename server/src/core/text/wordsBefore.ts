/** Where a name begins that is the field's before a colon, not before an offset; undefined where none does. */
export type NameBefore = (text: string, from: number, colon: number) => number | undefined

/** What stands before a word, also where a line end was. */
const BETWEEN_WORDS = " ;,|"

/** The most words that a name has, and a few more. */
const MOST_WORDS = 5

/** Where the longest name begins that ends before a colon and not before an offset; undefined where none is. */
export function wordsBefore(
  text: string,
  from: number,
  colon: number,
  isName: (start: number, end: number) => boolean,
): number | undefined {
  let end = colon
  while (end > from && text.charAt(end - 1) === " ") end--
  let begin: number | undefined
  let word = end
  for (let words = 0; words < MOST_WORDS && word > from; words++) {
    while (word > from && !BETWEEN_WORDS.includes(text.charAt(word - 1))) word--
    if (isName(word, end)) begin = word
    word--
  }
  return begin
}
