import type { Diagnostic } from "vscode-languageserver"
import { findings } from "../features/diagnostics.ts"
import { type AskedLog, type Occurrence, occurrences } from "../features/occurrences.ts"
import { LogDocument } from "./logDocument.ts"

/** What the server keeps of a closed log: what was found in it and what it has in common with others, not its text. */
export interface FolderLog extends AskedLog {
  /** Another number after each reading, so that a client knows whether it has the findings of this one. */
  readonly reading: number
  /** With the severities of the rules; the user's are applied when somebody asks. */
  readonly findings: readonly Diagnostic[]
  readonly occurrences: readonly Occurrence[]
}

/** The most that is kept of one log; all the rest is there again when it is opened. */
const MOST_FINDINGS = 1_000
const MOST_OCCURRENCES = 5_000

/** The logs of the open folder, as they were last read. Who fills it keeps to the limits of `folderReader.ts`. */
export class Folder {
  readonly #logs = new Map<string, FolderLog>()
  #readings = 0
  #waiting: (() => void)[] = []

  get logs(): Iterable<FolderLog> {
    return this.#logs.values()
  }

  get(uri: string): FolderLog | undefined {
    return this.#logs.get(uri)
  }

  /** Reads a log and forgets its text. */
  put(uri: string, text: string): void {
    this.#logs.set(uri, { reading: ++this.#readings, ...readingOf(uri, text) })
  }

  /** Forgets all but these. */
  keep(uris: ReadonlySet<string>): void {
    for (const uri of this.#logs.keys()) if (!uris.has(uri)) this.#logs.delete(uri)
  }

  /** Tells those who wait in `changed` that it is worth looking again. */
  announce(): void {
    const waiting = this.#waiting
    this.#waiting = []
    for (const tell of waiting) tell()
  }

  /** Resolves with the next announcement. */
  changed(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve))
  }
}

function readingOf(uri: string, text: string): Omit<FolderLog, "reading"> {
  const document = new LogDocument(uri, 0, text)
  const found = detached(occurrences(document).slice(0, MOST_OCCURRENCES))
  return {
    uri,
    findings: detached(findings(document).slice(0, MOST_FINDINGS)),
    occurrences: found,
    occurrencesOf: (key) => found.filter((at) => at.key === key),
  }
}

/**
 * A copy that shares nothing with the text it was read from: a piece of a string keeps the whole string in memory.
 * With it 5,000 logs take 20 MB instead of 46.
 */
function detached<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value))
}
