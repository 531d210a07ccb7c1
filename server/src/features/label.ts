/**
 * A piece of a log as a name in a list, as plain as it looks: VS Code draws `$(check)` as a picture in the lists of
 * symbols, and control characters can turn a line around or hide a part of it.
 */
export function label(text: string): string {
  return PLAIN.test(text) ? text : plain(text)
}

/** What most texts are, so that nothing has to be looked for in them: words of plain letters, each behind one blank. */
const PLAIN = /^(?:(?:[!-#%-~]|\$(?!\())+(?: (?:[!-#%-~]|\$(?!\())+)*)?$/

function plain(text: string): string {
  return text
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, " ")
    .replaceAll("$(", "$ (")
    .trim()
}
