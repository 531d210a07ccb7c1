import type { Piece } from "../core/report/formats/told.ts"
import { inputsOf } from "./inputs.ts"
import type { Listed, ListedFile } from "./listed.ts"
import { readingOf } from "./reading.ts"
import type { Remark } from "./remark.ts"
import { type CommandTells, TELLS, type TellName } from "./tells.ts"

/** What the reading of one file comes to. */
export type Read<Name extends TellName> = Piece<CommandTells[Name]> | Remark

/** What is no file and has its place among them all the same. */
export type Mark = Extract<Listed, { readonly kind: "folder" | "end of folder" }>

/** Reads one file, or what is in it where it is an archive. */
export async function* readingOfFile<Name extends TellName>(listed: ListedFile, tell: Name): AsyncIterable<Read<Name>> {
  let told = 0
  for await (const input of inputsOf(listed)) {
    for await (const one of "parts" in input ? readingOf(input, TELLS[tell]) : [input]) {
      if (one.kind !== "skipped") told++
      yield one
    }
  }
  if (told === 0 && listed.kind === "named") yield { kind: "empty folder", file: listed.file }
}
