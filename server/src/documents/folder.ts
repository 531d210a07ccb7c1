import { MOST_COMPARED } from "../core/diagnosis/case.ts"
import { type Fault, faultRule } from "../core/diagnosis/fault.ts"
import type { Cause } from "../core/diagnosis/fleet.ts"
import { clonedImage } from "../core/rules/case/clonedImage.ts"
import { causesOf, type PlacedCause } from "./causes.ts"
import { type Reading, unreadChunk } from "./chunk.ts"
import { clonesAmong, type Identified, identified, kept } from "./clones.ts"
import { comparedChunks } from "./compare.ts"
import { findingsOf, type PlacedFinding } from "./findings.ts"
import type { PlacedChunk } from "./logDocument.ts"
import { type Occurrence, occurrencesOf } from "./occurrences.ts"

/** What the server keeps of a closed log: what was found in it and what it has in common with others, not its text. */
export interface FolderLog {
  readonly uri: string
  /** Another number after each reading, so that a client knows whether it has the findings of this one. */
  readonly reading: number
  readonly findings: readonly PlacedFinding[]
  /** What each capture of it comes to. */
  readonly causes: readonly PlacedCause[]
  /** Whose device each capture is of, to find clones. */
  readonly identities: readonly Identified[]
  /** Every code, GUID, device, tenant and user of it, in the order of the text. */
  readonly occurrences: readonly Occurrence[]
  occurrencesOf(key: string): readonly Occurrence[]
}

/** The most that is kept of one log; all the rest is there again when it is opened. */
const MOST_FINDINGS = 1_000
const MOST_OCCURRENCES = 5_000

/** The logs of the open folder, as they were last read. Who fills it keeps to the limits of `folderReader.ts`. */
export class Folder {
  readonly #reading: Reading | undefined
  readonly #logs = new Map<string, FolderLog>()
  /** What was told of clones. */
  #clones = new Map<string, readonly PlacedFinding[]>()
  /** Texts that many logs have in common, each once. */
  readonly #words = new Map<string, string>()
  readonly #causes = new Map<string, Cause>()
  /** Begins with the time, so that results of a server that ran before are told apart. */
  #readings = Date.now()
  #waiting: (() => void)[] = []

  constructor(reading?: Reading) {
    this.#reading = reading
  }

  get logs(): Iterable<FolderLog> {
    return this.#logs.values()
  }

  get(uri: string): FolderLog | undefined {
    return this.#logs.get(uri)
  }

  /** Reads a log, forgets its text, and gives what of ours broke on it. */
  put(uri: string, text: string): readonly Fault[] {
    return Array.from(this.reading(uri, text)).flat()
  }

