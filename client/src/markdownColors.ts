/**
 * What a fence shows in color, each with the class that highlight.js has for such things, for which the preview of
 * Markdown has styles in every theme. Colors follow the words alone; what they mean in a log only the server knows. So
 * no `YES` and no `NO` says that it is good or bad; words that say so in any log have a class of ours, with the colors
 * of `syntaxes/preview.css`.
 *
 * Every repetition either is bounded or can end in one way only, so that no text takes longer than its length.
 */
const COLORS: readonly (readonly [string, RegExp])[] = [
  // `+------+`
  ["hljs-comment", /^[ \t>]*[+|]?[-=_]{4,}[+|]?[ \t]*\r?$/],
  // `| Device State   |`
  ["hljs-keyword hljs-strong", /^[ \t>]*\|[^|\n]*(?:\|[ \t]*)?\r?$/],
  // `AD Configuration Test` before its colon
  ["hljs-name", /^[ \t>]*[A-Za-z][\w./()-]{0,60}(?:[ \t][\w/(-][\w./()-]{0,60}){0,6}(?=[ \t]{0,100}:(?:\s|$))/],
  ["dsreg-failing", /(?<=[:=][ \t]{1,4})(?:FAIL(?:ED)?|ERROR|INVALID)(?![\w-])/],
  ["dsreg-healthy", /(?<=[:=][ \t]{1,4})(?:PASS(?:ED)?|SUCCESS)(?=[ \t]{0,100}[\r\n([.]|$)/],
  ["dsreg-consequence", /(?<=[:=][ \t]{1,4})SKIPPED(?=[ \t]{0,100}[\r\n([.]|$)/],
  [
    "hljs-built_in",
    /(?<=[:=][ \t]{1,4})(?:YES|NO|UNKNOWN|PRESENT|ENABLED|DISABLED|NOT SET)(?=[ \t]{0,100}[\r\n([.]|$)/,
  ],
  ["hljs-number", /\b(?:0[xX][\dA-Fa-f]{1,8}|(?:AADSTS|MSIS)\d{3,8})\b/],
  ["hljs-number", /\b\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d(?:\.\d{1,7})?)? UTC\b/],
  // GUIDs and fingerprints
  ["hljs-variable", /\b(?:[\dA-Fa-f]{8}-(?:[\dA-Fa-f]{4}-){3}[\dA-Fa-f]{12}|[\dA-Fa-f]{40})\b/],
]

/** One group a color. */
const TOKEN = new RegExp(COLORS.map(([, { source }]) => `(${source})`).join("|"), "gm")

/** A log as HTML that shows it in color: the text, escaped, and `<span class="…">` around some of it, nothing else. */
export function coloredLog(text: string): string {
  const pieces: string[] = []
  let end = 0
  for (const match of text.matchAll(TOKEN)) {
    const [color] = COLORS[match.slice(1).findIndex((group) => group !== undefined)] ?? []
    pieces.push(escaped(text.slice(end, match.index)), `<span class="${color}">`, escaped(match[0]), "</span>")
    end = match.index + match[0].length
  }
  return pieces.join("") + escaped(text.slice(end))
}

/** A text as HTML that shows exactly it. */
export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? "")
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" }
