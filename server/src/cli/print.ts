import { styleText } from "node:util"

/** Markdown as plain text for a terminal: emphasis goes (or becomes bold), links show their address. */
export function plainText(markdown: string, color: boolean): string {
  const bold = (text: string) => (color ? styleText("bold", text) : text)
  return markdown
    .replace(
      /\[((?:[^\]\\]|\\.)*)\]\((https:[^)\s]+)\)([^\n]*)/g,
      (_, title: string, url: string, rest: string) => `${title.replace(/\\(.)/g, "$1")}${rest}\n  ${url}`,
    )
    .replace(/\*\*([^*]+)\*\*/g, (_, text: string) => bold(text))
    .replace(/^_(.*)_$/gm, "$1")
    .replace(/`([^`]+)`/g, "$1")
    .replace(/ {2}$/gm, "")
}

export { printable } from "../core/text/printable.ts"
