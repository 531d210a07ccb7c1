import type { Evidence } from "../evidence/evidence.ts"
import type { CodeEntry, Phase } from "../knowledge/code.ts"
import type { ServerMessage } from "../knowledge/serverMessage.ts"
import type { Source } from "../knowledge/source.ts"
import type { Span } from "../text/span.ts"

/** How much a finding matters: an error keeps something from working, a warning may, information only helps to read on. */
export type Severity = "error" | "warning" | "info"

/** Another place in the same capture that belongs to a finding's story. */
export interface Related {
  readonly span: Span
  readonly message: string
  /** Set where the place shows the finding's own failure once more, so that nobody takes it for another one. */
  readonly sameFailure?: true
}

/** Something a rule says about one place in a log. */
export interface Finding {
  /** Exactly the characters that show the fault: the value, not the line. */
  readonly span: Span
  /** Plain text, one line: what, then why. Holds no text of the log but codes and the program's own words. */
  readonly message: string
  /** The innermost code at that place, as the reader would look it up: `0x80072ee2`. */
  readonly code?: string
  /** What the code means here, where the catalogue knows it. */
  readonly entry?: CodeEntry | ServerMessage
  /** The phase this finding stands for, where it is another than its rule's. */
  readonly phase?: Phase
  readonly related?: readonly Related[]
  /** How the verdict says it, where the message would repeat what the verdict begins with, or needs its line; no full stop. */
  readonly verdict?: string
}

/** One fault that a log can show. */
export interface Rule {
  /** Permanent, kebab-case, names the fault, never the cure: `prt-missing`. */
  readonly id: string
  readonly severity: Severity
  /** The phase a finding of this rule stands for, where it stands for one. */
  readonly phase?: Phase
  readonly summary: string
  readonly why: string
  readonly fix: string
  readonly sources: readonly [Source, ...Source[]]
  /** Excerpts with `^^^ rule-id` drawn under what must be reported. */
  readonly bad: readonly [string, ...string[]]
  /** Excerpts that must stay silent. */
  readonly good: readonly [string, ...string[]]
  check(log: Evidence): Iterable<Finding>
}
