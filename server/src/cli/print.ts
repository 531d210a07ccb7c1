import { styleText } from "node:util"

/** How a terminal shows words in bold; without color, as they are. */
export function bold(color: boolean): (text: string) => string {
  return (text) => (color ? styleText("bold", text) : text)
}

export { printable } from "../core/text/printable.ts"
