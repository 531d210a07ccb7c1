import { type Mark, type Read, readingOfFile } from "./fileReading.ts"
import type { Listed } from "./listed.ts"
import { pooled } from "./pool.ts"
import { readingOf } from "./reading.ts"
import { TELLS, type TellName } from "./tells.ts"
import type { Terminal } from "./terminal.ts"
import { unpacked } from "./unpacked.ts"

/** Reads everything that a list leads to, with so many workers at once; what is told has the order of the list. */
export async function* readingsOf<Name extends TellName>(
  listed: AsyncIterable<Listed>,
  tell: Name,
  jobs: number,
  terminal: Pick<Terminal, "input" | "worker">,
): AsyncIterable<Read<Name>> {
  const readingHere = (one: Listed) => readingOfListed(one, tell, terminal)
  const told = jobs > 1 ? pooled(listed, tell, jobs, terminal.worker, readingHere) : inTurn(listed, readingHere)
  let read = 0
  for await (const one of told) {
    if (isMark(one)) {
      if (one.kind === "folder") read = 0
      else if (read === 0) yield { kind: "empty folder", file: one.file }
    } else {
      if (one.kind === "end") read++
      yield one
    }
  }
}

function isMark<T extends { readonly kind: string }>(one: T | Mark): one is Mark {
  return one.kind === "folder" || one.kind === "end of folder"
}

async function* inTurn<T>(listed: AsyncIterable<Listed>, read: (one: Listed) => AsyncIterable<T>): AsyncIterable<T> {
  for await (const one of listed) yield* read(one)
}

async function* readingOfListed<Name extends TellName>(
  listed: Listed,
  tell: Name,
  { input }: Pick<Terminal, "input">,
): AsyncIterable<Read<Name> | Mark> {
  switch (listed.kind) {
    case "named":
    case "found":
      yield* readingOfFile(listed, tell)
      break
    case "standard input":
      yield* readingOf({ kind: "named", file: listed.file, parts: () => unpacked(input) }, TELLS[tell])
      break
    default:
      yield listed
  }
}
