import type { Folder } from "../documents/folder.ts"
import { Breather } from "./breather.ts"
import type { LogsSource, LogText } from "./logsSource.ts"
import type { Session } from "./session.ts"

/** The largest file that is worth opening in an editor, and as much text as makes an index of about 100 MB. */
const LARGEST = 10_000_000
const TOTAL = 100_000_000

/** Fills a folder's index, one request at a time. */
export class FolderReader {
  readonly #session: Session
  readonly #folder: Folder
  readonly #source: () => LogsSource
  #wanted: "all" | Set<string> = new Set()
  #reading = false
  /** What came is read in its order, after what came before. */
  #work: Promise<void> = Promise.resolve()

  constructor(session: Session, folder: Folder, source: () => LogsSource) {
    this.#session = session
    this.#folder = folder
    this.#source = source
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
    const done = this.#shown()
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
      done()
      this.#folder.announce()
    }
  }

  /**
   * Has a client show that its folder is read, if it shows such things, until what is given back is called. One that
   * hands over the logs shows that itself, and a few files are read too fast to be shown.
   */
  #shown(): () => void {
    const { client, connection } = this.#session
    if (client.readsLogs || this.#wanted !== "all") return () => undefined
    const shown = connection.window.createWorkDoneProgress().then((progress) => {
      progress.begin(client.say("Reading dsregcmd logs"))
      return progress
    })
    this.#session.unlessRefused("progress", shown)
    return () =>
      void shown.then(
        (progress) => progress.done(),
        () => undefined,
      )
  }

  async #ask(only: readonly string[] | undefined): Promise<void> {
    const limits = { largest: LARGEST, total: TOTAL }
    const wanted = { ...this.#session.settings.folder, ...limits, ...(only && { only }) }
    const {
      uris,
      unread = [],
      isCut,
    } = await this.#source()(wanted, (logs) => {
      this.#work = this.#work.then(() => this.#take(logs))
      return this.#work
    })
    await this.#work
    const left = new Set(uris)
    for (const uri of unread) left.delete(uri)
    this.#folder.keep(left)
    const { client, connection } = this.#session
    if (isCut && !only) {
      connection.console.warn(
        client.say("The logs of this folder are larger than what can be kept. Some were not read."),
      )
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
