import { styleText } from "node:util"

/** How a terminal shows words in bold; without color, as they are. */
export function bold(color: boolean): (text: string) => string {
  return (text) => (color ? styleText("bold", text) : text)
}

/** A stranger's text without characters that a terminal would obey. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, "?")
}
