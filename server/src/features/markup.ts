import type { MarkupContent } from "vscode-languageserver"
import { MarkupKind } from "./lsp.ts"
import type { Reader } from "./reader.ts"

/** A text in Markdown as its reader can show it. */
export function markup(markdown: string, { isPlain }: Pick<Reader, "isPlain">): MarkupContent {
  return isPlain
    ? { kind: MarkupKind.PlainText, value: unmarkedText(markdown) }
    : { kind: MarkupKind.Markdown, value: markdown }
}

/** The same without marks. It knows the few that our own printers write: code, links, bold, aside, rules, escapes. */
function unmarkedText(markdown: string): string {
  return markdown
    .replaceAll("\n\n---\n\n", "\n\n")
    .replace(MARKS, (_, fence, padded, bare, escaped, title, address) => {
      if (fence !== undefined) return padded ?? bare
      if (escaped !== undefined) return escaped
      return title === undefined ? "" : `${unmarkedText(title)} (${address})`
    })
    .replace(/(?<! ) +$/gm, "")
}

const MARKS =
  /(?<fence>`+)(?: (.+?) |(.+?))\k<fence>(?!`)|\\([!-/:-@[-`{-~])|\[((?:\\.|[^\]\\])*)\]\(([^()\s]*)\)|\*\*|\*|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/gs
