import type { Evidence } from "../evidence/evidence.ts"
import type { CodeEntry, Phase } from "../knowledge/code.ts"
import type { FieldName } from "../knowledge/fields/catalogue.ts"
import type { ServerMessage } from "../knowledge/serverMessage.ts"
import type { Advice } from "../knowledge/shared.ts"
import type { Source } from "../knowledge/source.ts"
import type { Span } from "../text/span.ts"
import type { Subject } from "./subject.ts"

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
  /** Faults that follow from this one besides those that follow from every finding of its rule. */
  readonly explains?: readonly Explained<string>[]
  /** Why this log shows it, where that says more than the rule does of any log. */
  readonly why?: string
  /** How the verdict says it, where the message would repeat what the verdict begins with, or needs its line; no full stop. */
  readonly verdict?: string
}

/**
 * A fault that follows from another: always, or only where its finding has one of these codes, or the same code as the
 * finding that explains it.
 */
export type Explained<Id extends string> =
  | Id
  | { readonly rule: Id; readonly codes: readonly string[] }
  | { readonly rule: Id; readonly sameCode: true }

/** A line as dsregcmd prints it, or a field that has to tell a later time. */
export type Repaired = { readonly line: string } | { readonly laterTime: FieldName }

/** One fault that a log can show. `Id` is its name, `Other` the names of those that it explains. */
export interface Rule<Id extends string = string, Other extends string = string> {
  /** Permanent, kebab-case, names the fault, never the cure: `prt-missing`. */
  readonly id: Id
  readonly severity: Severity
  /** What must be in a log for the rule to be asked, one of these at least. */
  readonly about: readonly [Subject, ...Subject[]]
  /** The phase a finding of this rule stands for, where it stands for one. */
  readonly phase?: Phase
  /** Faults that follow from this one: they are folded under it, and not reported beside it. */
  readonly explains?: readonly Explained<Other>[]
  /** A finding says that the join did not come to its end, also where the log does not tell in which phase. */
  readonly ofJoin?: true
  /** What a log cannot tell where this rule finds something, for the end of a verdict that has nothing else to say. */
  readonly limit?: string
  /** The log contradicts itself here, which comes before anything else it says. */
  readonly doubts?: true
  /** What a new log shows once it is repaired, where that is not the healthy value of the line that shows the fault. */
  readonly repaired?: Repaired
  readonly summary: string
  readonly why: string
  /** What to do is said by the rule whatever the code, whose entry tells only why it failed. */
  readonly whateverCode?: true
  /** What to do, in order: what only looks before what changes something. */
  readonly fix: Advice | readonly [Advice, ...Advice[]]
  readonly sources: readonly [Source, ...Source[]]
  /** Excerpts with `^^^ rule-id` drawn under what must be reported. */
  readonly bad: readonly [string, ...string[]]
  /** Excerpts that must stay silent. */
  readonly good: readonly [string, ...string[]]
  check(log: Evidence): Iterable<Finding>
}

/** Writes a rule down: its name, and the names of those that it explains, become part of its type. */
export function rule<const Id extends string, const Other extends string = never>(
  written: Rule<Id, Other>,
): Rule<Id, Other> {
  return written
}
