import { type Beside, nothingBeside, withBeside } from "../core/diagnosis/case.ts"
import { type Diagnosis, diagnose } from "../core/diagnosis/diagnose.ts"
import { unreadDiagnosis } from "../core/diagnosis/unread.ts"
import { type CaseFacts, caseFactsOf } from "../core/evidence/caseFacts.ts"
import { evidenceOf } from "../core/evidence/evidence.ts"
import type { Capture } from "../core/log/log.ts"
import { capturesIn } from "../core/log/readLog.ts"
import { Lines, lineBreaksIn, type PositionEncoding } from "./lines.ts"

/** A text that could not be read, and what was thrown. */
export interface Unread {
  readonly kind: "unread"
  readonly text: string
  readonly error: unknown
}

/** Reads the captures of a text as `capturesIn` does. */
export type Read = (text: string) => Iterable<Capture>

/** How the texts of a session are read, and how a client counts their characters. */
export interface Reading {
  /** Takes the place of the core's own reader. */
  readonly read?: Read | undefined
  readonly encoding?: PositionEncoding
}

/** What a feature answered about a chunk, and by what it did. */
interface Answer {
  readonly feature: unknown
  readonly inputs: readonly unknown[]
  readonly value: unknown
}

const NONE: readonly never[] = []

/** One capture of a log, or a text that could not be read, with everything that was worked out about it. */
export class Chunk {
  readonly #content: Capture | Unread
  readonly #encoding: PositionEncoding | undefined
  #lines: Lines | undefined
  #lineBreaks: number | undefined
  #alone: Diagnosis | undefined
  #diagnosis: Diagnosis | undefined
  #facts: CaseFacts | undefined
  #beside = nothingBeside
  /** One a feature, which are few: a list takes a fifth of the memory of a map. */
  #answers: readonly Answer[] = NONE

  constructor(content: Capture | Unread, { encoding }: Reading = {}) {
    this.#content = content
    this.#encoding = encoding
  }

  get text(): string {
    return this.#content.text
  }

  /** Whether its reading broke, so that nothing is known of what it holds. */
  get isUnread(): boolean {
    return this.#content.kind === "unread"
  }

  /** Its lines, for who asks for positions. */
  get lines(): Lines {
    this.#lines ??= new Lines(this.text, this.#encoding)
    return this.#lines
  }

  /** Line breaks in the chunk, which is how far it moves the chunk below it. */
  get lineBreaks(): number {
    this.#lineBreaks ??= lineBreaksIn(this.text)
    return this.#lineBreaks
  }

  /** The reading, with what other logs beside it say of it. */
  get diagnosis(): Diagnosis {
    this.#alone ??= this.#diagnosed()
    this.#diagnosis ??= withBeside(this.#alone, this.#beside)
    return this.#diagnosis
  }

  /** What it is compared with other logs by; undefined where it could not be read. */
  get facts(): CaseFacts | undefined {
    if (this.#content.kind !== "unread") this.#facts ??= caseFactsOf(evidenceOf(this.#content))
    return this.#facts
  }

  /** Takes what other logs say of this one; where it is nothing new, all answers stay. */
  set beside(beside: Beside) {
    if (beside === this.#beside) return
    this.#beside = beside
    this.#diagnosis = undefined
    this.#answers = NONE
  }

  /**
   * The answer of a feature about this chunk, worked out once: a chunk lives until its text changes. It is
   * best told relative to the chunk, because edits above move it. Where it depends on more than the text, such as the
   * settings or the language, that is an input, and another one than the last time is answered anew.
   */
  once<Inputs extends readonly unknown[], Value>(
    feature: (chunk: Chunk, ...inputs: Inputs) => Value,
    ...inputs: Inputs
  ): Value {
    const known = this.#answers.find((answer) => answer.feature === feature)
    if (known?.inputs.every((input, index) => input === inputs[index])) return known.value as Value
    const value = feature(this, ...inputs)
    const others = this.#answers.filter((answer) => answer.feature !== feature)
    this.#answers = [...others, { feature, inputs: inputs.length > 0 ? inputs : NONE, value }]
    return value
  }

  /** With `chunksIn` the boundary around a capture: a fault of ours becomes a finding of its own, never a healthy log. */
  #diagnosed(): Diagnosis {
    const content = this.#content
    if (content.kind === "unread") return unreadDiagnosis(content.text, content.error)
    try {
      return diagnose(content)
    } catch (error) {
      return unreadDiagnosis(content.text, error)
    }
  }
}

/**
 * The chunks of a text, one a capture; who stops asking stops the reading. Where it breaks, all the text that is left
 * is one chunk that says so, so that no character is lost and a later edit can start over.
 */
export function* chunksIn(text: string, reading: Reading = {}): Iterable<Chunk> {
  const { read = capturesIn } = reading
  let end = 0
  try {
    for (const capture of read(text)) {
      end += capture.text.length
      yield new Chunk(capture, reading)
    }
  } catch (error) {
    yield unreadChunk(text.slice(end), error, reading)
  }
}

/** A chunk that says that it could not be read. */
export function unreadChunk(text: string, error: unknown, reading?: Reading): Chunk {
  return new Chunk({ kind: "unread", text, error }, reading)
}
