/**
 * A text without any of some characters at its end. An expression that ends in `+$` would begin anew at every such
 * character of every run of them.
 */
export function trimmedEnd(text: string, characters: string): string {
  let end = text.length
  while (end > 0 && characters.includes(text.charAt(end - 1))) end--
  return text.slice(0, end)
}
