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

/** A worker, how many tasks it has, and when it is gone. */
interface Running {
  readonly worker: Worker
  tasks: number
  readonly exit: Promise<void>
}

class Pool {
  readonly #jobs: number
  readonly #start: () => Worker
  readonly #running = new Set<Running>()
  #error: unknown = new Error("A worker thread ended before its time")

  constructor(jobs: number, start: () => Worker) {
    this.#jobs = jobs
    this.#start = start
  }

  /** Begins to read at once, and tells when it is asked. */
  read<Name extends TellName>(files: readonly ListedFile[], tell: Name): AsyncIterable<Read<Name>> {
    return this.#told(files, this.#answer<Name>(this.#idlest(), files, tell), (left) => this.#again(left, tell))
  }

  async end(): Promise<void> {
    await Promise.all(Array.from(this.#running, ({ worker }) => worker.terminate()))
  }

  /** Where a worker breaks, what it had is read again, one file by one idle worker, so that the one which breaks it is named. */
  async *#again<Name extends TellName>(files: readonly ListedFile[], tell: Name): AsyncIterable<Read<Name>> {
    for (const file of files)
      yield* this.#told([file], this.#answer<Name>(this.#idle(), [file], tell), () => this.#broken(file.file))
  }

  async *#told<Name extends TellName>(
    files: readonly ListedFile[],
    answer: AsyncIterable<Part<Name>>,
    whenBroken: (left: readonly ListedFile[]) => AsyncIterable<Read<Name>>,
  ): AsyncIterable<Read<Name>> {
    let left = files
    let open: string | undefined
    for await (const { told, finished } of answer) {
      for (const one of told) {
        if (one.kind === "capture") open = one.file
        else if (one.kind === "end") open = undefined
        yield one
      }
      left = files.slice(finished)
    }
    const [begun, ...rest] = left
    if (left === files) yield* whenBroken(files)
    else if (begun) {
      // What was told of it in part cannot be told again.
      yield* this.#broken(open ?? begun.file)
      if (rest.length > 0) yield* whenBroken(rest)
    }
  }

  async *#broken<Name extends TellName>(file: string): AsyncIterable<Read<Name>> {
    const what = "a worker thread"
    yield { kind: "broken", file, faults: [{ what, error: this.#error }] }
    yield { kind: "end", file, ending: { fault: what } }
  }

  #answer<Name extends TellName>(
    running: Running,
    files: readonly ListedFile[],
    tell: Name,
  ): AsyncIterable<Part<Name>> {
    const { port1, port2 } = new MessageChannel()
    running.tasks++
    port1.once("close", () => running.tasks--)
    const parts = on(port1, "message", { close: ["close"] })
    running.worker.postMessage({ files, tell, port: port2 } satisfies Task, [port2])
    return (async function* () {
      let isWhole = false
      for await (const [part] of parts as AsyncIterable<[Part<Name>]>) {
        yield part
        isWhole = part.finished === files.length
        port1.postMessage("go on")
      }
      // Its ports are closed before anybody is told that it is gone.
      if (!isWhole) await running.exit
    })()
  }

  /** The worker with the least to do; a new one while there may be more. */
  #idlest(): Running {
    const [idlest] = [...this.#running].sort((a, b) => a.tasks - b.tasks)
    return idlest && this.#running.size >= this.#jobs ? idlest : this.#idle()
  }

  /** One with nothing to do: what is asked out of its turn must not wait for what is told after it. */
  #idle(): Running {
    for (const running of this.#running) if (running.tasks === 0) return running
    const worker = this.#start()
    const exit = new Promise<void>((resolve) => worker.once("exit", () => resolve()))
    const running: Running = { worker, tasks: 0, exit }
    this.#running.add(running)
    worker.on("error", (error) => {
      this.#error = error
    })
    exit.then(() => this.#running.delete(running))
    return running
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
