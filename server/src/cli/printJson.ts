import type { Piece } from "./report.ts"

/**
 * One JSON document of all files, printed as they are read: a file has the captures with something to tell, and where
 * something went wrong a word on that.
 */
export async function* printJson(pieces: AsyncIterable<Piece>): AsyncIterable<string> {
  let files = 0
  let captures = 0
  const opened = (file: string) =>
    `${files++ === 0 ? "" : ","}\n    {\n      "file": ${json(file, 6)},\n      "captures": [`
  yield '{\n  "files": ['
  for await (const piece of pieces) {
    if (piece.kind === "capture") {
      yield `${captures++ === 0 ? opened(piece.file) : ","}\n        ${json(piece.report, 8)}`
    } else {
      const list = captures === 0 ? `${opened(piece.file)}]` : "\n      ]"
      const rest = Object.entries(piece.ending).map(([key, value]) => `,\n      "${key}": ${json(value, 6)}`)
      yield `${list}${rest.join("")}\n    }`
      captures = 0
    }
  }
  yield files === 0 ? "]\n}\n" : "\n  ]\n}\n"
}

/** A value as JSON at so many blanks. What a terminal would obey is escaped, so that it reads as what it is. */
export function json(value: unknown, indent: number): string {
  return JSON.stringify(value, undefined, 2)
    .replaceAll("\n", `\n${" ".repeat(indent)}`)
    .replace(/[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu, escaped)
}

function escaped(character: string): string {
  return Array.from({ length: character.length }, (_, at) => {
    return `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`
  }).join("")
}
