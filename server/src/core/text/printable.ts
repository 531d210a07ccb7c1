/**
 * A stranger's text as one line without characters that a terminal or an editor would obey instead of showing them:
 * controls, line ends, marks of direction, halves of characters. Each becomes a question mark, a tab a blank.
 */
export function printable(text: string): string {
  return text.replaceAll("\t", " ").replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, "?")
}

/** The same for a text of several lines, which keeps its line ends. */
export function printableLines(text: string): string {
  return text
    .split(/\r\n|\n|\r/)
    .map(printable)
    .join("\n")
}
