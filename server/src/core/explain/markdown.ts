/** The longest piece of a log that a page quotes; the rest is in the log itself. */
const LONGEST = 300

/**
 * A piece of a stranger's text as inline code, in which nothing is markup: no link, no picture, no HTML. Line breaks
 * and control characters become blanks, and the fence is longer than any run of backticks inside.
 */
export function quoted(text: string): string {
  const flat = text.replace(/[\s\p{Cc}\p{Cf}]+/gu, " ").trim()
  if (flat === "") return "(empty)"
  const short = flat.length > LONGEST ? `${flat.slice(0, LONGEST)}…` : flat
  const longestRun = Math.max(0, ...[...short.matchAll(/`+/g)].map((run) => run[0].length))
  const fence = "`".repeat(longestRun + 1)
  return longestRun > 0 ? `${fence} ${short} ${fence}` : `${fence}${short}${fence}`
}

/** A numbered list. */
export function numbered(items: readonly string[]): string {
  return items.map((item, index) => `${index + 1}. ${item}`).join("\n")
}

/** A text as part of a link's address; a round bracket would end the link. */
export function inAddress(text: string): string {
  return encodeURIComponent(text).replace(/\(/g, "%28").replace(/\)/g, "%29")
}
