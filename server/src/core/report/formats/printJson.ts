import { json } from "./json.ts"
import type { Piece } from "./told.ts"

/** Which shape the JSON has: `schemas/check-1.schema.json`. Keys that come in addition are no other shape. */
const SHAPE = 1

/**
 * One JSON document of all files, printed as they are read: a file has the captures with something to tell, and where
 * something went wrong a word on that.
 */
export async function* printJson(pieces: AsyncIterable<Piece>): AsyncIterable<string> {
  let files = 0
  let captures = 0
  const opened = (file: string) =>
    `${files++ === 0 ? "" : ","}\n    {\n      "file": ${json(file, 6)},\n      "captures": [`
  yield `{\n  "version": ${SHAPE},\n  "files": [`
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
