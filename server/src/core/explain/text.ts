/**
 * Our texts are plain, but for two marks that each printer shows in its own way: backticks around code, as CommonMark
 * has them, and stars around the name of something on a screen: "Run `dsregcmd /status`", "the activity *Delete device*".
 * An address is code without a mark, so that no reader of Markdown makes a link of it.
 */
export interface Run {
  readonly kind: "plain" | "code" | "name"
  readonly text: string
}

/** A code span, whose fence is as long on both sides; a name between stars; an address up to its last letter, or one of mail. */
const MARK =
  /(?<!`)(`+)(?!`)([\s\S]*?[^`])\1(?!`)|\*([^\s*](?:[^*\n]*[^\s*])?)\*|\b(?:https?:\/\/|www\.)[^\s`*<>"()]*[\w/]|\b[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/g

/** A text in pieces, each of one kind. What is no whole mark is plain. */
export function runsOf(text: string): readonly Run[] {
  const runs: Run[] = []
  let end = 0
  for (const { 0: mark, 2: code, 3: name, index } of text.matchAll(MARK)) {
    if (index > end) runs.push({ kind: "plain", text: text.slice(end, index) })
    runs.push(name === undefined ? { kind: "code", text: unpadded(code ?? mark) } : { kind: "name", text: name })
    end = index + mark.length
  }
  if (end < text.length) runs.push({ kind: "plain", text: text.slice(end) })
  return runs
}

/** A text without its marks. */
export function unmarked(text: string): string {
  return runsOf(text)
    .map((run) => run.text)
    .join("")
}

/** The longest piece of a log that a text quotes; the rest is in the log itself. */
const LONGEST = 300

/**
 * A piece of a stranger's text as code, in which nothing is a mark: no link, no picture, no HTML. Line breaks and
 * control characters become blanks, and the fence is longer than any run of backticks inside.
 */
export function quoted(text: string): string {
  const flat = text.replace(/[\s\p{Cc}\p{Cf}]+/gu, " ").trim()
  if (flat === "") return "(empty)"
  const short = flat.length > LONGEST ? `${flat.slice(0, LONGEST)}…` : flat
  const longestRun = Math.max(0, ...[...short.matchAll(/`+/g)].map((run) => run[0].length))
  const fence = "`".repeat(longestRun + 1)
  return longestRun > 0 ? `${fence} ${short} ${fence}` : `${fence}${short}${fence}`
}

/** The blank that parts a fence from a backtick is no part of the code. */
function unpadded(code: string): string {
  return code.includes("`") && /^ [\s\S]* $/.test(code) ? code.slice(1, -1) : code
}
