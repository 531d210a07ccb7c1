import type { Confidence } from "../knowledge/confidence.ts"
import type { StepTraits } from "../knowledge/step.ts"
import type { ExplanationId } from "./explanationId.ts"

/** Something to do, as a document has it. */
export interface ExplainedStep extends StepTraits {
  readonly text: string
}

/** A page to read on; one without an address is gone from the public, and is named all the same. */
export interface PageLink {
  readonly title: string
  /** The heading on it under which the fact stands. */
  readonly heading?: string
  /** Down to the heading where it has a fragment. */
  readonly url?: string
  /** The date the page gives itself, `YYYY-MM-DD`. */
  readonly date?: string
}

/** One value that a field can have. */
export interface ExplainedValue {
  readonly value: string
  readonly meaning: string
}

/** How a list names a page. */
export interface Reference {
  readonly name: string
  /** A few words or a sentence on what the page is about. */
  readonly text: string
}

/**
 * What a person should read about one thing in one of its meanings, as a document that any printer can print: it knows
 * nothing of codes or rules, and holds no markup but that of `text.ts`, in every string but titles and addresses.
 */
export interface Explanation {
  /** False for what the catalogue does not have and was only taken apart. */
  readonly known: boolean
  /** The heading of its page: `0x80072ee2`, `Event 305`. */
  readonly title: string
  /** Its title where the same title means several things: `0x80072ee2 (discover, join)`, `NgcSet (User State)`. */
  readonly fullTitle: string
  /** One line that says what it is, for a clipboard or a subject: `0x80072ee2: network time-out`. */
  readonly summary: string
  readonly inList: Reference
  /** Its names, as Microsoft or we write them; `WININET_E_TIMEOUT` and `ERROR_WINHTTP_TIMEOUT`. */
  readonly names: readonly [string, ...string[]]
  /** Words behind the names: `network time-out`, `warning`. */
  readonly tags: readonly string[]
  /** The one of them that says what its names mean, where those are symbols: `network time-out`. */
  readonly meaning?: string
  /** Numbers, places: "`0x80072ee2`", `discover phase`. */
  readonly facts: readonly string[]
  /** Where this meaning stands, for a heading: `User State`. */
  readonly within?: string
  /** What it is, a paragraph each. */
  readonly said: readonly string[]
  /** What the value in this log means. */
  readonly here?: string
  readonly expected?: string
  /** What went wrong, a paragraph each. */
  readonly why: readonly string[]
  readonly values: readonly ExplainedValue[]
  /** What can be behind it, each with how to find out. */
  readonly reasons: readonly string[]
  /** What to do, in order. */
  readonly steps: readonly ExplainedStep[]
  /** Where there is a log: how one knows that it is repaired, and what is left where it stays. */
  readonly ending?: readonly string[]
  /** Limits of what is known. */
  readonly notes: readonly string[]
  readonly sources: readonly PageLink[]
  /** A look-up elsewhere, for what is not known here. */
  readonly elsewhere?: PageLink
  readonly confidence?: Confidence
  /** An excerpt of a log that shows it, of several lines. */
  readonly example?: string
  /** The line by which it is known, word by word. */
  readonly wording?: string
}

/** Pages that belong to another, under a heading of their own. */
export interface Related {
  readonly title: string
  readonly ids: readonly ExplanationId[]
  /** The meaning that counts here, where one of them has several: the one within `User State`. */
  readonly within?: string
}

/** What an explanation has where a builder says nothing. */
export const bare = {
  known: true,
  tags: [],
  facts: [],
  said: [],
  why: [],
  values: [],
  reasons: [],
  steps: [],
  notes: [],
  sources: [],
} as const satisfies Partial<Explanation>

/** A title that reads inside a sentence, at the beginning of one. */
export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
