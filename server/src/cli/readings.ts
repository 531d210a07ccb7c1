import type { Piece, Tell } from "../core/report/formats/told.ts"
import { inputsOf } from "./input.ts"
import { readingOf } from "./reading.ts"
import type { Remark } from "./remark.ts"
import type { Terminal } from "./terminal.ts"

/** Everything that the words of a command line lead to, read one after the other. */
export async function* readingsOf<T>(
  words: readonly string[],
  { input: standardInput }: Pick<Terminal, "input">,
  tell: Tell<T>,
): AsyncIterable<Piece<T> | Remark> {
  for (const word of words) {
    let read = 0
    for await (const input of inputsOf(word, standardInput)) {
      if ("parts" in input) {
        for await (const told of readingOf(input, tell)) {
          if (told.kind === "end") read++
          yield told
        }
      } else if (input.kind !== "end of folder") {
        yield input
      } else if (read === 0) {
        yield { kind: "empty folder", file: input.file }
      }
    }
  }
}