  /**
   * The same in steps, one a capture, each of which gives what broke in it: between them a server can do something
   * else. The log is there as it was before until the last step.
   */
  *reading(uri: string, text: string): Iterable<readonly Fault[]> {
    const findings: PlacedFinding[] = []
    const occurrences: Occurrence[] = []
    const causes: PlacedCause[] = []
    const identities: Identified[] = []
    /** The first fault that there was no more room for; it is told in any case. */
    let fault: PlacedFinding | undefined
    let firstLine = 0
    for (const chunk of comparedChunks(text, this.#reading)) {
      const found = foundIn({ chunk, firstLine }, this.#reading)
      for (const one of found.findings) {
        if (findings.length < MOST_FINDINGS) findings.push(this.#finding(one))
        else if (one.rule === faultRule.id) fault ??= one
      }
      const rest = MOST_OCCURRENCES - occurrences.length
      for (const one of found.occurrences.slice(0, rest)) occurrences.push(this.#occurrence(one))
      for (const { cause, line } of found.causes) causes.push({ cause: this.#cause(cause), line })
      const room = MOST_COMPARED - identities.length
      for (const one of identified({ chunk, firstLine }).slice(0, room))
        identities.push(kept(one, (text) => this.#word(text)))
      firstLine += chunk.lineBreaks
      yield found.faults
    }
    if (fault) findings.push(fault)
    // What was told of clones went with the reading before.
    this.#clones.delete(uri)
    this.#logs.set(uri, {
      uri,
      reading: ++this.#readings,
      findings,
      causes,
      identities,
      occurrences,
      occurrencesOf: (key) => occurrences.filter((at) => at.key === key),
    })
  }

  /** Forgets all but these. */
  keep(uris: ReadonlySet<string>): void {
    for (const uri of this.#logs.keys()) if (!uris.has(uri)) this.#logs.delete(uri)
    this.#words.clear()
    this.#causes.clear()
  }

  /** Forgets a log, or those in a folder, that was deleted; whether there were any. */
  drop(uri: string): boolean {
    const gone = [...this.#logs.keys()].filter((one) => one === uri || one.startsWith(`${uri}/`))
    for (const one of gone) this.#logs.delete(one)
    return gone.length > 0
  }

  /** Tells those who wait in `changed` that it is worth looking again. */
  announce(): void {
    this.#compare()
    const waiting = this.#waiting
    this.#waiting = []
    for (const tell of waiting) tell()
  }

  /** Resolves with the next announcement. */
  changed(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve))
  }

  /** Tells the logs of clones so; a log of which something else is told than before is a new reading. */
  #compare(): void {
    const before = this.#clones
    const found = clonesAmong(this.#logs)
    const clones = new Map<string, readonly PlacedFinding[]>()
    this.#clones = clones
    for (const uri of new Set([...before.keys(), ...found.keys()])) {
      const log = this.#logs.get(uri)
      const old = before.get(uri) ?? []
      if (!log) continue
      const own = log.findings.slice(0, log.findings.length - old.length)
      const told = new Set(own.flatMap(({ rule, line }) => (rule === clonedImage.id ? [line] : [])))
      const fresh = (found.get(uri) ?? []).filter(({ line }) => !told.has(line))
      if (fresh.length > 0) clones.set(uri, fresh)
      if (isSame(old, fresh)) continue
      this.#logs.set(uri, { ...log, reading: ++this.#readings, findings: [...own, ...fresh] })
    }
  }

  #finding(finding: PlacedFinding): PlacedFinding {
    return {
      ...finding,
      code: this.#word(finding.code),
      message: this.#word(finding.message),
      related: finding.related.map((place) => ({ ...place, message: this.#word(place.message) })),
    }
  }

  #occurrence(occurrence: Occurrence): Occurrence {
    const name = this.#word(occurrence.name)
    return { ...occurrence, name, key: occurrence.key === name ? name : this.#word(occurrence.key) }
  }

  /** The same few causes, each once. */
  #cause(cause: Cause): Cause {
    const key = JSON.stringify(cause)
    const known = this.#causes.get(key) ?? (JSON.parse(key) as Cause)
    this.#causes.set(key, known)
    return known
  }

  /** A text that shares nothing with the log it was read from: a piece of a string keeps the whole string in memory. */
  #word(text: string): string {
    const known = this.#words.get(text)
    if (known !== undefined) return known
    const copy: string = JSON.parse(JSON.stringify(text))
    this.#words.set(copy, copy)
    return copy
  }
}

function isSame(one: readonly PlacedFinding[], other: readonly PlacedFinding[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ line, message }, index) => line === other[index]?.line && message === other[index]?.message)
  )
}

interface Found {
  readonly findings: readonly PlacedFinding[]
  readonly occurrences: readonly Occurrence[]
  readonly causes: readonly PlacedCause[]
  readonly faults: readonly Fault[]
}

/** The boundary around a capture, for what an index wants of it besides its findings. */
function foundIn(placed: PlacedChunk, reading: Reading | undefined): Found {
  const { chunk, firstLine } = placed
  const { faults } = chunk.diagnosis
  try {
    const occurrences = occurrencesOf(placed, () => true)
    return { findings: findingsOf(placed), occurrences, causes: causesOf(placed), faults }
  } catch (error) {
    const broken = { chunk: unreadChunk(chunk.text, error, reading), firstLine }
    const causes = causesOf(broken)
    return {
      findings: findingsOf(broken),
      occurrences: [],
      causes,
      faults: [...faults, ...broken.chunk.diagnosis.faults],
    }
  }
}
