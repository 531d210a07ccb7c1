import { glossary } from "../knowledge/glossary.ts"

/** The abbreviations of our sentences that not every reader of a report knows. */
const WORDS: Readonly<Record<string, string>> = Object.fromEntries(
  glossary.flatMap(({ word, standsFor }) => (standsFor ? [[word, standsFor]] : [])),
)

const ABBREVIATION = new RegExp(String.raw`(\(?)\b(${Object.keys(WORDS).join("|")})\b(\)?)`, "g")

/** Markup of HTML with what stands in its code. */
const IN_HTML = /(<code\b[\s\S]*?<\/code>|<[^>]*>)/

/** Code and the addresses of links in Markdown. */
const IN_MARKDOWN = /((?<!`)(`+)(?!`)[\s\S]*?(?<!`)\2(?!`)|\]\([^)]*\))/

/** A report in HTML whose abbreviations are spelled out where they stand first. */
export function spelledOutInHtml(html: string): string {
  const spell = speller()
  return html
    .split(IN_HTML)
    .map((piece, index) => (index % 2 === 0 ? spell(piece) : piece))
    .join("")
}

/** The same in Markdown. */
export function spelledOutInMarkdown(markdown: string): string {
  const spell = speller()
  return markdown
    .split(IN_MARKDOWN)
    .map((piece = "", index) => (index % 3 === 0 ? spell(piece) : index % 3 === 1 ? piece : ""))
    .join("")
}

/** Spells out in one text after the other; behind the words themselves nothing is left to say. */
function speller(): (text: string) => string {
  const told = new Set<string>()
  return (text) =>
    text.replace(ABBREVIATION, (all, open: string, word: string, close: string, at: number) => {
      const words = WORDS[word] ?? ""
      if (told.has(word)) return all
      told.add(word)
      if (!open || !close) return `${open}${word} (${words})${close}`
      return text.slice(0, at).trimEnd().toLowerCase().endsWith(words.toLowerCase()) ? all : `(${word}, ${words})`
    })
}
