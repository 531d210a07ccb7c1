import type { Folder } from "../documents/folder.ts"
import { ProgressType } from "../features/lsp.ts"
import type { FolderSettings } from "../features/settings.ts"
import { Breather } from "./breather.ts"
import type { Session } from "./session.ts"

/**
 * The request by which the server reads closed logs. The client finds and reads the files, because only it knows
 * its file systems, and sends the texts as partial results while it goes on.
 */
const LOGS_REQUEST = "dsreg/logs"

/** What to find and what to read of it. */
interface LogsParams extends FolderSettings {
  /** Only these are read, of what is found; all where it is missing. */
  readonly only?: readonly string[]
  /** Larger files are left out, in bytes. */
  readonly largest: number
  /** As much is read in all, in bytes; the rest is left out. */
  readonly total: number
  readonly partialResultToken: number
}

/** Some logs, while the client reads on. */
interface LogsPart {
  readonly logs: readonly LogText[]
}

interface LogText {
  readonly uri: string
  readonly text: string
}

/** What there is in the folder, read or not. */
interface LogsAnswer {
  readonly uris: readonly string[]
  /** Of these, what was to be read and is no log, or cannot be read: whatever it was before, it is that no more. */
  readonly unread?: readonly string[]
}

const PART = new ProgressType<LogsPart>()

/** The largest file that is worth opening in an editor, and as much text as makes an index of about 100 MB. */
const LARGEST = 10_000_000
const TOTAL = 100_000_000

/** Fills a folder's index, one request at a time. */
export class FolderReader {
  readonly #session: Session
  readonly #folder: Folder
  #wanted: "all" | Set<string> = new Set()
  #token = 0
  #reading = false
  /** What came is read in its order, after what came before. */
  #work: Promise<void> = Promise.resolve()

  constructor(session: Session, folder: Folder) {
    this.#session = session
    this.#folder = folder
  }

  /** Whether more logs are on their way. */
  get reading(): boolean {
    return this.#reading
  }

  /** Finds and reads everything. */
  readAll(): void {
    this.#wanted = "all"
    void this.#readOn()
  }

  /** Reads these again, where they still belong to the folder, and forgets what is gone. */
  read(uris: readonly string[]): void {
    if (this.#wanted !== "all") for (const uri of uris) this.#wanted.add(uri)
    void this.#readOn()
  }

  async #readOn(): Promise<void> {
    if (this.#reading) return
    this.#reading = true
    try {
      while (this.#wanted === "all" || this.#wanted.size > 0) {
        const only = this.#wanted === "all" ? undefined : [...this.#wanted]
        this.#wanted = new Set()
        await this.#ask(only)
      }
    } catch (error) {
      this.#session.log("folder", error)
    } finally {
      this.#reading = false
      this.#folder.announce()
    }
  }

  async #ask(only: readonly string[] | undefined): Promise<void> {
    const partialResultToken = ++this.#token
    const { connection, settings } = this.#session
    const parts = connection.onProgress(PART, partialResultToken, ({ logs }) => {
      this.#work = this.#work.then(() => this.#take(logs))
    })
    try {
      const limits = { largest: LARGEST, total: TOTAL }
      const params: LogsParams = { ...settings.folder, ...limits, ...(only && { only }), partialResultToken }
      const { uris, unread = [] } = await connection.sendRequest<LogsAnswer>(LOGS_REQUEST, params)
      await this.#work
      const left = new Set(uris)
      for (const uri of unread) left.delete(uri)
      this.#folder.keep(left)
    } finally {
      parts.dispose()
    }
  }

  /** Reads logs, with pauses in which the server does what an editor asks: a large log takes a while. */
  async #take(logs: readonly LogText[]): Promise<void> {
    const breather = new Breather()
    for (const { uri, text } of logs) {
      for (const faults of this.#folder.reading(uri, text)) {
        for (const { what, error } of faults) this.#session.logOnce(what, error)
        if (breather.isDue) await breather.breathe()
        if (this.#session.isShutDown) return
      }
    }
    this.#folder.announce()
  }
}
