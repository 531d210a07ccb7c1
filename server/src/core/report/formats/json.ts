/** A value as JSON at so many blanks. What a terminal would obey is escaped, so that it reads as what it is. */
export function json(value: unknown, indent: number): string {
  return obeyedByNone(JSON.stringify(value, undefined, 2).replaceAll("\n", `\n${" ".repeat(indent)}`))
}

/** A value as JSON on one line. */
export function jsonLine(value: unknown): string {
  return `${obeyedByNone(JSON.stringify(value))}\n`
}

function obeyedByNone(text: string): string {
  return text.replace(/[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu, escaped)
}

function escaped(character: string): string {
  return Array.from({ length: character.length }, (_, at) => {
    return `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`
  }).join("")
}
