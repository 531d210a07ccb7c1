import { on } from "node:events"
import { Readable } from "node:stream"
import { MessageChannel, type Worker } from "node:worker_threads"
import type { Mark, Read } from "./fileReading.ts"
import type { Listed, ListedFile } from "./listed.ts"
import type { TellName } from "./tells.ts"
import { isThere } from "./waiting.ts"
import type { Part, Task } from "./worker.ts"

/** So many files are given to a worker at once. */
const FILES = 16

/**
 * Reads files by several workers, and tells of them in the order of the list. What is no file, and standard input, is
 * told or read in its place.
 */
export async function* pooled<Name extends TellName>(
  listed: AsyncIterable<Listed>,
  tell: Name,
  jobs: number,
  start: () => Worker,
  readHere: (one: Listed) => AsyncIterable<Read<Name> | Mark>,
): AsyncIterable<Read<Name> | Mark> {
  const pool = new Pool(jobs, start)
  async function* begun() {
    for await (const batch of batches(listed)) yield Array.isArray(batch) ? pool.read(batch, tell) : readHere(batch)
  }
  try {
    // The stream begins what comes next while the first is told, and no more than that.
    for await (const reading of Readable.from(begun(), { highWaterMark: 2 * jobs })) yield* reading
  } finally {
    await pool.end()
  }
}

/** Workers, with how many tasks each has. */
class Pool {
  readonly #jobs: number
  readonly #start: () => Worker
  readonly #tasks = new Map<Worker, number>()
  #error: unknown = new Error("A worker thread ended before its time")

  constructor(jobs: number, start: () => Worker) {
    this.#jobs = jobs
    this.#start = start
  }

  /** Begins to read at once, and tells when it is asked. */
  read<Name extends TellName>(files: readonly ListedFile[], tell: Name): AsyncIterable<Read<Name>> {
    return this.#told(files, tell, this.#answer<Name>(this.#idlest(), files, tell))
  }

  async end(): Promise<void> {
    await Promise.all(Array.from(this.#tasks.keys(), (worker) => worker.terminate()))
  }

  /** Where a worker breaks, others read what it had, one file each, so that the one which breaks them is named. */
  async *#told<Name extends TellName>(
    files: readonly ListedFile[],
    tell: Name,
    answer: AsyncIterable<Part<Name>>,
  ): AsyncIterable<Read<Name>> {
    let finished = 0
    let open: string | undefined
    for await (const part of answer) {
      finished = part.finished
      for (const one of part.told) {
        if (one.kind === "capture") open = one.file
        else if (one.kind === "end") open = undefined
        yield one
      }
    }
    const left = files.slice(finished)
    const [first] = left
    if (first && (left.length === 1 || open !== undefined)) yield* this.#broken(open ?? first.file)
    for (const file of left.length === 1 || open !== undefined ? left.slice(1) : left)
      yield* this.#told([file], tell, this.#answer<Name>(this.#idle(), [file], tell))
  }

  *#broken<Name extends TellName>(file: string): Iterable<Read<Name>> {
    const what = "a worker thread"
    yield { kind: "broken", file, faults: [{ what, error: this.#error }] }
    yield { kind: "end", file, ending: { fault: what } }
  }

  #answer<Name extends TellName>(worker: Worker, files: readonly ListedFile[], tell: Name): AsyncIterable<Part<Name>> {
    const { port1, port2 } = new MessageChannel()
    const count = (more: number) => this.#tasks.set(worker, (this.#tasks.get(worker) ?? 0) + more)
    count(1)
    port1.once("close", () => {
      if (this.#tasks.has(worker)) count(-1)
    })
    const parts = on(port1, "message", { close: ["close"] })
    worker.postMessage({ files, tell, port: port2 } satisfies Task, [port2])
    return (async function* () {
      for await (const [part] of parts) {
        yield part
        port1.postMessage("go on")
      }
    })()
  }

  /** The worker with the least to do; a new one while there may be more. */
  #idlest(): Worker {
    const [idlest] = [...this.#tasks].sort(([, a], [, b]) => a - b)
    return idlest && this.#tasks.size >= this.#jobs ? idlest[0] : this.#idle()
  }

  /** One with nothing to do: what is asked out of its turn must not wait for what is told after it. */
  #idle(): Worker {
    const [idle] = [...this.#tasks].find(([, tasks]) => tasks === 0) ?? []
    if (idle) return idle
    const worker = this.#start()
    this.#tasks.set(worker, 0)
    // What it was reading is told as broken, because its ports close with it.
    worker.on("error", (error) => {
      this.#error = error
    })
    worker.on("exit", () => this.#tasks.delete(worker))
    return worker
  }
}

/** Files that stand side by side, as many as are listed already; anything else by itself. */
async function* batches(listed: AsyncIterable<Listed>): AsyncIterable<ListedFile[] | Listed> {
  const reader = listed[Symbol.asyncIterator]()
  let files: ListedFile[] = []
  for (let next = reader.next(); ; next = reader.next()) {
    if (files.length > 0 && !(await isThere(next))) {
      yield files
      files = []
    }
    const { value, done } = await next
    const isFile = !done && (value.kind === "named" || value.kind === "found")
    if (isFile) files.push(value)
    if (files.length === FILES || (!isFile && files.length > 0)) {
      yield files
      files = []
    }
    if (done) return
    if (!isFile) yield value
  }
}
