import { once } from "node:events"
import type { MessagePort } from "node:worker_threads"
import { type Read, readingOfFile } from "./fileReading.ts"
import type { ListedFile } from "./listed.ts"
import type { TellName } from "./tells.ts"

/** Files that a worker is asked to read, and the port that it answers through. */
export interface Task {
  readonly files: readonly ListedFile[]
  readonly tell: TellName
  readonly port: MessagePort
}

/** A part of its answer. */
export interface Part<Name extends TellName = TellName> {
  readonly told: readonly Read<Name>[]
  /** How many of the files are read to their end. */
  readonly finished: number
}

/** So many things are told in one message. */
const PART = 64

/** Reads in a worker what it is asked to, one task after the other. */
export function serveTasks(asked: MessagePort): void {
  let last = Promise.resolve()
  asked.on("message", (task: Task) => {
    last = last.then(() => serve(task))
  })
}

/** Nothing is read ahead of what is asked for, so that a large file is never held as a whole. */
async function serve({ files, tell, port }: Task): Promise<void> {
  let told: Read<TellName>[] = []
  for (const [index, file] of files.entries()) {
    for await (const one of readingOfFile(file, tell)) {
      told.push(one)
      if (told.length < PART) continue
      port.postMessage({ told, finished: index } satisfies Part)
      told = []
      await once(port, "message")
    }
  }
  port.postMessage({ told, finished: files.length } satisfies Part)
  port.close()
}
